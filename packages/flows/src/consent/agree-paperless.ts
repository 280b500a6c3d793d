import { findWording } from '@kvitt/domain/consent/find-wording';
import type { ConsentRefusal } from '@kvitt/domain/consent/step-consent';
import type { Language } from '@kvitt/domain/locale/language';
import type { TxCtx } from '../kit/context.ts';
import { changeConsent } from './change-consent.ts';
import { sampleCode } from './sample-code.ts';

/** Which wording stands on the page. */
export const PAPERLESS_KEY = 'paperless';

export interface PaperlessOrder {
  billerId: string;
  accountId: string;
  /** Where bills are told of; the consent is this phone's. */
  phoneId: string;
  brand: string;
  /** Of the words that were shown. */
  language: Language;
  /** Which version of them was shown, as `key@version`. */
  wordingKey: string;
  /** What was typed of the sample bill. */
  code: string;
  /** Hashes of the address and the browser. */
  evidence: Record<string, string>;
}

/**
 * `WRONG_CODE` the sample bill was not opened, so it is not shown that bills can be · `NEW_WORDING` the words have changed
 * since they were shown · the rest as consent refuses it.
 */
export type PaperlessAnswer =
  | { kind: 'agreed' }
  | { kind: 'refused'; refusal: 'WRONG_CODE' | 'NEW_WORDING' | ConsentRefusal | 'STOPPED_SINCE' };

/**
 * Takes a customer's agreement to bills without paper, within the caller's transaction, as E-SIGN asks for it: the words
 * that were shown, that the sample bill could be opened, when and from where. All of it goes into the ledger.
 */
export async function agreePaperless(tx: TxCtx, order: PaperlessOrder): Promise<PaperlessAnswer> {
  const { billerId, accountId, phoneId, brand, language, code, evidence } = order;
  const said = findWording(PAPERLESS_KEY, { channel: 'web', language, brand });
  if (!said) throw new Error('no wording of paperless for the web');
  if (said.wordingKey !== order.wordingKey) return { kind: 'refused', refusal: 'NEW_WORDING' };
  const digits = code.replace(/\D/g, '');
  if (digits !== sampleCode(tx.ids, accountId, said.wordingKey)) {
    return { kind: 'refused', refusal: 'WRONG_CODE' };
  }
  const answer = await changeConsent(tx, {
    billerId,
    phoneId,
    act: 'granted',
    purpose: 'paperless',
    channel: 'web',
    wording: said.words,
    wordingKey: said.wordingKey,
    actor: 'customer',
    evidence: { ...evidence, page: 'paperless', opened: 'sample-bill.pdf', code: digits },
  });
  return answer.kind === 'refused' ? answer : { kind: 'agreed' };
}
