import { DEFAULT_MONEY_RULES } from '@kvitt/domain/payment/money-rules';
import type { RefundEffect } from '@kvitt/domain/refund/refund';
import type { Kernel } from './kernel/kernel.ts';
import type { Dice } from './kernel/process.ts';
import type { Accounts } from './world.ts';

/** What the people of a run can do to us. */
export interface Doors {
  /** A phone sends a text. */
  say(phone: string, body: string): void;
  /** Someone pays bills of one account on a page, all that is due on them. */
  payOnPage(invoiceIds: readonly string[]): void;
  /** Somebody at the desk gives back a share of what was last paid of a bill. */
  refund(invoiceId: string, share: number, effect: RefundEffect): void;
  /** An account's bills are not charged by themselves any more. */
  endMandate(accountId: string): void;
}

export interface Bill {
  invoiceId: string;
  accountId: string;
  totalMinor: number;
}

/** Three accounts, the first of them with two phones; the first two may have a second bill. */
const PHONES: Record<string, string[]> = { ann: ['ann-1', 'ann-2'], bob: ['bob-1'], cat: ['cat-1'] };

export interface Town extends Accounts {
  bills: Bill[];
  phones: string[];
  /** Lays on the agenda what everybody does of their own accord, until `untilMs`. */
  live(untilMs: number, doors: Doors): void;
  /** What somebody does about a text that they have read. */
  read(phone: string, body: string, doors: Doors): void;
}

export function openTown(kernel: Kernel, refunds: number): Town {
  const { dice } = kernel;
  const accountIds = Object.keys(PHONES);
  const oneReply = new Set(accountIds.filter(() => dice() < 0.3));
  const agreed = new Map(accountIds.map((id) => [id, agreeOn(dice)]));
  const byBank = new Set(accountIds.filter(() => dice() < 0.35));
  const issue = (accountId: string, invoiceId: string): Bill => {
    return { invoiceId, accountId, totalMinor: 1_000 + Math.floor(dice() * 9_000) };
  };
  const bills = accountIds.map((accountId) => issue(accountId, `bill of ${accountId}`));
  for (const accountId of accountIds.slice(0, 2))
    if (dice() < 0.4) bills.push(issue(accountId, `second bill of ${accountId}`));
  const phones = accountIds.flatMap((accountId) => PHONES[accountId] ?? []);
  const town: Town = {
    bills,
    phones,
    accountsOf: (phone) => accountIds.filter((accountId) => PHONES[accountId]?.includes(phone)),
    primaryPhoneOf: (accountId) => PHONES[accountId]?.[0] ?? '',
    isOneReplyOn: (accountId) => oneReply.has(accountId),
    paysByBank: (accountId) => byBank.has(accountId),
    agreedOn: (accountId) => agreed.get(accountId),
    rules: dice() < 0.3 ? { ...DEFAULT_MONEY_RULES, cardFee: CARD_FEE } : DEFAULT_MONEY_RULES,
    live(untilMs, doors) {
      for (const phone of phones) {
        for (const { atMs, act } of planDay(dice, untilMs, { town, phone, refunds }))
          kernel.after(atMs, () => act(doors));
      }
    },
    read(phone, body, doors) {
      const answer = react(dice, body);
      if (answer !== undefined) kernel.after(dice() * 20_000, () => doors.say(phone, answer));
    },
  };
  return town;
}

const CARD_FEE = { kind: 'convenience', feeMinor: 250 } as const;

function agreeOn(dice: Dice): 'autopay' | 'plan' | undefined {
  const throwOf = dice();
  if (throwOf < 0.35) return 'autopay';
  return throwOf < 0.55 ? 'plan' : undefined;
}

interface Deed {
  atMs: number;
  act: (doors: Doors) => void;
}

function planDay(
  dice: Dice,
  untilMs: number,
  { town, phone, refunds }: { town: Town; phone: string; refunds: number },
): Deed[] {
  const deeds: Deed[] = [];
  const at = (share: number, act: (doors: Doors) => void) => {
    if (dice() < share) deeds.push({ atMs: dice() * untilMs, act });
  };
  const says = (share: number, body: string) => at(share, (doors) => doors.say(phone, body));
  says(0.9, 'PAY');
  says(0.5, 'PAY');
  says(0.1, 'YES');
  says(0.1, 'NO');
  says(0.1, 'BAL');
  says(0.1, 'UNDO');
  says(0.25, dice() < 0.5 ? 'STOP' : 'please stop texting me');
  says(0.08, 'START');
  // In two minds: the two words cross on their way, and are worked on in any order.
  if (dice() < 0.15) {
    const atMs = dice() * untilMs;
    deeds.push({ atMs, act: (doors) => doors.say(phone, 'START') });
    deeds.push({ atMs: atMs + dice() * 20_000, act: (doors) => doors.say(phone, 'STOP') });
  }
  const [accountId = ''] = town.accountsOf(phone);
  const bills = town.bills.filter((one) => one.accountId === accountId).map((bill) => bill.invoiceId);
  const invoiceId = bills[Math.floor(dice() * bills.length)] ?? '';
  at(0.25, (doors) => doors.payOnPage([invoiceId]));
  if (bills.length > 1) {
    says(0.5, 'PAY ALL');
    at(0.4, (doors) => doors.payOnPage(dice() < 0.5 ? bills : bills.toReversed()));
  }
  const share = dice() < 0.4 ? 1 : dice() * 0.9 + 0.05;
  const effect = dice() < 0.5 ? 'reopen' : 'allow';
  at(refunds, (doors) => doors.refund(invoiceId, share, effect));
  at(0.1, (doors) => doors.endMandate(accountId));
  return deeds;
}

/** YES to a question, PAY once more where it did not work, and now and then a STOP to a receipt. */
function react(dice: Dice, body: string): string | undefined {
  const code = /YES (\d\d)/.exec(body)?.[1];
  if (code !== undefined) return dice() < 0.9 ? `YES ${code}` : undefined;
  if (body === 'payment-did-not-arrive' || body === 'payment-declined')
    return dice() < 0.8 ? 'PAY' : undefined;
  if (body === 'bills-menu') return dice() < 0.5 ? 'ALL' : dice() < 0.7 ? '1' : undefined;
  if (body === 'payment-returned' || body === 'dispute-lost') return dice() < 0.5 ? 'PAY' : undefined;
  if (body === 'bill-ready') return dice() < 0.5 ? 'PAY' : undefined;
  if (body === 'receipt' && dice() < 0.15) return 'UNDO';
  if (body === 'undo-done') return dice() < 0.5 ? 'PAY' : undefined;
  if (body === 'receipt' || body === 'checking-payment') return dice() < 0.1 ? 'STOP' : undefined;
  return undefined;
}
