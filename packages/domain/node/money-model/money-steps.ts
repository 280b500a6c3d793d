import fc from 'fast-check';
import { MANUAL_ADJUSTMENTS } from '../../src/invoice/adjustment.ts';
import { money } from '../../src/money/money.ts';
import type { AgreedBooks } from './agreed-books.ts';
import type { BookedPayment } from './books.ts';
import { findFaults } from './find-faults.ts';

/** One thing that happens to the books; afterwards all that must hold does, whatever came before. */
class Step implements fc.Command<object, AgreedBooks> {
  readonly #name: string;
  readonly #act: (books: AgreedBooks) => void;

  constructor(name: string, act: (books: AgreedBooks) => void) {
    this.#name = name;
    this.#act = act;
  }

  check(): boolean {
    return true;
  }

  run(_: object, books: AgreedBooks): void {
    this.#act(books);
    const faults = findFaults(books);
    if (faults.length > 0) throw new Error(faults.join(' · '));
  }

  toString(): string {
    return this.#name;
  }
}

/** What the processor and the network make of a charge. */
const aChargeFate = fc.constantFrom(
  'approved',
  'approved',
  'approved',
  'declined',
  'lost-captured',
  'lost-nowhere' as const,
);
type ChargeFate = 'approved' | 'declined' | 'lost-captured' | 'lost-nowhere';
const aFate = fc.constantFrom('answered', 'answered', 'lost-done', 'lost-nowhere' as const);
const anEffect = fc.constantFrom('reopen' as const, 'allow' as const);
const anAmount = fc.nat(30_000);
const aCardFee = fc.option(
  fc.constantFrom(
    { kind: 'convenience', feeMinor: 250 } as const,
    { kind: 'surcharge', bp: 300, costBp: 290, announcedOn: '2026-01-01' } as const,
  ),
);

const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)];
const taken = (books: AgreedBooks) => books.payments.filter(({ state }) => state === 'approved');
const open = (books: AgreedBooks) => books.payments.filter(({ state }) => state === 'unknown');
const part = (minor: number) => ({ kind: 'amount', amount: money(minor, 'USD') }) as const;

function charge(books: AgreedBooks, payment: BookedPayment | undefined, fate: ChargeFate): void {
  if (!payment) return;
  if (fate === 'approved' || fate === 'lost-captured') books.capture(payment);
  books.learn(payment, fate === 'approved' || fate === 'declined' ? fate : 'unknown');
}

/** A lost answer is asked about: by now the processor shows the sale, or believably never got it. */
function settle(books: AgreedBooks, payment: BookedPayment | undefined, isLate: boolean): void {
  if (payment?.state !== 'unknown') return;
  if (books.processor.sales.has(payment.id)) {
    books.learn(payment, 'approved');
    return;
  }
  books.learn(payment, 'declined');
  if (!isLate) return;
  books.capture(payment);
  books.learn(payment, 'approved');
}

const paying = [
  anAmount.map((minor) => new Step(`issue ${minor + 1}`, (books) => books.issue(minor + 1))),
  anAmount.map((minor) => new Step(`issue ${minor + 1}`, (books) => books.issue(minor + 1))),
  fc.tuple(fc.nat(12_000), fc.boolean(), aChargeFate).map(
    ([minor, isWhole, fate]) =>
      new Step(`pay ${isWhole ? 'all' : minor}, ${fate}`, (books) => {
        const asked = books.ask(isWhole ? { kind: 'whole' } : part(minor));
        if (asked) charge(books, books.start(asked), fate);
      }),
  ),
  fc.tuple(anAmount, aChargeFate, aChargeFate).map(
    ([minor, one, other]) =>
      new Step(`two phones pay at once, ${one} and ${other}`, (books) => {
        // Both were asked before either paid.
        const questions = [books.ask({ kind: 'whole' }), books.ask(part(minor))];
        const [first, second] = questions.map((asked) => asked && books.start(asked));
        charge(books, first, one);
        charge(books, second, other);
      }),
  ),
  fc.tuple(anAmount, anAmount, aChargeFate, aCardFee).map(
    ([first, second, fate, cardFee]) =>
      new Step(`old questions of ${first} and ${second} are answered, ${fate}`, (books) => {
        const questions = [books.ask(part(first)), books.ask(part(second)), books.ask({ kind: 'whole' })];
        books.cardFee = cardFee;
        for (const asked of questions) charge(books, asked && books.start(asked), fate);
      }),
  ),
  fc
    .tuple(fc.nat(), fc.boolean())
    .map(
      ([index, isLate]) =>
        new Step(`ask about a lost answer${isLate ? ', which lands late' : ''}`, (books) =>
          settle(books, pick(open(books), index), isLate),
        ),
    ),
  fc.nat().map(
    (index) =>
      new Step('the same outcome is learned again', (books) => {
        const payment = pick(books.payments, index);
        if (payment?.state === 'approved') books.learn(payment, 'approved');
      }),
  ),
  fc.tuple(fc.nat(), aChargeFate, aChargeFate).map(
    ([index, one, other]) =>
      new Step(`autopay and PAY at once, ${one} and ${other}`, (books) => {
        const bill = pick(books.bills, index);
        const asked = bill && books.ask({ kind: 'whole', bills: [bill.id] });
        const own = bill && books.autopay(bill.id);
        const texted = asked && books.start(asked);
        charge(books, own, one);
        charge(books, texted, other);
      }),
  ),
  fc.tuple(fc.nat(), aChargeFate).map(
    ([index, fate]) =>
      new Step(`autopay after a PAY under way, ${fate}`, (books) => {
        const bill = pick(books.bills, index);
        const asked = bill && books.ask({ kind: 'whole', bills: [bill.id] });
        const texted = asked && books.start(asked);
        charge(books, bill && books.autopay(bill.id), fate);
        charge(books, texted, fate);
      }),
  ),
];

const goingBack = [
  fc.constant(
    new Step('all sales settle', (books) => {
      for (const { id } of books.payments) books.processor.settle(id);
    }),
  ),
  fc.tuple(fc.nat(), aFate).map(
    ([index, fate]) =>
      new Step(`UNDO, ${fate}`, (books) => {
        const payment = pick(taken(books), index);
        if (payment) books.undo(payment, fate);
      }),
  ),
  fc.tuple(fc.nat(), fc.integer({ min: -1, max: 110 }), anEffect, aFate).map(
    ([index, percent, effect, fate]) =>
      new Step(`refund ${percent} percent, ${effect}, ${fate}`, (books) => {
        const payment = pick(taken(books), index);
        const minor = payment && Math.round((payment.amountMinor * percent) / 100);
        if (payment && minor !== undefined) books.refund(payment, minor, effect, fate);
      }),
  ),
  fc.tuple(fc.nat(), aFate).map(
    ([index, fate]) =>
      new Step(`a refund is gone on with, ${fate}`, (books) => {
        const live = books.refunds.filter(({ state }) => state === 'started' || state === 'unknown');
        const refund = pick(live, index);
        if (refund) books.perform(refund, fate);
      }),
  ),
  fc.tuple(fc.nat(), anAmount, fc.boolean()).map(
    ([index, minor, isWhole]) =>
      new Step(`dispute of ${isWhole ? 'all' : minor + 1}`, (books) => {
        const payment = pick(taken(books), index);
        if (payment) books.openDispute(payment, isWhole ? payment.amountMinor : minor + 1);
      }),
  ),
  fc.tuple(fc.nat(), fc.constantFrom('won' as const, 'lost' as const), fc.constantFrom(0, 0, 700)).map(
    ([index, state, wonMinor]) =>
      new Step(`a dispute is ${state}, ${wonMinor} of it won`, (books) => {
        const dispute = pick(books.disputes, index);
        if (dispute) books.decideDispute(dispute, state, wonMinor);
      }),
  ),
];

const agreeing = [
  fc.tuple(fc.nat(), fc.constantFrom(...MANUAL_ADJUSTMENTS), fc.integer({ min: -1, max: 30_000 })).map(
    ([index, kind, minor]) =>
      new Step(`${kind} ${minor}`, (books) => {
        const bill = pick(books.bills, index);
        if (bill) books.adjust(bill, kind, minor);
      }),
  ),
  fc.nat().map(
    (index) =>
      new Step('late fee', (books) => {
        const bill = pick(books.bills, index);
        if (bill) books.chargeLateFee(bill);
      }),
  ),
  aCardFee.map(
    (terms) =>
      new Step(`the fee for cards is ${terms?.kind ?? 'off'}`, (books) => {
        books.cardFee = terms;
      }),
  ),
  fc
    .integer({ min: 1, max: 5_000 })
    .map((minor) => new Step(`credit of ${minor}`, (books) => books.grant(minor))),
  fc.constant(new Step('credits are used', (books) => books.useCredits())),
  fc.nat().map((index) => new Step('a credit expires', (books) => books.expire(index))),
  fc.nat().map(
    (index) =>
      new Step('promise', (books) => {
        const bill = pick(books.bills, index);
        if (bill) books.promised.add(bill.id);
      }),
  ),
  fc
    .integer({ min: 2, max: 6 })
    .map((parts) => new Step(`plan in ${parts} parts`, (books) => books.startPlan(parts))),
  fc.tuple(aChargeFate, aChargeFate).map(
    ([one, other]) =>
      new Step(`two phones pay an instalment, ${one} and ${other}`, (books) => {
        const [first, second] = books.payInstalment(2);
        charge(books, first, one);
        charge(books, second, other);
      }),
  ),
  fc.constant(new Step('the plan ends', (books) => books.endPlan())),
  fc
    .integer({ min: 1, max: 40 })
    .map((days) => new Step(`${days} days go by`, (books) => books.letDaysGoBy(days))),
  fc.integer({ min: 1, max: 700 }).map(
    (seconds) =>
      new Step(`${seconds} s go by`, (books) => {
        books.now = new Date(books.now.getTime() + seconds * 1_000);
      }),
  ),
];

/** Sequences of up to sixty steps: mostly bills that are paid and money that goes back, and all else in between. */
const often = [...paying, ...goingBack];
export const sequences = fc.commands([...often, ...often, ...often, ...agreeing], {
  maxCommands: 60,
  size: 'max',
});
