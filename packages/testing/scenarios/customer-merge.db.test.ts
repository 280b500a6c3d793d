import { randomUUID } from 'node:crypto';
import { Account } from '@kvitt/db/customer/account.entity';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
let priya: AtConsole;
let maria: AtConsole;
let one: { person: Person; customerId: string };
let other: { person: Person; customerId: string };

beforeAll(async () => {
  priya = await sitDown(stage.world, stage.billerId, { name: 'Priya Raman', role: 'lead' });
  maria = await sitDown(stage.world, stage.billerId, { name: 'Maria Santos' });
});

async function add(lastName: string) {
  const person = await addPerson(stage.world, stage.billerId, { firstName: lastName });
  const account = await stage.world.ctx.em.fork().findOneOrFail(Account, { id: person.accountId });
  return { person, customerId: account.customerId };
}

interface View {
  accounts: { id: string }[];
  bills: { dueMinor: number }[];
}
const view = async (customerId: string) => (await priya.ask<View>('customer.open', { customerId })).data;
const merge = (mergeId: string, fromId = other.customerId, intoId = one.customerId) =>
  priya.act<{ accounts: number }>('customer.merge', { mergeId, fromId, intoId, reason: 'same person' });

let count = 0;
beforeEach(async () => {
  count += 1;
  one = await add(`Kessler${count}`);
  other = await add(`Kesslar${count}`);
  await other.person.issue(8420);
});

describe('two customers who are one person', () => {
  it('become one, with all accounts and bills, and are two again when it is undone', async () => {
    const mergeId = randomUUID();
    expect((await merge(mergeId)).data).toMatchObject({ accounts: 1 });
    const kept = await view(one.customerId);
    expect(kept.accounts).toHaveLength(2);
    expect(kept.bills.map(({ dueMinor }) => dueMinor)).toEqual([8420]);
    const found = await priya.ask<{ id: string }[]>('customer.search', { words: `Kesslar${count}` });
    expect(found.data.map(({ id }) => id)).not.toContain(other.customerId);
    const { data } = await priya.ask<{ merges: { id: string; accounts: number }[] }>('customer.duplicates', {
      customerId: one.customerId,
    });
    expect(data.merges).toMatchObject([{ id: mergeId, accounts: 1, madeBy: 'Priya Raman' }]);

    await priya.act('customer.undoMerge', { mergeId });
    expect((await view(one.customerId)).accounts).toHaveLength(1);
    expect((await view(other.customerId)).bills).toHaveLength(1);
    expect((await priya.act('customer.undoMerge', { mergeId })).message).toBe('UNDONE_ALREADY');
  });

  it('still pay by text as before', async () => {
    await merge(randomUUID());
    await other.person.says('PAY');
    expect(other.person.lastText()).toContain('$84.20');
  });

  it('are merged once, not with themselves, not in a circle, and by no agent', async () => {
    const mergeId = randomUUID();
    await merge(mergeId);
    expect((await merge(mergeId)).message).toBeUndefined();
    expect((await merge(randomUUID())).message).toBe('MERGED_ALREADY');
    expect((await merge(randomUUID(), one.customerId, other.customerId)).message).toBe('MERGED_ALREADY');
    expect((await merge(randomUUID(), one.customerId, one.customerId)).message).toBe('SAME_CUSTOMER');
    const order = { mergeId: randomUUID(), fromId: other.customerId, intoId: one.customerId, reason: 'x' };
    expect((await maria.act('customer.merge', order)).status).toBe(403);
  });
});

describe('what is given up for good', () => {
  it('is written off and taken back by a manager alone, in full at the most', async () => {
    const petra = await sitDown(stage.world, stage.billerId, { name: 'Petra Wolf', role: 'manager' });
    const [bill] = (
      await petra.ask<{ bills: { id: string }[] }>('customer.open', { customerId: other.customerId })
    ).data.bills;
    const adjust = (agent: AtConsole, kind: string, amountMinor: number) =>
      agent.act('bill.adjust', {
        ...{ invoiceId: bill?.id, adjustmentId: randomUUID(), kind, amountMinor },
        reason: 'moved abroad',
      });
    expect((await adjust(priya, 'write-off', 8420)).message).toBe('ABOVE_YOUR_LIMIT');
    await adjust(petra, 'write-off', 8420);
    const seen = await petra.ask<{ writtenOffMinor: number }>('bill.timeline', {
      invoiceId: bill?.id,
      language: 'en',
    });
    expect(seen.data.writtenOffMinor).toBe(8420);
    expect((await adjust(petra, 'write-off-reversed', 9000)).message).toBe('too-much');
    await adjust(petra, 'write-off-reversed', 8420);
    expect((await view(other.customerId)).bills[0]?.dueMinor).toBe(8420);
  });
});
