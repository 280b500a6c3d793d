import { setLanguage } from '@kvitt/db/customer/set-language';
import { PushSubscription } from '@kvitt/db/push/push-subscription.entity';
import { findWording } from '@kvitt/domain/consent/find-wording';
import type { Language } from '@kvitt/domain/locale/language';
import { changeConsent } from '../consent/change-consent.ts';
import { setLinks } from '../conversation/set-links.ts';
import type { TxCtx } from '../kit/context.ts';

/** What a customer may switch for a phone, without a word to anybody. */
export type Preference =
  | { kind: 'bills' | 'news' | 'links'; isOn: boolean }
  | { kind: 'language'; language: Language };

/** `stopped` the phone itself said STOP, and only from there can it be taken back. */
export type PreferenceAnswer = { kind: 'changed' } | { kind: 'refused'; refusal: 'stopped' };

/** Which wording stands beside each switch, and is agreed to by it. */
const WORDINGS = { bills: 'bills-shown', news: 'news-shown' } as const;

/**
 * Changes how a phone is texted, within the caller's transaction. Switching texts on is a consent to the words on the page;
 * switching them off takes away what waits for this purpose.
 */
export async function changePreference(
  tx: TxCtx,
  who: { billerId: string; phoneId: string; brand: string; language: Language },
  wish: Preference,
): Promise<PreferenceAnswer> {
  const { billerId, phoneId, brand, language } = who;
  switch (wish.kind) {
    case 'language':
      await setLanguage(tx.em, { billerId, phoneId }, wish.language);
      await tx.em.nativeUpdate(
        PushSubscription,
        { billerId, phoneId, endedAt: null },
        { language: wish.language },
      );
      return { kind: 'changed' };
    case 'links':
      await setLinks(tx, { billerId, phoneId }, wish.isOn);
      return { kind: 'changed' };
    case 'bills':
    case 'news': {
      const said = findWording(WORDINGS[wish.kind], { channel: 'web', language, brand });
      if (!said) throw new Error(`no wording of ${wish.kind} for the web`);
      const { words, wordingKey, purposes } = said;
      for (const purpose of purposes) {
        const answer = await changeConsent(tx, {
          billerId,
          phoneId,
          act: wish.isOn ? 'granted' : 'revoked',
          purpose,
          channel: 'web',
          wording: wish.isOn ? words : `${purpose} off`,
          ...(wish.isOn && { wordingKey }),
          actor: 'customer',
          evidence: { page: 'preferences' },
        });
        if (answer.kind === 'refused' && wish.isOn) return { kind: 'refused', refusal: 'stopped' };
      }
      return { kind: 'changed' };
    }
  }
}
