import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { money } from '@kvitt/domain/money/money';
import { addDays } from '@kvitt/domain/time/add-days';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { reconcile } from '@kvitt/flows/payment/reconcile';
import { startRefund } from '@kvitt/flows/refund/start-refund';
import { closeWork } from '@kvitt/flows/work/close-work';
import type { Move, PaymentsPort } from '@kvitt/payments/payments-port';
import { latestPayment } from '@kvitt/testing/land-late';
import { addPerson } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { expect, it } from 'vitest';

const stage = useWorld();
const HOUR_MS = 3_600_000;

/** What a processor's records look like to us, whichever of its answers they come in. */
type Seen = Pick<Move, 'vendorId' | 'amount' | 'status'>;
type Change = (seen: Seen) => Partial<Move> | undefined;

/** The processor, whose books say something else of one record wherever they are read. */
function bent(honest: PaymentsPort, vendorId: string, change: Change) {
  const bend = <T extends Seen>(all: readonly T[]): T[] =>
    all.flatMap((one) => {
      if (one.vendorId !== vendorId) return [one];
      const changed = change(one);
      // Under another id it is not found by ours.
      if (changed?.orderId !== undefined && !('orderId' in one)) return [];
      return changed ? [{ ...one, ...changed }] : [];
    });
  return {
    ...honest,
    listMoves: async (span: Parameters<PaymentsPort['listMoves']>[0]) => {
      const answer = await honest.listMoves(span);
      return answer.kind === 'found' ? { ...answer, moves: bend(answer.moves) } : answer;
    },
    searchByPaymentId: async (id: string) => {
      const answer = await honest.searchByPaymentId(id);
      return answer.kind === 'found' ? { ...answer, sales: bend(answer.sales) } : answer;
    },
    searchRefunds: async (id: string) => {
      const answer = await honest.searchRefunds(id);
      if (answer.kind !== 'found') return answer;
      return {
        ...answer,
        refunds: answer.refunds.filter((one) => one.vendorId !== vendorId || change(asSeen(one))),
      };
    },
  } satisfies PaymentsPort;
}

const asSeen = ({ vendorId, amount }: Pick<Seen, 'vendorId' | 'amount'>): Seen => ({
  vendorId,
  amount,
  status: 'settled',
});

/** Somebody paid, got a part back, and all of it settled; somebody else's card was declined. */
async function liveADay() {
  const { world, billerId } = stage;
  const day = world.ctx.clock.now().toISOString().slice(0, 10);
  const cindy = await addPerson(world, billerId);
  await cindy.issue(8_420);
  await cindy.says('PAY');
  await cindy.says(`YES ${codeIn(cindy.lastText())}`);
  const paid = await latestPayment(world, cindy.accountId);
  const dan = await addPerson(world, billerId);
  await dan.issue(200_000);
  await dan.says('PAY');
  await dan.says(`YES ${codeIn(dan.lastText())}`);
  // Of this amount the processor's sandbox says no.
  const declined = await latestPayment(world, dan.accountId);
  await world.pass(2 * HOUR_MS, HOUR_MS);
  const refundId = world.ctx.ids.next();
  await inTransaction(world.ctx, (tx) =>
    startRefund(tx, {
      billerId,
      paymentId: paid.id,
      refundId,
      amountMinor: 2_000,
      effect: 'allow',
      reason: 'The meter was read twice.',
      askedBy: 'ann',
    }),
  );
  await world.pass(48 * HOUR_MS, 4 * HOUR_MS);
  return { day, paid, declined, refundId };
}

it('of every kind becomes work of somebody’s, once, with what both sides say', async () => {
  const { world, billerId } = stage;
  const { day, paid, declined, refundId } = await liveADay();
  const honest = world.ctx.payments;
  const compare = async (payments: PaymentsPort, day: string) => {
    const answer = await reconcile({ ...world.ctx, payments }, { billerId, day, by: 'test' });
    if (answer.kind !== 'compared') throw new Error(answer.kind);
    return answer.differences.map(({ kind, subject, oursMinor, theirsMinor }) => [
      kind,
      subject,
      oursMinor,
      theirsMinor,
    ]);
  };
  expect(await compare(honest, day)).toEqual([]);

  const sale = paid.vendorId ?? '';
  const refunds = await honest.searchRefunds(refundId);
  const refund = (refunds.kind === 'found' && refunds.refunds[0]?.vendorId) || '';
  const another = (minor: number) => () => ({ amount: money(minor, 'USD') });
  // The sale settled in the night after, and only then was a part of it given back.
  const settled = addDays(day, 1);
  const kinds: [PaymentsPort, unknown[], string?][] = [
    [bent(honest, sale, () => undefined), ['missing-sale', paid.id, 8_420, 0]],
    [bent(honest, refund, () => undefined), ['missing-refund', refundId, 2_000, 0]],
    [bent(honest, sale, () => ({ orderId: 'by hand' })), ['unknown-sale', sale, 0, 8_420]],
    [bent(honest, refund, () => ({ orderId: '' })), ['unknown-refund', refund, 0, 2_000], settled],
    [bent(honest, sale, another(8_421)), ['amount-differs', paid.id, 8_420, 8_421]],
    [
      bent(honest, sale, () => ({ amount: money(8_420, 'SEK') })),
      ['currency-differs', paid.id, 8_420, 8_420],
    ],
    [
      bent(honest, declined.vendorId ?? '', () => ({ status: 'settled' })),
      ['state-differs', declined.id, 0, 200_000],
    ],
  ];
  for (const [payments, difference, on = day] of kinds)
    expect(await compare(payments, on)).toContainEqual(difference);

  // The totals of a day are the processor's own word, and no sum of its records.
  expect(await compare(honest, settled)).toEqual([]);
  const summary = await honest.summarizeSettlement(settled);
  const [total] = summary.kind === 'found' ? summary.totals : [];
  expect(total).toMatchObject({ kind: 'sale', count: 1, minor: 8_420, currency: 'USD' });
  const totals = total ? [{ ...total, minor: 8_500 }] : [];
  const summed = { ...honest, summarizeSettlement: async () => ({ kind: 'found' as const, totals }) };
  const subject = `${settled}/${total?.account}/sale`;
  expect(await compare(summed, settled)).toEqual([['batch-differs', subject, 8_420, 8_500]]);
  expect(await compare(summed, settled)).toHaveLength(1);

  const found = [...kinds.map(([, [kind]]) => kind), 'batch-differs'];
  const open = () => world.ctx.em.fork().find(WorkItem, { billerId }, { orderBy: { kind: 'asc' } });
  const items = (await open()).filter(({ kind }) => found.includes(kind));
  expect([...new Set(items.map(({ kind }) => kind))]).toEqual([...found].sort());
  for (const { id } of items)
    await inTransaction(world.ctx, (tx) => closeWork(tx, { billerId, id, by: 'ann' }));
  expect(new Set((await open()).map(({ owner }) => owner))).toEqual(new Set(['ann']));
});
