import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { InvoiceHold } from '@kvitt/db/invoice/invoice-hold.entity';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import type { Payment } from '@kvitt/db/payment/payment.entity';
import { Refund } from '@kvitt/db/refund/refund.entity';
import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { answerDispute } from '@kvitt/flows/dispute/answer-dispute';
import { gatherEvidence } from '@kvitt/flows/dispute/gather-evidence';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { performRefund } from '@kvitt/flows/refund/perform-refund';
import { startRefund } from '@kvitt/flows/refund/start-refund';
import { latestPayment } from '@kvitt/testing/land-late';
import { addPerson } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

const stage = useWorld();
const DAY_MS = 24 * 3_600_000;

/** A bill that was paid by text, and whose bank asks for the money back. */
async function addDisputed({
  before,
  ...wish
}: {
  kind?: string;
  amount?: string;
  before?: (payment: Payment) => Promise<void>;
} = {}) {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const invoiceId = await cindy.issue(8420);
  await cindy.says('PAY');
  await cindy.says(`YES ${codeIn(cindy.lastText())}`);
  const payment = await latestPayment(world, cindy.accountId);
  await before?.(payment);
  const control = (path: string, method: string, body: object) =>
    fetch(`${world.braintree.origin}/sandbox${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await control('/disputes', 'POST', { transactionId: payment.vendorId, ...wish });
  await world.pass(10_000, 5_000);
  const find = () => world.ctx.em.fork().findOneOrFail(Dispute, { paymentId: payment.id });
  const { id: disputeId, vendorId } = await find();
  return {
    cindy,
    payment,
    find,
    disputeId,
    vendorId,
    tell: async (status: string) => {
      await control(`/disputes/${vendorId}`, 'PUT', { status });
      await world.pass(10_000, 5_000);
    },
    due: () => loadReceivable(world.ctx.em.fork(), billerId, invoiceId),
    holds: () => world.ctx.em.fork().count(InvoiceHold, { invoiceId, endedAt: null }),
    work: () => world.ctx.em.fork().find(WorkItem, { subject: disputeId, closedAt: null }),
    entries: async () => {
      const { rows } = await sql<{ line: string }>`
        select e.cause || ' ' || g.account || ' ' || g.minor as line from journal_entry e
        join posting g on g.biller_id = e.biller_id and g.entry_id = e.id
        where e.cause_id = ${disputeId} order by e.at, e.cause, g.line`.execute(
        world.ctx.em.fork().getKysely(),
      );
      return rows.map(({ line }) => line);
    },
  };
}

const OPENED = ['dispute-opened disputed 8420', 'dispute-opened processor -8420'];

describe('a dispute', () => {
  it('is taken in by the notice of it: money posted, bill frozen, somebody asked by its day, no refund beside it', async () => {
    const { world, billerId } = stage;
    const { find, entries, holds, work, due, payment } = await addDisputed();
    expect(await find()).toMatchObject({ state: 'open', amountMinor: 8420, replyBy: '2026-11-30' });
    expect(await entries()).toEqual(OPENED);
    expect(await holds()).toBe(1);
    expect(await due()).toBe(0);
    expect(await work()).toMatchObject([{ kind: 'dispute', about: 'answer by 2026-11-30' }]);
    const refund = await inTransaction(world.ctx, (tx) =>
      startRefund(tx, {
        billerId,
        paymentId: payment.id,
        refundId: tx.ids.next(),
        effect: 'allow',
        reason: 'test',
        askedBy: 'ann',
      }),
    );
    expect(refund).toEqual({ kind: 'refused', refusal: 'disputed' });
  });

  it('stops a refund that has not left, and asks a person about one that has', async () => {
    const { world, billerId } = stage;
    const refundId = world.ctx.ids.next();
    const order = { billerId, refundId, effect: 'allow', reason: 'test', askedBy: 'ann' } as const;
    const start = async (payment: Payment) => {
      await inTransaction(world.ctx, (tx) =>
        startRefund(tx, { ...order, paymentId: payment.id, amountMinor: 500 }),
      );
      // The sale has not settled: the processor takes no part of it back yet, and the refund waits for that.
      expect(await performRefund(world.ctx, { billerId, refundId })).toBe('started');
    };
    const { entries, work } = await addDisputed({ before: start });
    const refund = await world.ctx.em.fork().findOneOrFail(Refund, { billerId, id: refundId });
    expect([refund.state, refund.refusal, refund.askAt]).toEqual(['refused', 'disputed', null]);
    expect(await performRefund(world.ctx, { billerId, refundId })).toBe('refused');
    expect(await entries()).toEqual(OPENED);
    expect((await work()).map(({ about }) => about)).toEqual(['answer by 2026-11-30']);

    const sent = world.ctx.ids.next();
    const { work: workOfOther } = await addDisputed({
      before: async (payment) => {
        const other = { ...order, refundId: sent, paymentId: payment.id, amountMinor: 500 };
        await inTransaction(world.ctx, (tx) => startRefund(tx, other));
        const left = { sentAt: world.ctx.clock.now(), askAt: null };
        await world.ctx.em.fork().nativeUpdate(Refund, { billerId, id: sent }, left);
      },
    });
    expect((await workOfOther()).map(({ about }) => about).toSorted()).toEqual([
      'answer by 2026-11-30',
      `refund ${sent} is at the processor`,
    ]);
    // It never arrived there: now that the bank has the money, it is not sent again.
    const lost = { state: 'unknown' as const, sentAt: new Date(world.ctx.clock.now().getTime() - DAY_MS) };
    await world.ctx.em.fork().nativeUpdate(Refund, { billerId, id: sent }, lost);
    expect(await performRefund(world.ctx, { billerId, refundId: sent })).toBe('refused');
    expect(world.braintree.transactions({ type: 'credit' })).toEqual([]);
    expect(await world.ctx.em.fork().findOneOrFail(Refund, { billerId, id: sent })).toMatchObject({
      refusal: 'disputed',
    });
  });

  it('that is won brings the money back and lets the bill go on', async () => {
    const { tell, find, entries, holds, work, due } = await addDisputed();
    await tell('won');
    expect(await find()).toMatchObject({ state: 'won', wonMinor: 8420 });
    expect(await entries()).toEqual([...OPENED, 'dispute-won disputed -8420', 'dispute-won processor 8420']);
    expect([await holds(), (await work()).length, await due()]).toEqual([0, 0, 0]);
  });

  it.each(['lost', 'expired', 'auto_accepted'])(
    'that is %s opens the bill, which goes on resting',
    async (status) => {
      const { tell, find, entries, holds, due } = await addDisputed();
      await tell(status);
      expect(await find()).toMatchObject({ state: 'lost', vendorStatus: status });
      expect(await entries()).toEqual([
        ...OPENED,
        'dispute-lost disputed -8420',
        'dispute-lost receivable 8420',
      ]);
      expect([await holds(), await due()]).toEqual([1, 8420]);
    },
  );

  it('is moved by no notice that comes late, twice, or out of order', async () => {
    const { world } = stage;
    const { tell, entries, vendorId, find } = await addDisputed();
    await tell('won');
    const before = await entries();
    for (const kind of ['dispute_opened', 'dispute_won', 'dispute_won', 'dispute_disputed'])
      await world.braintree.sendWebhook(kind, vendorId, { duplicate: true });
    await world.pass(10_000, 5_000);
    expect(await entries()).toEqual(before);
    expect(await find()).toMatchObject({ state: 'won' });
  });

  it('that only asks takes no money', async () => {
    const { find, entries } = await addDisputed({ kind: 'retrieval' });
    expect(await find()).toMatchObject({ takesMoney: false });
    expect(await entries()).toEqual([]);
  });
});

describe('an answer to a dispute', () => {
  it('carries what the customer wrote, was told and agreed to, once, also where the processor’s answer is lost', async () => {
    const { world, billerId } = stage;
    const { disputeId, find } = await addDisputed();
    const { statements, texts, consents } = await gatherEvidence(
      { em: world.ctx.em.fork() },
      { billerId, disputeId },
    );
    expect(statements.join(' ')).toMatch(/own phone: .*"YES \d\d"/);
    expect(texts.some(({ body }) => body.includes('$84.20'))).toBe(true);
    expect(consents[0]?.wording).toMatch(/^I agree to texts about my bills/);
    const answer = () =>
      answerDispute(world.ctx, { billerId, disputeId, by: 'ann', evidence: { texts: statements } });
    world.braintree.faults.add({ kind: 'drop-after', method: 'POST', path: '/evidence' });
    expect((await answer()).kind).toBe('unknown');
    expect(await answer()).toEqual({ kind: 'answered' });
    expect(await find()).toMatchObject({ state: 'answered', answeredBy: 'ann' });
    const { vendorId } = await find();
    const there = await world.ctx.payments.findDispute(vendorId);
    expect(there).toMatchObject({ kind: 'found', dispute: { texts: statements } });
    expect(await answer()).toEqual({ kind: 'refused', refusal: 'it is answered' });
    await world.pass(15 * DAY_MS, 12 * 3_600_000);
    expect(await find()).toMatchObject({ state: 'lost' });
  });

  it('that gives in loses it at once', async () => {
    const { world, billerId } = stage;
    const { disputeId, find, due } = await addDisputed();
    expect(await answerDispute(world.ctx, { billerId, disputeId, by: 'ann' })).toEqual({ kind: 'answered' });
    expect(await find()).toMatchObject({ state: 'lost', vendorStatus: 'accepted' });
    expect(await due()).toBe(8420);
  });
});
