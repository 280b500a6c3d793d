import type { Card } from '@kvitt/domain/offer/journey';
import type { MoneyRules } from '@kvitt/domain/payment/money-rules';
import { changeConsent } from '@kvitt/flows/consent/change-consent';
import { findThread } from '@kvitt/flows/conversation/find-thread';
import { adjustInvoice } from '@kvitt/flows/invoice/adjust-invoice';
import { chargeInterest } from '@kvitt/flows/invoice/charge-interest';
import { chargeLateFees } from '@kvitt/flows/invoice/charge-late-fees';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { saveJourney } from '@kvitt/flows/offer/save-journey';
import { showCard } from '@kvitt/flows/offer/show-card';
import { saveMoneyRules } from '@kvitt/flows/payment/save-money-rules';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { afterEach, describe, expect, it } from 'vitest';

const stage = useWorld();

const DAY_MS = 24 * 3_600_000;

const rules = (some: Partial<MoneyRules>) =>
  inTransaction(stage.world.ctx, (tx) => saveMoneyRules(tx, stage.billerId, some));

afterEach(() => rules({}));

const textsWith = (person: Person, words: RegExp) =>
  person.texts().flatMap(({ text }) => (words.test(text) ? [text] : []));

/** The day that so many days from now is, `YYYY-MM-DD`. */
const dayAhead = (days: number) =>
  new Date(stage.world.ctx.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);

/** Lets days go by without anything being worked on meanwhile, to noon in New York, and has done then what is due. */
async function goAhead(days: number): Promise<void> {
  const { world } = stage;
  await world.clock.advance(Date.parse(`${dayAhead(days)}T17:00:00Z`) - world.clock.now());
  await world.settle();
}

async function pay(person: Person, words = 'PAY'): Promise<void> {
  await person.says(words);
  await person.says(`YES ${codeIn(person.lastText())}`);
}

async function agreeToAdvertising(person: Person): Promise<void> {
  const { world, billerId } = stage;
  await inTransaction(world.ctx, async (tx) => {
    const thread = await findThread(tx, billerId, person.accountId);
    if (!thread) throw new Error('a person without a phone');
    const change = { billerId, phoneId: thread.phoneId, act: 'granted', purpose: 'marketing' } as const;
    await changeConsent(tx, {
      ...change,
      channel: 'web',
      wording: 'I want news and offers.',
      actor: 'customer',
    });
  });
}

describe('the day of a promise', () => {
  const TODAY = /today is the day you chose to pay/;

  it('is told in its morning, once, with what is left of it', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.issue(8420, dayAhead(20));
    await cindy.says(`PROMISE ${dayAhead(2).slice(5).replace('-', '/')}`);
    expect(cindy.lastText()).toMatch(/We have noted/);
    await pay(cindy, 'PAY 20');
    await goAhead(1);
    expect(textsWith(cindy, TODAY)).toEqual([]);
    await goAhead(1);
    await stage.world.settle();
    const [text = '', ...more] = textsWith(cindy, TODAY);
    expect(text).toMatch(
      /^Acme: Cindy, today is the day you chose to pay \$64\.20\. Reply PAY to pay with Visa \.\.\d{4}\. Reply STOP to opt out\. See it: http/,
    );
    expect(more).toEqual([]);
  });

  it('is not told where the promise is kept already', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.issue(8420, dayAhead(20));
    await cindy.says(`PROMISE ${dayAhead(2).slice(5).replace('-', '/')}`);
    await pay(cindy);
    await goAhead(2);
    expect(textsWith(cindy, TODAY)).toEqual([]);
  });
});

describe('a discount for paying early', () => {
  it('is offered once before it lapses, to who agreed to offers and has not paid', async () => {
    const { world, billerId } = stage;
    await rules({ earlyDiscount: { percent: 2, withinDays: 10, offerDaysBefore: 2 } });
    const [cindy, bob, ann] = await Promise.all(
      ['Cindy', 'Bob', 'Ann'].map((firstName) => addPerson(world, billerId, { firstName })),
    );
    if (!cindy || !bob || !ann) throw new Error('three people');
    for (const person of [cindy, bob, ann]) await person.issue(10_000, '2026-12-20');
    await cindy.announce();
    await agreeToAdvertising(cindy);
    await agreeToAdvertising(ann);
    await pay(ann);
    // Its last day is ten days after the twentieth.
    while (dayAhead(0) < '2026-11-28') {
      expect(textsWith(cindy, /instead of/)).toEqual([]);
      await goAhead(1);
    }
    await goAhead(1);
    const offers = [cindy, bob, ann].map((person) => textsWith(person, /instead of/));
    expect(offers.map(({ length }) => length)).toEqual([1, 0, 0]);
    expect(offers[0]?.[0]).toMatch(
      /^Acme: Cindy, bill \S+ is \$98\.00 instead of \$100\.00 if you pay by Mon, Nov 30\. Reply PAY/,
    );
  });
});

describe('a survey with an invitation', () => {
  const SURVEY: Card = {
    kind: 'survey',
    key: 'recommend',
    priority: 1,
    inviteAfterDays: 1,
    words: { en: { title: 'Would you recommend us?' } },
  };

  it('is told after a payment, once, with a link to where it is asked', async () => {
    const { world, billerId } = stage;
    const cards: Card[] = [
      SURVEY,
      { kind: 'notice', key: 'closed', priority: 9, words: { en: { title: 'Closed', body: 'On Monday.' } } },
    ];
    await inTransaction(world.ctx, (tx) => saveJourney(tx, { billerId, journey: { cards }, actor: 'admin' }));
    const cindy = await addPerson(world, billerId);
    const idle = await addPerson(world, billerId);
    await cindy.issue(8420, dayAhead(20));
    await pay(cindy);
    await goAhead(1);
    const asked = textsWith(cindy, /how are we doing/);
    expect(asked).toEqual([expect.stringMatching(/Reply STOP to opt out\. Answer here: http\S+$/)]);
    expect(textsWith(idle, /how are we doing/)).toEqual([]);
    const account = { billerId, accountId: cindy.accountId };
    expect(await inTransaction(world.ctx, (tx) => showCard(tx, account))).toMatchObject({ key: 'recommend' });
    await cindy.issue(1580, dayAhead(20));
    await pay(cindy);
    await goAhead(1);
    expect(textsWith(cindy, /how are we doing/)).toEqual(asked);
  });
});

describe('what makes a late bill dearer', () => {
  const TERMS = { country: 'US', feeMinor: 500, mostPercent: 10, graceDays: 5, isAgreed: true } as const;
  const INTEREST = { country: 'US', agreedBp: 1_800, isAgreed: true, rates: [] } as const;

  it('is one text where a fee and interest come on one day', async () => {
    const { world, billerId } = stage;
    await rules({ lateFee: TERMS, interest: { ...INTEREST, rates: [] } });
    const cindy = await addPerson(world, billerId);
    await cindy.issue(100_000, dayAhead(0));
    await world.clock.advance(31 * DAY_MS);
    const asOf = dayAhead(0);
    await chargeLateFees(world.ctx, { billerId, asOf });
    await chargeInterest(world.ctx, { billerId, asOf });
    await goAhead(1);
    const texts = textsWith(cindy, /late fee|interest/);
    expect(texts).toEqual([
      expect.stringMatching(
        /^Acme: Cindy, we added interest of \$14\.79 and a late fee of \$5\.00 to bill \S+, due .+\. You have \$1,019\.79 to pay\. Reply PAY/,
      ),
    ]);
  });

  it('is told anew with both where what is due has changed while its text waited, and not where the fee was taken back', async () => {
    const { world, billerId } = stage;
    await rules({ lateFee: TERMS, interest: { ...INTEREST, rates: [] } });
    const late = [];
    for (const kind of ['credit-note', 'fee-waived'] as const) {
      const person = await addPerson(world, billerId);
      late.push({ kind, person, invoiceId: await person.issue(100_000, dayAhead(0)) });
    }
    // A Tuesday: on a Sunday, or a holiday, nobody is told of what is late.
    await world.clock.advance((31 + ((13 - world.ctx.clock.now().getUTCDay()) % 7)) * DAY_MS);
    const asOf = dayAhead(0);
    await chargeLateFees(world.ctx, { billerId, asOf });
    await chargeInterest(world.ctx, { billerId, asOf });
    for (const { kind, invoiceId } of late) {
      const adjustment = { billerId, invoiceId, kind, amountMinor: 500, reason: 'test', by: 'ann' };
      await inTransaction(world.ctx, (tx) =>
        adjustInvoice(tx, { ...adjustment, adjustmentId: tx.ids.next() }),
      );
    }
    await goAhead(1);
    // What was overtaken is told anew in the round after that.
    await world.pass(60_000, 20_000);
    const told = late.map(({ person }) => textsWith(person, /late fee|interest/));
    expect(told).toEqual([
      [
        expect.stringMatching(
          /we added interest of \$14\.79 and a late fee of \$5\.00 to bill .+\. You have \$1,014\.79 to pay/,
        ),
      ],
      [],
    ]);
  });

  it('is told of one bill a day, however many of a customer’s bills it comes upon', async () => {
    const { world, billerId } = stage;
    await rules({ lateFee: TERMS });
    const cindy = await addPerson(world, billerId);
    for (const minor of [8420, 1580]) await cindy.issue(minor, '2026-11-20');
    // A Tuesday: on a Sunday, or a holiday, nobody is told of what is late.
    await world.clock.advance((16 - world.ctx.clock.now().getUTCDay()) * DAY_MS);
    await chargeLateFees(world.ctx, { billerId, asOf: dayAhead(0) });
    await world.settle();
    expect(textsWith(cindy, /late fee/)).toHaveLength(1);
    await goAhead(1);
    expect(textsWith(cindy, /late fee/)).toHaveLength(2);
  });
});
