import { listCredits } from '@kvitt/db/credit/list-credits';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { listBillFacts } from '@kvitt/db/invoice/list-bill-facts';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { decideOverpayment } from '@kvitt/flows/credit/decide-overpayment';
import { receiveOutside } from '@kvitt/flows/credit/receive-outside';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import { addPerson, type Person } from '@kvitt/testing/people';
import { openBrowser } from '@kvitt/testing/portal-browser';
import { readCredits } from '@kvitt/testing/read-credits';
import { readStatement } from '@kvitt/testing/read-statement';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

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

const leftOf = (person: Person) => readCredits(stage.world, stage.billerId, person);
const statementOf = (person: Person) => readStatement(stage.world, stage.billerId, person);

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
