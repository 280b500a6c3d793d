const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long before a debit of another amount than the last one its owner is told (12 CFR 1005.10(d)). */
export const NOTICE_DAYS = 10;

export interface NoticeFacts {
  /** A bank account, or a debit card: whose transfers the rule is about. */
  isFromAccount: boolean;
  amountMinor: number;
  /** What was last taken under the mandate; null where nothing was. */
  lastMinor: number | null;
  /** When the text left that told the customer of this charge and of this very amount; null where none did. */
  toldAt: Date | null;
  /** Where that text stands: there is none · it has not left yet · it did not arrive, or may not be sent. */
  telling: 'none' | 'on-its-way' | 'told' | 'failed';
  now: Date;
}

/** `untilMs` the first instant, in milliseconds since the epoch, at which it may be charged, once it has been told. */
export type NoticeDecision =
  | { kind: 'charge' }
  | { kind: 'tell-first' }
  | { kind: 'wait'; untilMs: number }
  /** It could not be told, so it cannot be charged. */
  | { kind: 'never' };

/**
 * Whether a charge to an account may be made as far as its notice goes: one that takes what the last one took needs none, any
 * other is told ten days before, with its amount. Nothing was taken before the first one, so that is told too.
 */
export function decideNotice(facts: NoticeFacts): NoticeDecision {
  if (!facts.isFromAccount || facts.amountMinor === facts.lastMinor) return { kind: 'charge' };
  if (facts.telling === 'failed') return { kind: 'never' };
  if (facts.telling === 'on-its-way') return { kind: 'wait', untilMs: facts.now.getTime() + HOUR_MS };
  if (facts.toldAt === null) return { kind: 'tell-first' };
  const untilMs = facts.toldAt.getTime() + NOTICE_DAYS * DAY_MS;
  return facts.now.getTime() >= untilMs ? { kind: 'charge' } : { kind: 'wait', untilMs };
}
