import { listCredits } from '@kvitt/db/credit/list-credits';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { listBillFacts } from '@kvitt/db/invoice/list-bill-facts';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { loadMovements } from '@kvitt/db/statement/load-movements';
import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { makeStatement } from '@kvitt/domain/statement/make-statement';
import { decideOverpayment } from '@kvitt/flows/credit/decide-overpayment';
import { expireCredits } from '@kvitt/flows/credit/expire-credits';
import { type CreditOrder, grantCredit } from '@kvitt/flows/credit/grant-credit';
import { receiveOutside } from '@kvitt/flows/credit/receive-outside';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import { addPerson, type Person } from '@kvitt/testing/people';
import { openBrowser } from '@kvitt/testing/portal-browser';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const DAY_MS = 86_400_000;

async function grant({ accountId }: Person, order: Partial<CreditOrder> = {}) {
  const { world, billerId } = stage;
  return inTransaction(world.ctx, (tx) =>
    grantCredit(tx, {
      billerId,
      accountId,
      creditId: tx.ids.next(),
      kind: 'goodwill',
      amountMinor: 500,
      reason: 'The outage in May',
      by: 'Ann',
      ...order,
    }),
  );
}

async function receive(person: Person, amountMinor: number, reference: string) {
  const { world, billerId } = stage;
  const { number } = await world.ctx.em.fork().findOneOrFail(Account, { billerId, id: person.accountId });
  return inTransaction(world.ctx, (tx) =>
    receiveOutside(tx, {
      billerId,
      account: number,
      amountMinor,
      currency: 'USD',
      reference,
      receivedOn: '2026-11-20',
      by: 'Ann',
    }),
  );
}

const due = (invoiceId: string) => loadReceivable(stage.world.ctx.em.fork(), stage.billerId, invoiceId);

async function leftOf({ accountId }: Person) {
  const all = await listCredits(stage.world.ctx.em.fork(), { billerId: stage.billerId, accountId });
  return all.map(({ leftMinor, endedAs, isKept }) => [leftMinor, endedAs ?? (isKept ? 'open' : 'asked')]);
}

async function statementOf({ accountId }: Person) {
  const { world, billerId } = stage;
  const of = { billerId, accountId, currency: 'USD' as const, from: '2026-01-01', to: '2027-12-31' };
  const found = await loadMovements(world.ctx.em.fork(), of);
  return makeStatement({ ...of, language: 'en', ...found });
}

describe('a credit', () => {
  it('goes to what is due at once, and what is left of it to the next bill before that is announced', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    const first = await cindy.issue(300);
    await grant(cindy);
    expect([await due(first), await leftOf(cindy)]).toEqual([0, [[200, 'open']]]);
    await world.pass(1_000);
    expect(cindy.lastText()).toMatch(/A credit of \$5\.00 was added to your account/);
    const second = await cindy.issue(8_420);
    await cindy.announce();
    await world.pass(2_000);
    expect(cindy.lastText()).toMatch(/of \$82\.20 is due/);
    expect([await due(second), await leftOf(cindy)]).toEqual([8_220, [[0, 'open']]]);
    const { rows, closingMinor } = await statementOf(cindy);
    expect(rows.map(({ words, minor }) => [words.replace(/C-\S+/, 'N'), minor])).toEqual([
      ['Bill N', 300],
      ['Credit', -500],
      ['Credit used for bill N', 0],
      ['Bill N', 8_420],
      ['Credit used for bill N', 0],
    ]);
    expect(closingMinor).toBe(8_220);
  });

  it('for doing without paper is given once, and what is left of it is taken back with paper', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    const paperless = { kind: 'paperless' as const, amountMinor: 500 };
    expect(await grant(cindy, paperless)).toMatchObject({ kind: 'granted', amountMinor: 500 });
    expect(await grant(cindy, paperless)).toEqual({ kind: 'refused', refusal: 'granted-before' });
    await cindy.says('PAPER');
    expect(await leftOf(cindy)).toEqual([[0, 'taken-back']]);
    expect(await grant(cindy, paperless)).toEqual({ kind: 'refused', refusal: 'granted-before' });
  });

  it('ends when its day is over, and not before', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    const today = world.ctx.clock.now().toISOString().slice(0, 10);
    await grant(cindy, { expiresOn: today });
    await expireCredits(world.ctx);
    expect(await leftOf(cindy)).toEqual([[500, 'open']]);
    await world.pass(DAY_MS, DAY_MS);
    expect(await leftOf(cindy)).toEqual([[0, 'expired']]);
  });

  it('says two weeks before its last day that it ends, once, with what is left of it', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(200);
    const inDays = (days: number) =>
      new Date(world.ctx.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
    await grant(cindy, { expiresOn: inDays(16) });
    await world.pass(DAY_MS, DAY_MS / 2);
    const told = () => cindy.texts().filter(({ text }) => text.includes('can be used until'));
    expect(told()).toEqual([]);
    await world.pass(3 * DAY_MS, DAY_MS / 2);
    expect(told().map(({ text }) => text)).toEqual([
      expect.stringContaining('Your credit of $3.00 can be used'),
    ]);
  });

  it('is held to the limit of the role of who grants it', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    expect(await grant(cindy, { amountMinor: 2_501, role: 'agent' })).toEqual({
      kind: 'refused',
      refusal: 'over-limit',
    });
    expect(await grant(cindy, { amountMinor: 2_501, role: 'lead' })).toMatchObject({ kind: 'granted' });
  });

  it('leaves a bill alone whose payment is under way, so that no more is taken than is due', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    const bill = await cindy.issue(8_420);
    await cindy.says('PAY');
    world.braintree.faults.add({ method: 'POST', path: '/transactions$', kind: 'drop-after' });
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    await grant(cindy);
    await world.pass(600_000, 30_000);
    expect(await due(bill)).toBe(0);
    expect(await leftOf(cindy)).toEqual([[500, 'open']]);
  });
});

describe('money that came in past Kvitt', () => {
  it('pays the oldest bill first, is booked once, and what is short by little is let go', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    const later = await cindy.issue(2_000, '2026-12-27');
    const first = await cindy.issue(1_000);
    expect(await receive(cindy, 2_950, 'bank-1')).toEqual({
      kind: 'received',
      paidMinor: 2_950,
      overMinor: 0,
      settledMinor: 50,
    });
    expect([await due(first), await due(later)]).toEqual([0, 0]);
    expect(await receive(cindy, 2_950, 'bank-1')).toEqual({ kind: 'refused', refusal: 'received-before' });
    // And told on the bill's timeline as any payment is.
    const facts = await listBillFacts(world.ctx.em.fork(), billerId, first);
    expect(facts.filter(({ kind }) => kind === 'paid').map(({ amountMinor }) => amountMinor)).toEqual([
      1_000,
    ]);
  });

  it('beyond what is due is kept apart until the customer says what becomes of it', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(1_000);
    expect(await receive(cindy, 1_500, 'bank-2')).toMatchObject({ paidMinor: 1_000, overMinor: 500 });
    await world.pass(1_000);
    expect(cindy.lastText()).toMatch(/You paid \$5\.00 more than was due/);
    const next = await cindy.issue(800);
    await world.pass(31_000, 31_000);
    expect([await due(next), await leftOf(cindy)]).toEqual([800, [[500, 'asked']]]);
    const [credit] = await listCredits(world.ctx.em.fork(), { billerId, accountId: cindy.accountId });
    const creditId = credit?.creditId ?? '';
    const keep = { billerId, creditId, as: 'kept' as const, by: 'Ann', consent: 'by text' };
    await inTransaction(world.ctx, (tx) => decideOverpayment(tx, keep));
    expect([await due(next), await leftOf(cindy)]).toEqual([300, [[0, 'open']]]);
    const work = await world.ctx.em.fork().findOneOrFail(WorkItem, { billerId, subject: creditId });
    expect(work.reason).toBe('kept as a credit: by text');
    expect((await statementOf(cindy)).closingMinor).toBe(300);
  });

  it('is kept as a credit by KEEP, once, and is nobody’s work any more', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(1_000);
    await receive(cindy, 1_500, 'bank-4');
    const next = await cindy.issue(800);
    await cindy.says('Keep it!');
    expect(cindy.lastText()).toContain('We keep your $5.00');
    expect([await due(next), await leftOf(cindy)]).toEqual([300, [[0, 'open']]]);
    const [credit] = await listCredits(world.ctx.em.fork(), { billerId, accountId: cindy.accountId });
    const subject = { billerId, subject: credit?.creditId ?? '' };
    const work = await world.ctx.em.fork().findOneOrFail(WorkItem, subject);
    expect(work.reason).toBe('kept as a credit: Keep it!');
    await cindy.says('KEEP');
    expect(cindy.lastText()).not.toContain('We keep');
  });

  it('is kept, or asked back, on the page, and its customer is told when a person has sent it back', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(1_000);
    await receive(cindy, 1_500, 'bank-5');
    const next = await cindy.issue(800);
    const account = await world.ctx.em.fork().findOneOrFail(Account, { billerId, id: cindy.accountId });
    await world.ctx.em.nativeUpdate(Customer, { billerId, id: account.customerId }, { postalCode: '60614' });
    const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId: next }));
    const browser = openBrowser(link);
    await browser.post('/unlock', { way: 'postal-code', given: '60614', next: '' });
    const [credit] = await listCredits(world.ctx.em.fork(), { billerId, accountId: cindy.accountId });
    const creditId = credit?.creditId ?? '';
    const shown = async () => (await browser.get()).page?.overpaid?.choice;
    expect(await shown()).toBe('open');
    await browser.post('/credit', { act: 'back', creditId });
    expect([await shown(), await due(next)]).toEqual(['asked-back', 800]);
    const open = await world.ctx.em.fork().find(WorkItem, { billerId, subject: creditId, closedAt: null });
    expect(open.map(({ about }) => about)).toContain('pay back: the customer asked for it');

    const paidBack = { billerId, creditId, as: 'paid-back' as const, by: 'Ann' };
    await inTransaction(world.ctx, (tx) => decideOverpayment(tx, paidBack));
    await world.pass(1_000);
    expect(cindy.lastText()).toContain('We have sent your $5.00 back');
    expect(await world.ctx.em.fork().count(WorkItem, { billerId, subject: creditId, closedAt: null })).toBe(
      0,
    );
    // Too late to be kept: the money has left.
    await browser.post('/credit', { act: 'keep', creditId });
    expect([await shown(), await due(next)]).toEqual([undefined, 800]);

    await receive(cindy, 1_000, 'bank-6');
    const [over] = await listCredits(world.ctx.em.fork(), { billerId, accountId: cindy.accountId });
    await browser.post('/credit', { act: 'keep', creditId: over?.creditId ?? '' });
    expect([await shown(), await due(await cindy.issue(300))]).toEqual([undefined, 300]);
    await world.pass(31_000, 31_000);
    expect(await leftOf(cindy)).toEqual([
      [0, 'open'],
      [0, 'paid-back'],
    ]);
  });

  it('of nobody we know is work for a person', async () => {
    const { world, billerId } = stage;
    const answer = await inTransaction(world.ctx, (tx) =>
      receiveOutside(tx, {
        billerId,
        account: 'X-404',
        amountMinor: 1_000,
        currency: 'USD',
        reference: 'bank-3',
        receivedOn: '2026-11-20',
        by: 'Ann',
      }),
    );
    expect(answer).toEqual({ kind: 'unmatched' });
    const open = await world.ctx.em.fork().find(WorkItem, { billerId, kind: 'unmatched-payment' });
    expect(open.map(({ subject }) => subject)).toEqual(['bank-3']);
  });
});
