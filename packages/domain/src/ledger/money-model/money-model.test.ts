import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { MANUAL_ADJUSTMENTS } from '../../invoice/adjustment.ts';
import { money } from '../../money/money.ts';
import type { AgreedPart } from '../../payment/payment-part.ts';
import { AgreedBooks } from './agreed-books.ts';
import type { BookedPayment } from './books.ts';

/** As many as CI is to see; a failure prints its seed and the shortest sequence that shows it. */
const SEQUENCES = 10_000;
// A busy machine has all the time it needs.
vi.setConfig({ testTimeout: 300_000 });

const START = new Date('2026-11-20T15:00:00Z');

/** What the processor and the network make of a request. */
const aFate = fc.constantFrom('approved', 'declined', 'lost-captured', 'lost-nowhere', 'late' as const);
type Fate = 'approved' | 'declined' | 'lost-captured' | 'lost-nowhere' | 'late';

/** One thing that happens to the books; the model is what must hold afterwards, whatever came before. */
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
    holds(books);
  }

  toString(): string {
    return this.#name;
  }
}

const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)];

function charge(books: AgreedBooks, payment: BookedPayment | undefined, fate: Fate): void {
  if (!payment) return;
  if (fate === 'approved' || fate === 'lost-captured') books.capture(payment);
  books.learn(payment, fate === 'approved' || fate === 'declined' ? fate : 'unknown');
}

/** A lost answer is asked about: by now the processor shows the sale, or believably never got it. */
function settle(books: AgreedBooks, payment: BookedPayment | undefined, isLate: boolean): void {
  if (payment?.state !== 'unknown') return;
  if (books.captures.has(payment.id)) {
    books.learn(payment, 'approved');
    return;
  }
  books.learn(payment, 'declined');
  if (!isLate) return;
  books.capture(payment);
  books.learn(payment, 'approved');
}

const steps = [
  fc
    .integer({ min: 1, max: 30_000 })
    .map((minor) => new Step(`issue ${minor}`, (books) => books.issue(minor))),
  fc.tuple(fc.nat(30_000), fc.boolean(), aFate).map(
    ([minor, isWhole, fate]) =>
      new Step(`pay ${isWhole ? 'all' : minor}, ${fate}`, (books) => {
        const wish = isWhole
          ? ({ kind: 'whole' } as const)
          : ({ kind: 'amount', amount: money(minor, 'USD') } as const);
        const parts = books.ask(wish);
        if (parts) charge(books, books.start(parts), fate);
      }),
  ),
  fc.tuple(fc.nat(30_000), aFate, aFate).map(
    ([minor, one, other]) =>
      new Step(`two phones pay at once, ${one} and ${other}`, (books) => {
        // Both were asked before either paid.
        const questions: (readonly AgreedPart[] | undefined)[] = [
          books.ask({ kind: 'whole' }),
          books.ask({ kind: 'amount', amount: money(minor, 'USD') }),
        ];
        const started = questions.map((parts) => parts && books.start(parts));
        if (questions[0] && questions[1]) expect(started.filter(Boolean).length).toBeLessThanOrEqual(1);
        charge(books, started[0], one);
        charge(books, started[1], other);
      }),
  ),
  fc.tuple(fc.nat(30_000), fc.nat(30_000), aFate, aFate).map(
    ([first, second, one, other]) =>
      new Step(`old questions of ${first} and ${second} are answered, ${one} and ${other}`, (books) => {
        const questions = [first, second].map((minor) =>
          books.ask({ kind: 'amount', amount: money(minor, 'USD') }),
        );
        if (questions[0]) charge(books, books.start(questions[0]), one);
        if (questions[1]) charge(books, books.start(questions[1]), other);
      }),
  ),
  fc
    .tuple(fc.nat(), fc.boolean())
    .map(
      ([index, isLate]) =>
        new Step(`ask about a lost answer${isLate ? ', which lands late' : ''}`, (books) =>
          settle(books, pick(books.payments, index), isLate),
        ),
    ),
  fc.nat().map(
    (index) =>
      new Step('the same outcome is learned again', (books) => {
        const payment = pick(books.payments, index);
        if (payment && books.captures.has(payment.id) && payment.state !== 'voided')
          books.learn(payment, 'approved');
      }),
  ),
  fc.nat().map(
    (index) =>
      new Step('UNDO', (books) => {
        const payment = pick(books.payments, index);
        if (payment) books.undo(payment);
      }),
  ),
  fc
    .tuple(
      fc.nat(),
      fc.integer({ min: -1, max: 40_000 }),
      fc.constantFrom('reopen' as const, 'allow' as const),
    )
    .map(
      ([index, minor, effect]) =>
        new Step(`refund ${minor}, ${effect}`, (books) => {
          const payment = pick(books.payments, index);
          if (payment) books.refund(payment, minor, effect);
        }),
    ),
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
        if (bill) books.chargeFee(bill);
      }),
  ),
  fc.tuple(fc.nat(), aFate, aFate).map(
    ([index, one, other]) =>
      new Step(`autopay and PAY at once, ${one} and ${other}`, (books) => {
        const bill = pick(books.bills, index);
        const asked = bill && books.ask({ kind: 'whole', bills: [bill.id] });
        const own = bill && books.autopay(bill.id);
        const texted = asked && books.start(asked);
        expect([own, texted].filter(Boolean).length).toBeLessThanOrEqual(1);
        charge(books, own, one);
        charge(books, texted, other);
      }),
  ),
  fc.tuple(fc.nat(), fc.boolean()).map(
    ([index, isWon]) =>
      new Step(`dispute that is ${isWon ? 'won' : 'lost'}`, (books) => {
        const payment = pick(books.payments, index);
        if (payment) books.dispute(payment, isWon);
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
  fc.tuple(aFate, aFate).map(
    ([one, other]) =>
      new Step(`two phones pay an instalment, ${one} and ${other}`, (books) => {
        const [first, second] = books.payInstalment(2);
        expect([first, second].filter(Boolean).length).toBeLessThanOrEqual(1);
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

/** What must hold after every step. */
function holds(books: AgreedBooks): void {
  for (const { postings, causeId } of books.entries.values()) {
    const sum = postings.reduce((total, { minor }) => total + minor, 0);
    if (sum !== 0) throw new Error(`entry of ${causeId} does not balance: ${sum}`);
  }
  for (const { id } of books.bills) expect(books.due(id), `due on ${id}`).toBeGreaterThanOrEqual(0);
  for (const [id, times] of books.captures) expect(times, `captures of ${id}`).toBe(1);
  for (const { id } of books.bills) {
    const live = books.payments.filter(
      ({ state, parts }) =>
        (state === 'started' || state === 'unknown') && parts.some(({ invoiceId }) => invoiceId === id),
    );
    expect(live.length, `live payments of ${id}`).toBeLessThanOrEqual(1);
  }
  const posted = [...books.entries.values()]
    .flatMap(({ postings }) => postings)
    .filter(({ account }) => account === 'processor')
    .reduce((sum, { minor }) => sum + minor, 0);
  const captured = books.payments
    .filter(({ state }) => state !== 'unknown')
    .reduce((sum, { id }) => sum + (books.held.get(id) ?? 0), 0);
  expect(posted, 'the ledger holds what the processor holds').toBe(captured);
  const { postedMinor, leftMinor } = books.creditsOwed();
  expect(postedMinor, 'the ledger owes what is left of the credits').toBe(leftMinor);
  const plan = books.standing();
  if (plan) {
    const open = plan.instalments.reduce((sum, { openMinor }) => sum + openMinor, 0);
    expect(open, 'the instalments are what the bills of the plan owe').toBe(plan.leftMinor);
    expect(plan.dueMinor, 'no more of a plan is due than is left of it').toBeLessThanOrEqual(plan.leftMinor);
  }
  expect(books.receipts, 'receipts are what was captured, less what went back').toBe(captured);
}

it('books stay right through any sequence of payments, autopay, plans, promises, credits, disputes, UNDO, refunds, adjustments, fees and lost answers', () => {
  const sequence = fc.commands(steps, { maxCommands: 40, size: 'max' });
  fc.assert(
    fc.property(sequence, (commands) => {
      fc.modelRun(() => ({ model: {}, real: new AgreedBooks(START) }), commands);
    }),
    { numRuns: SEQUENCES },
  );
});
