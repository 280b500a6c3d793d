import { findStanding } from '@kvitt/db/consent/find-standing';
import { loadConsentFacts } from '@kvitt/db/consent/load-consent-facts';
import { lockLedger } from '@kvitt/db/consent/lock-ledger';
import type { Message } from '@kvitt/db/message/message.entity';
import { agreedBeforeStop } from '@kvitt/domain/consent/agreed-before-stop';
import {
  CONSENT_PURPOSES,
  type ConsentAct,
  type ConsentPurpose,
  type ConsentStanding,
} from '@kvitt/domain/consent/consent';
import type { TxCtx } from '../kit/context.ts';
import { changeConsent } from './change-consent.ts';

type OptInEffect = 'restore-consent' | 'confirm-consent' | 'decline-consent';

/** Purposes that a bare START or YES can be about where nobody asked for more. */
const BILLS: readonly ConsentPurpose[] = ['service', 'past-due'];

/**
 * Records what the phone itself answered, within the caller's transaction: START brings back the texts about bills that a
 * STOP ended, late ones where they were agreed to before it; YES confirms what the phone was asked about (or, where nothing
 * was, what was agreed to elsewhere), and so does START where the phone was asked; NO ends the question. A STOP that came
 * after the text outweighs it.
 * @returns the purposes that changed; none where the rules refuse
 */
export async function answerOptIn(tx: TxCtx, text: Message, effect: OptInEffect): Promise<ConsentPurpose[]> {
  const { billerId, phoneId } = text;
  await lockLedger(tx.em, billerId);
  const changed: ConsentPurpose[] = [];
  for (const { act, purpose } of await findSteps(tx, text, effect)) {
    const answer = await changeConsent(tx, {
      billerId,
      phoneId,
      act,
      purpose,
      // What the carrier takes for a START is the phone's own word all the same; it keeps no list of who was asked.
      channel: text.carrierIntent === 'optin' && act === 'restored' ? 'carrier' : 'text',
      wording: text.body,
      actor: 'customer',
      messageId: text.id,
      heardAt: text.createdAt,
    });
    if (answer.kind === 'changed') changed.push(purpose);
  }
  return changed;
}

interface Step {
  act: ConsentAct;
  purpose: ConsentPurpose;
}

async function findSteps(
  tx: TxCtx,
  { billerId, phoneId }: Message,
  effect: OptInEffect,
): Promise<readonly Step[]> {
  const standing = await findStanding(tx.em, billerId, phoneId);
  const pending = CONSENT_PURPOSES.filter((purpose) => standing[purpose] === 'pending');
  if (effect === 'decline-consent') return pending.map((purpose) => ({ act: 'declined', purpose }));
  if (effect === 'confirm-consent') {
    const asked = pending.length > 0 ? pending : findUnconfirmed(standing);
    return asked.map((purpose) => ({ act: 'confirmed', purpose }));
  }
  if (standing.service !== 'revoked') return findStarted(standing);
  const before = agreedBeforeStop(await loadConsentFacts(tx.em, billerId, phoneId));
  const isLateToo = before['past-due'] === 'express' || before['past-due'] === 'confirmed';
  return (isLateToo ? BILLS : (['service'] as const)).map((purpose) => ({ act: 'restored', purpose }));
}

/** A YES that nobody asked for confirms texts about bills, as far as the customer agreed to them elsewhere. */
function findUnconfirmed(standing: ConsentStanding): readonly ConsentPurpose[] {
  const agreed = BILLS.filter((purpose) => standing[purpose] === 'express');
  return agreed.length > 0 ? agreed : ['service'];
}

/** A START with no STOP before it says yes to texts about bills: to the service, and to late bills where those were asked about. */
function findStarted(standing: ConsentStanding): Step[] {
  const late = standing['past-due'];
  return [
    { act: standing.service === 'pending' ? 'confirmed' : 'restored', purpose: 'service' },
    ...(late === 'pending' || late === 'express' ? [{ act: 'confirmed', purpose: 'past-due' } as const] : []),
  ];
}
