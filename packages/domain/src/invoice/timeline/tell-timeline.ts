import { formatDueDate } from '../../locale/format-due-date.ts';
import { formatMoney } from '../../locale/format-money.ts';
import type { Language } from '../../locale/language.ts';
import { type Currency, money } from '../../money/money.ts';
import type { BillFact, BillFactKind } from './bill-fact.ts';
import { TIMELINE_WORDS } from './timeline-words.ts';

/** One line of a bill's timeline. */
export interface TimelineEntry {
  id: string;
  kind: BillFactKind;
  /** An instant, as ISO text. */
  at: string;
  /** For a sign beside the words: the words say it too. */
  tone: 'plain' | 'good' | 'care';
  words: string;
  /** How often it happened in a row, latest at `at`. */
  times: number;
  /** The code of why; the biller's people have words for it. Null for customers. */
  reason: string | null;
}

export interface TimelineReader {
  language: Language;
  currency: Currency;
  /** `customer` is told what concerns them; `staff` also what the biller does on its own books. */
  audience: 'customer' | 'staff';
}

/** What is the biller's own business: its books, and its trouble with the carrier. */
const STAFF_ONLY: ReadonlySet<BillFactKind> = new Set([
  'not-delivered',
  'small-difference',
  'write-off',
  'write-off-reversed',
]);

const GOOD: ReadonlySet<BillFactKind> = new Set([
  'paid',
  'promise-kept',
  'fee-waived',
  'credit-note',
  'credit-used',
  'early-discount',
  'refunded',
]);

const CARE: ReadonlySet<BillFactKind> = new Set([
  'not-delivered',
  'declined',
  'returned',
  'late-fee',
  'interest',
  'promise-broken',
  'disputed',
  'dispute-lost',
  'collection',
]);

/**
 * Tells what happened to a bill, oldest first, in a reader's words: the one timeline that a customer and the biller's people
 * share. Looks at a bill in a row are one line with their number.
 * @param facts in any order
 */
export function tellTimeline(facts: readonly BillFact[], reader: TimelineReader): TimelineEntry[] {
  const told: TimelineEntry[] = [];
  const inOrder = [...facts].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
  );
  for (const fact of inOrder) {
    if (reader.audience === 'customer' && STAFF_ONLY.has(fact.kind)) continue;
    const last = told.at(-1);
    if (last && last.kind === 'viewed' && fact.kind === 'viewed') {
      last.times++;
      last.at = fact.at;
      continue;
    }
    told.push({
      id: fact.id,
      kind: fact.kind,
      at: fact.at,
      tone: CARE.has(fact.kind) ? 'care' : GOOD.has(fact.kind) ? 'good' : 'plain',
      words: sayFact(fact, reader),
      times: 1,
      reason: reader.audience === 'staff' ? fact.reason : null,
    });
  }
  return told;
}

/** What of one instant comes first. */
const ORDER: readonly BillFactKind[] = ['issued', 'sent', 'reminded', 'linked', 'delivered', 'opened'];

function sayFact(fact: BillFact, { language, currency }: TimelineReader): string {
  const parts: Record<string, string | null> = {
    amount: fact.amountMinor === null ? null : formatMoney(money(fact.amountMinor, currency), language),
    card: fact.card,
    day: fact.day === null ? null : formatDueDate(fact.day, language, 'text'),
    phone: fact.phoneTail,
  };
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
  return fill(
    TIMELINE_WORDS[language][fact.kind].replace(/\[([^\]]*)\]/g, (_, optional: string) =>
      [...optional.matchAll(/\{(\w+)\}/g)].every(([, name]) => parts[name ?? '']) ? optional : '',
    ),
  );
}
