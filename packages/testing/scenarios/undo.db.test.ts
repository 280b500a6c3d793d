import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { undoPayment } from '@kvitt/flows/payment/undo-payment';
import { latestPayment } from '@kvitt/testing/land-late';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const VOIDING = { method: 'PUT', path: '/void' };

async function addPaid(): Promise<{
  cindy: Person;
  invoiceId: string;
  undo: () => ReturnType<typeof undoPayment>;
}> {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const invoiceId = await cindy.issue(8420);
  await cindy.says('PAY');
  await cindy.says(`YES ${codeIn(cindy.lastText())}`);
  const { id: paymentId } = await latestPayment(world, cindy.accountId);
  return { cindy, invoiceId, undo: () => undoPayment(world.ctx, { billerId, paymentId }) };
}

const due = (invoiceId: string) => loadReceivable(stage.world.ctx.em.fork(), stage.billerId, invoiceId);
const statuses = async (cindy: Person) => (await cindy.sales()).map(({ status }) => status);

describe('UNDO', () => {
  it('voids the sale, opens the bill again, and says so', async () => {
    const { cindy, invoiceId, undo } = await addPaid();
    expect(await undo()).toEqual({ kind: 'undone' });
    await stage.world.pass(5_000);
    expect(await statuses(cindy)).toEqual(['voided']);
    expect(await due(invoiceId)).toBe(8420);
    expect(cindy.lastText()).toMatch(/^Acme: Your payment of \$84\.20 with Visa \.\.1881 was taken back/);
  });

  it('twice, also at the same instant, undoes once, and the bill can be paid again', async () => {
    const { cindy, invoiceId, undo } = await addPaid();
    const answers = await Promise.all([undo(), undo()]);
    expect(answers.filter(({ kind }) => kind === 'undone')).toHaveLength(1);
    expect(await undo()).toEqual({ kind: 'refused', refusal: 'NOTHING_TO_UNDO' });
    // Past the time in which the same words are one text that came twice.
    await stage.world.pass(20_000, 5_000);
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect((await statuses(cindy)).sort()).toEqual(['submitted_for_settlement', 'voided']);
    expect(await due(invoiceId)).toBe(0);
  });

  it('is too late when its minutes are over, and changes nothing', async () => {
    const { cindy, invoiceId, undo } = await addPaid();
    await stage.world.pass(600_000, 60_000);
    expect(await undo()).toEqual({ kind: 'refused', refusal: 'TOO_LATE' });
    expect(await due(invoiceId)).toBe(0);
    expect(await statuses(cindy)).toEqual(['submitted_for_settlement']);
  });

  it.each(['drop-before', 'drop-after'] as const)(
    'whose answer is lost (%s) is asked about, and told of when it is known',
    async (kind) => {
      const { cindy, invoiceId, undo } = await addPaid();
      stage.world.braintree.faults.add({ kind, ...VOIDING });
      expect(await undo()).toEqual({ kind: 'checking' });
      await stage.world.pass(2_000);
      expect(cindy.lastText()).toMatch(/We are taking back your payment of \$84\.20/);
      await stage.world.pass(30_000, 5_000);
      expect(await statuses(cindy)).toEqual(['voided']);
      expect(await due(invoiceId)).toBe(8420);
      expect(cindy.lastText()).toMatch(/was taken back/);
    },
  );
});
