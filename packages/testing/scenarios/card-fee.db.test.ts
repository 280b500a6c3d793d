import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { loadMovements } from '@kvitt/db/statement/load-movements';
import type { CardFeeTerms } from '@kvitt/domain/payment/card-fee';
import { makeStatement } from '@kvitt/domain/statement/make-statement';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { saveMoneyRules } from '@kvitt/flows/payment/save-money-rules';
import { startRefund } from '@kvitt/flows/refund/start-refund';
import { makeLink } from '@kvitt/flows/session/make-link';
import { latestPayment } from '@kvitt/testing/land-late';
import { addPerson, type Traits } from '@kvitt/testing/people';
import { openBrowser } from '@kvitt/testing/portal-browser';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { payOnLink, sendForm, viewOf, visitPage } from '@kvitt/testing/visit-page';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';

const stage = useWorld();

const CREDIT_CARD = 'fake-valid-no-indicators-nonce';
const SURCHARGE: CardFeeTerms = { kind: 'surcharge', bp: 250, costBp: 250, announcedOn: '2026-10-01' };

/** Longer than the processor takes to settle a sale. */
const SETTLED_MS = 36 * 3_600_000;

const setFee = (cardFee: CardFeeTerms | null) =>
  inTransaction(stage.world.ctx, (tx) => saveMoneyRules(tx, stage.billerId, { cardFee }));

beforeEach(() => setFee(SURCHARGE));

let nextTexan = 5_550_110;

/** Somebody with a bill and a credit card, whose number is of Texas, where a surcharge is allowed. */
async function addTexan(traits: Traits = {}) {
  const { world, billerId } = stage;
  const phone = `1512${nextTexan++}`;
  const cindy = await addPerson(world, billerId, { phone, card: CREDIT_CARD, ...traits });
  const invoiceId = await cindy.issue(8_420);
  const link = () => inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
  return { cindy, link, due: () => loadReceivable(world.ctx.em.fork(), billerId, invoiceId) };
}

async function addPaid() {
  const texan = await addTexan();
  await texan.cindy.says('PAY');
  await texan.cindy.says(`YES ${codeIn(texan.cindy.lastText())}`);
  return { ...texan, payment: await latestPayment(stage.world, texan.cindy.accountId) };
}

/** What an account of the ledger holds of one payment, by what caused it. */
async function postings(account: string, causeId: string) {
  const { rows } = await sql<{ line: string }>`
    select e.cause || ' ' || sum(g.minor) as line from journal_entry e
    join posting g on g.biller_id = e.biller_id and g.entry_id = e.id
    where g.account = ${account} and e.cause_id = ${causeId} group by e.cause order by e.cause`.execute(
    stage.world.ctx.em.fork().getKysely(),
  );
  return rows.map(({ line }) => line);
}

describe('a fee for paying by credit card', () => {
  it('is stated with the sum before anything is charged, charged as stated, and said in the receipt', async () => {
    const { cindy, due, payment } = await addPaid();
    const [question, receipt] = cindy.texts().slice(-2);
    expect(question?.text).toContain('Pay $84.20 + $2.10 card fee = $86.30 for bill');
    expect(receipt?.text).toContain('Paid $86.30 ($84.20 + $2.10 card fee) on');
    expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['86.30']);
    expect(await due()).toBe(0);
    // The terms that it was worked out by stay with it, whatever the biller decides later.
    expect(payment).toMatchObject({ amountMinor: 8_630, feeMinor: 210, feeTerms: SURCHARGE });
    expect(await postings('card-fee', payment.id)).toEqual(['payment-captured -210']);
    expect(await postings('processor', payment.id)).toEqual(['payment-captured 8630']);
  });

  it.each<[string, Traits]>([
    ['a debit card', { card: 'fake-valid-debit-nonce' }],
    ['a prepaid card', { card: 'fake-valid-prepaid-nonce' }],
    ['a card whose bank does not say', { card: 'fake-valid-visa-nonce' }],
    ['a number of Massachusetts', { phone: '16175550101' }],
    ['a number of Sweden', { phone: '46701740605' }],
  ])('is not added for %s', async (_, traits) => {
    const { cindy } = await addTexan(traits);
    await cindy.says('PAY');
    expect(cindy.lastText()).toContain('Pay $84.20 for bill');
  });

  it('that is another by the time of the YES is asked about anew, and nothing is charged', async () => {
    const { cindy } = await addTexan();
    await cindy.says('PAY');
    await setFee({ ...SURCHARGE, bp: 300, costBp: 300 });
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(cindy.lastText()).toContain('$84.20 + $2.52 card fee = $86.72');
    expect(await cindy.sales()).toEqual([]);
    await setFee(null);
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(cindy.lastText()).toContain('Pay $84.20 for bill');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['84.20']);
  });

  it('is asked about also where PAY alone would charge: the bill’s own text named no fee', async () => {
    const { cindy } = await addTexan({ isOneReplyOn: true });
    await cindy.announce();
    await stage.world.pass(60_000, 10_000);
    await cindy.says('PAY');
    expect(cindy.lastText()).toContain('$84.20 + $2.10 card fee = $86.30');
    expect(await cindy.sales()).toEqual([]);
  });

  it('is added to a part by its own size', async () => {
    const { cindy, due } = await addTexan();
    await cindy.says('PAY 50');
    expect(cindy.lastText()).toContain('$50.00 + $1.25 card fee = $51.25');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['51.25']);
    expect(await due()).toBe(3_420);
  });
});

describe('a payment with a fee that goes back', () => {
  it('by UNDO takes its fee with it', async () => {
    const { cindy, due, payment } = await addPaid();
    await cindy.says('UNDO');
    await stage.world.pass(30_000, 10_000);
    expect((await cindy.sales()).map(({ status }) => status)).toEqual(['voided']);
    expect(await due()).toBe(8_420);
    expect(await postings('card-fee', payment.id)).toEqual(['payment-captured -210', 'payment-voided 210']);
    // It is named on the statement of account beside its payment, and was never owed.
    const { billerId } = stage;
    const of = { billerId, accountId: cindy.accountId, currency: 'USD' as const };
    const days = { from: '2026-01-01', to: '2027-12-31' };
    const moved = await loadMovements(stage.world.ctx.em.fork(), { ...of, ...days });
    const { rows, closingMinor } = makeStatement({ currency: 'USD', ...days, language: 'en', ...moved });
    expect(rows.map(({ words, minor }) => [words.replace(/ C-\S+/, ''), minor])).toEqual([
      ['Bill', 8_420],
      ['Payment for bill + $2.10 card fee', -8_420],
      ['Payment taken back, bill + $2.10 card fee', 8_420],
    ]);
    expect(closingMinor).toBe(8_420);
  });

  it('in parts takes its share of the fee, and the last part all that is left of it', async () => {
    const { world, billerId } = stage;
    const { due, payment } = await addPaid();
    const give = async (amountMinor?: number) => {
      const refundId = world.ctx.ids.next();
      await inTransaction(world.ctx, (tx) =>
        startRefund(tx, {
          billerId,
          paymentId: payment.id,
          refundId,
          ...(amountMinor !== undefined && { amountMinor }),
          effect: 'reopen',
          reason: 'The meter was read twice.',
          askedBy: 'ann',
        }),
      );
      await world.pass(SETTLED_MS, 4 * 3_600_000);
      return refundId;
    };
    expect(await postings('card-fee', await give(2_000))).toEqual(['refund-made 48']);
    expect(await due()).toBe(1_952);
    expect(await postings('card-fee', await give())).toEqual(['refund-made 162']);
    expect(await due()).toBe(8_420);
  });

  it('through a lost dispute opens the bill for what it paid, and no fee of it is earned', async () => {
    const { world } = stage;
    const { due, payment } = await addPaid();
    const control = (path: string, method: string, body: object) =>
      fetch(`${world.braintree.origin}/sandbox${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await control('/disputes', 'POST', { transactionId: payment.vendorId });
    await world.pass(10_000, 5_000);
    const { id, vendorId } = await world.ctx.em.fork().findOneOrFail(Dispute, { paymentId: payment.id });
    await control(`/disputes/${vendorId}`, 'PUT', { status: 'lost' });
    await world.pass(10_000, 5_000);
    expect(await due()).toBe(8_420);
    expect(await postings('card-fee', id)).toEqual(['dispute-lost 210']);
    expect(await postings('loss', id)).toEqual([]);
  });
});

describe('a fee on the page', () => {
  it('for a card that is entered is shown before anything is charged, and charged once it is agreed to', async () => {
    const { cindy, link, due } = await addTexan({ card: null });
    const url = await link();
    const asked = await payOnLink(url, { nonce: CREDIT_CARD, keepCard: 'on' });
    const { pay } = viewOf(asked, 'pay-fee');
    expect(pay).toMatchObject({ total: { minor: 8_420 }, fee: { minor: 210 }, keepCard: true });
    expect(await cindy.sales()).toEqual([]);
    const form = { paymentId: pay.paymentId, statedMinor: '8420', nonce: pay.nonce, parts: pay.parts };
    const paid = await sendForm(url, { ...form, feeMinor: '210' });
    const { receipt } = viewOf(await visitPage(paid.location), 'settled');
    expect(receipt).toMatchObject({ amount: { minor: 8_630 }, fee: { minor: 210 } });
    expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['86.30']);
    expect(await due()).toBe(0);
  });

  it('is not added to a debit card that is entered', async () => {
    const { cindy, link } = await addTexan({ card: null });
    await payOnLink(await link(), { nonce: 'fake-valid-debit-nonce' });
    expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['84.20']);
  });

  it('stands beside the kept card that bears it, and is charged only as it stood there', async () => {
    const { cindy, link } = await addTexan();
    const em = stage.world.ctx.em.fork();
    const { customerId: id } = await em.findOneOrFail(Account, {
      id: cindy.accountId,
      billerId: stage.billerId,
    });
    await em.nativeUpdate(Customer, { billerId: stage.billerId, id }, { postalCode: '78701' });
    const browser = openBrowser(await link());
    await browser.post('/unlock', { way: 'postal-code', given: '78701', next: 'pay' });
    const { pay } = viewOf(await browser.get('/pay'), 'pay-saved');
    expect(pay.cards).toMatchObject([{ fee: { minor: 210 } }]);
    const [card] = pay.cards;
    const form = { paymentId: pay.paymentId, statedMinor: '8420', parts: pay.parts };
    const unsaid = await browser.post('/pay', { ...form, methodId: card?.methodId ?? '' });
    expect(viewOf(unsaid, 'pay-saved').pay.problem).toEqual({ kind: 'amount-changed' });
    expect(await cindy.sales()).toEqual([]);
    await browser.post('/pay', { ...form, methodId: `${card?.methodId}:210` });
    expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['86.30']);
  });
});
