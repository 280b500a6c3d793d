/** What notes on a phone may be about. */
export const PUSH_KINDS = ['bill', 'receipt'] as const;

export type PushKind = (typeof PUSH_KINDS)[number];

const KINDS: Record<string, PushKind> = {
  'bill-ready': 'bill',
  'bill-ready-more': 'bill',
  'bill-ready-autopay': 'bill',
  'bill-ready-plan': 'bill',
  'bill-ready-one-reply': 'bill',
  'bill-changed': 'bill',
  receipt: 'receipt',
  'receipt-early': 'receipt',
  'receipt-split': 'receipt',
};

/** Whether a text of this template is shown as a note as well, and as what; undefined for all others. */
export function readPushKind(template: string | null): PushKind | undefined {
  return template === null ? undefined : KINDS[template];
}
