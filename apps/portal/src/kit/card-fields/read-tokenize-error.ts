import { CARD_FIELD_KEYS, type CardFieldKey, type CardFieldProblem } from './open-card-fields.ts';

export interface TokenizeTrouble {
  /** Fields that the processor found wanting, to be said beside them. */
  fields: Partial<Record<CardFieldKey, CardFieldProblem>>;
  /** What to say above the button where no single field is to blame; `unconfirmed`: its holder, or their bank, did not. */
  general?: 'network' | 'failed' | 'unconfirmed';
}

/** Reads the card library's error, whose `code` and `details.invalidFieldKeys` are its documented contract. */
export function readTokenizeError(error: unknown): TokenizeTrouble {
  const { code, details } = (error ?? {}) as { code?: string; details?: { invalidFieldKeys?: string[] } };
  if (code === 'HOSTED_FIELDS_FIELDS_EMPTY') {
    return { fields: { number: 'empty', expirationDate: 'empty', cvv: 'empty' } };
  }
  if (code === 'HOSTED_FIELDS_TOKENIZATION_CVV_VERIFICATION_FAILED') return { fields: { cvv: 'wrong' } };
  if (code === 'HOSTED_FIELDS_TOKENIZATION_NETWORK_ERROR') return { fields: {}, general: 'network' };
  if (code === 'NOT_CONFIRMED' || code?.startsWith('THREEDS_')) return { fields: {}, general: 'unconfirmed' };
  const named = CARD_FIELD_KEYS.filter((key) => details?.invalidFieldKeys?.includes(key));
  if (named.length === 0) return { fields: {}, general: 'failed' };
  return { fields: Object.fromEntries(named.map((key) => [key, 'wrong'])) };
}
