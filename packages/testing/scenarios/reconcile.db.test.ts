import { AuditEvent } from '@kvitt/db/agent/audit-event.entity';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { money } from '@kvitt/domain/money/money';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { reconcile } from '@kvitt/flows/payment/reconcile';
import { recordReturn } from '@kvitt/flows/payment/record-return';
import { startRefund } from '@kvitt/flows/refund/start-refund';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { latestPayment } from '@kvitt/testing/land-late';
import { addPerson } from '@kvitt/testing/people';
import { postNotice } from '@kvitt/testing/post-notice';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
const HOUR_MS = 3_600_000;
const TODAY = '2026-11-20';

async function addPaid(totalMinor = 8420) {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const invoiceId = await cindy.issue(totalMinor);
  await cindy.says('PAY');
  await cindy.says(`YES ${codeIn(cindy.lastText())}`);
  const payment = await latestPayment(world, cindy.accountId);
  return { cindy, invoiceId, payment, due: () => loadReceivable(world.ctx.em.fork(), billerId, invoiceId) };
}

const compare = (day: string) => reconcile(stage.world.ctx, { billerId: stage.billerId, day, by: 'test' });
const work = (subject?: string) =>
  stage.world.ctx.em
    .fork()
    .find(
      WorkItem,
      { billerId: stage.billerId, ...(subject && { subject }) },
      { orderBy: { openedAt: 'asc' } },
    );

/** What the vendor's own sandbox offers under this path, and no app has any business with. */
async function declineSettlement(saleId: string): Promise<void> {
  const { origin } = stage.world.braintree;
  const answer = await fetch(`${origin}/merchants/merchant/transactions/${saleId}/settlement_decline`, {
    method: 'PUT',
    headers: {
      authorization: `Basic ${Buffer.from('public:private').toString('base64')}`,
      'x-apiversion': '6',
    },
  });
  expect(answer.status).toBe(200);
}

/** A day that nothing has been told of yet. */
async function today(): Promise<string> {
  const { rows } = await sql<{
    day: string;
  }>`select (${stage.world.ctx.clock.now().toISOString()}::timestamptz
    at time zone 'America/New_York')::date::text as day`.execute(stage.world.ctx.em.fork().getKysely());
  return rows[0]?.day ?? '';
}

describe('a day on which the books agree', () => {
  it('is compared by itself in the night after it, opens nothing, and keeps the batches that settled', async () => {
    const { world, billerId } = stage;
    expect(await compare(TODAY)).toEqual({ kind: 'refused', refusal: 'day-not-over' });
    await addPaid();
    await addPaid(1200);
    await world.pass(48 * HOUR_MS, HOUR_MS);
    const { rows } = await sql<Record<string, unknown>>`
      select day::text, sales, sales_minor, differences from reconciliation
      where biller_id = ${billerId} order by day`.execute(world.ctx.em.fork().getKysely());
    expect(rows).toEqual([
      { day: '2026-11-20', sales: 0, sales_minor: '0', differences: 0 },
      { day: '2026-11-21', sales: 2, sales_minor: '9620', differences: 0 },
    ]);
    const batches = await sql<{ minor: string }>`
      select sum(sales_minor) as minor from settlement_batch where biller_id = ${billerId}`.execute(
      world.ctx.em.fork().getKysely(),
    );
    expect(batches.rows).toEqual([{ minor: '9620' }]);
    expect(await work()).toEqual([]);
  });

  it('has refunds in it, lost answers and late sales too', async () => {
    const { world, billerId } = stage;
    const { payment } = await addPaid();
    await addPaid(1300);
    await world.pass(30 * HOUR_MS, HOUR_MS);
    await inTransaction(world.ctx, (tx) =>
      startRefund(tx, {
        billerId,
        paymentId: payment.id,
        refundId: tx.ids.next(),
        amountMinor: 2000,
        effect: 'allow',
        reason: 'test',
        askedBy: 'ann',
      }),
    );
    world.braintree.faults.add({ kind: 'drop-after', method: 'POST', path: '/transactions' });
    await addPaid(700);
    await world.pass(48 * HOUR_MS, HOUR_MS);
    expect(await work()).toEqual([]);
  });
});

describe('a payment that the bank sends back instead of settling it', () => {
  it('is reversed once, opens its bill again, and the customer gets a way to mend it', async () => {
    const { world } = stage;
    const { cindy, payment, due } = await addPaid();
    const day = await today();
    expect(await due()).toBe(0);
    await declineSettlement(payment.vendorId ?? '');
    await world.pass(24 * HOUR_MS, HOUR_MS);
    expect(await due()).toBe(8420);
    expect(cindy.texts().filter(({ text }) => text.includes('returned the payment of $84.20'))).toHaveLength(
      1,
    );
    expect(cindy.lastText()).toMatch(/https?:\/\//);
    await compare(day);
    await postNotice(world, { saleId: payment.vendorId ?? '', kind: 'transaction_settlement_declined' });
    await world.pass(60_000, 10_000);
    expect(await due()).toBe(8420);
    expect(cindy.texts().filter(({ text }) => text.includes('returned the payment'))).toHaveLength(1);
    expect(await work()).toEqual([]);
  });

  it('is known at once where the processor tells of it, and its bill can be paid again', async () => {
    const { world } = stage;
    const { cindy, payment, due } = await addPaid();
    await declineSettlement(payment.vendorId ?? '');
    await postNotice(world, {
      saleId: payment.vendorId ?? '',
      kind: 'transaction_settlement_declined',
      status: 'settlement_declined',
    });
    await world.pass(2_000);
    expect(await due()).toBe(8420);
    await world.pass(14 * HOUR_MS, HOUR_MS);
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(await due()).toBe(0);
  });
});

/** A difference has an owner, then a word on what came of it; it is taken and closed by leads, and closed once. */
async function workAtConsole(id: string): Promise<void> {
  const { world, billerId } = stage;
  const priya = await sitDown(world, billerId, { name: 'Priya Raman', role: 'lead' });
  const maria = await sitDown(world, billerId, { name: 'Maria Santos' });
  const seen = async (agent: AtConsole, isDone: boolean) => {
    const { data } = await agent.ask<{ id: string }[]>('work.list', { isDone });
    return data.filter((one) => one.id === id);
  };
  const move = (agent: AtConsole, reason?: string) =>
    agent.act('work.move', { id, ...(reason !== undefined && { reason }) });
  expect(await seen(maria, false)).toMatchObject([{ kind: 'unknown-sale', owner: null }]);
  expect((await move(maria)).status).toBe(403);
  expect((await move(priya)).data).toEqual({ kind: 'taken' });
  expect(await seen(maria, false)).toMatchObject([{ owner: 'Priya Raman' }]);
  expect((await move(priya, ' ')).message).toBe('no-reason');
  expect((await move(priya, 'The shop’s own.')).data).toEqual({ kind: 'closed' });
  expect((await move(priya, 'Again.')).message).toBe('closed-before');
  expect(await seen(maria, false)).toEqual([]);
  expect(await seen(maria, true)).toMatchObject([{ closedBy: 'Priya Raman', reason: 'The shop’s own.' }]);
  const acts = await world.ctx.em
    .fork()
    .find(AuditEvent, { billerId, subjectId: id }, { orderBy: { id: 1 } });
  expect(acts.map(({ act, actor }) => [act, actor])).toEqual([
    ['work.taken', 'Priya Raman'],
    ['work.closed', 'Priya Raman'],
  ]);
}

describe('a difference', () => {
  it('of a sale that is none of ours is one piece of work, however often it is found, and stays closed', async () => {
    const { world } = stage;
    const day = await today();
    const stranger = await world.ctx.payments.charge({
      paymentId: 'shop-order-17',
      amount: money(4200, 'USD'),
      source: { kind: 'nonce', nonce: 'fake-valid-visa-nonce' },
      initiator: 'customer',
    });
    if (stranger.kind !== 'approved') throw new Error(stranger.kind);
    await world.pass(24 * HOUR_MS, HOUR_MS);
    await Promise.all([compare(day), compare(day)]);
    const [item, other] = await work(stranger.vendorId);
    expect(other).toBeUndefined();
    expect(item).toMatchObject({
      kind: 'unknown-sale',
      subject: stranger.vendorId,
      evidence: { theirsMinor: 4200, oursMinor: 0, day },
    });
    await workAtConsole(item?.id ?? '');
    await compare(day);
    expect(await work(stranger.vendorId)).toHaveLength(1);
    // Given back, so that the comparison after each test finds no strangers.
    await world.ctx.payments.refund(stranger.vendorId, money(4200, 'USD'), 'shop-refund-17');
  });

  it('of a sale that somebody voided by hand names both sides to the cent', async () => {
    const { world } = stage;
    const { payment, due } = await addPaid();
    const day = await today();
    await world.ctx.payments.void(payment.vendorId ?? '');
    await world.pass(24 * HOUR_MS, HOUR_MS);
    expect(await work(payment.id)).toMatchObject([
      { kind: 'missing-sale', subject: payment.id, evidence: { oursMinor: 8420, theirsMinor: 0, day } },
    ]);
    expect(await due()).toBe(0);
    // The biller's own word: the ledger is put right by what the processor did.
    expect(await recordReturn(world.ctx, { billerId: stage.billerId, paymentId: payment.id })).toBe(true);
    expect(await recordReturn(world.ctx, { billerId: stage.billerId, paymentId: payment.id })).toBe(false);
  });

  it('is not looked for while the processor does not answer, and the day stays due', async () => {
    const { world } = stage;
    const { payment } = await addPaid();
    const day = await today();
    world.braintree.faults.add({
      kind: 'status',
      status: 503,
      method: 'POST',
      path: '/advanced_search',
      times: 1_000,
    });
    await world.pass(24 * HOUR_MS, 6 * HOUR_MS);
    expect((await compare(day)).kind).toBe('unanswered');
    const { rows } = await sql`select from reconciliation where day = ${day}`.execute(
      world.ctx.em.fork().getKysely(),
    );
    expect(rows).toEqual([]);
    world.braintree.faults.clear();
    await world.pass(60_000, 60_000);
    expect(await compare(day)).toMatchObject({ kind: 'compared' });
    expect(await work(payment.id)).toEqual([]);
  });
});
