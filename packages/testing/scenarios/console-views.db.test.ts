import { randomUUID } from 'node:crypto';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { openWork } from '@kvitt/flows/work/open-work';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
/** An agent, a lead and a manager. */
let maria: AtConsole;
let lena: AtConsole;
let nora: AtConsole;
let bob: Person;

beforeAll(async () => {
  const { world, billerId } = stage;
  maria = await sitDown(world, billerId, { name: 'Maria Santos' });
  lena = await sitDown(world, billerId, { name: 'Lena Berg', role: 'lead' });
  nora = await sitDown(world, billerId, { name: 'Nora Whitfield', role: 'manager' });
  bob = await addPerson(world, billerId, { firstName: 'Bob', card: null });
});

describe('a saved view', () => {
  interface View {
    id: string;
    name: string;
    isMine: boolean;
    isShared: boolean;
  }
  const setting = { filters: { filters: ['overdue'] }, columns: ['name'], sort: null };
  const draft = (name: string, isShared = false) => ({
    ...{ id: randomUUID(), screen: 'customers', name, isShared, setting },
  });
  const viewsOf = async (agent: AtConsole) =>
    (await agent.ask<View[]>('view.list', { screen: 'customers' })).data.map(({ name }) => name);

  it('is its agent’s alone, and a lead’s may be everybody’s', async () => {
    const own = draft('Mine');
    const shared = draft('Ours', true);
    expect((await maria.act('view.save', own)).status).toBe(200);
    expect((await maria.act('view.save', draft('Mine'))).message).toBe('NAME_TAKEN');
    expect((await maria.act('view.save', draft('Mine too', true))).message).toBe('NOT_FOR_YOUR_ROLE');
    expect((await lena.act('view.save', shared)).status).toBe(200);
    expect(await viewsOf(maria)).toEqual(['Mine', 'Ours']);
    expect(await viewsOf(lena)).toEqual(['Ours']);
    expect((await lena.act('view.save', { ...own, name: 'Taken' })).message).toBe('NOT_YOURS');
    expect((await maria.act('view.remove', { id: shared.id })).message).toBe('NOT_YOURS');
    await maria.act('view.remove', { id: own.id });
    await nora.act('view.remove', { id: shared.id });
    expect(await viewsOf(maria)).toEqual([]);
  });
});

describe('the counts at the rail', () => {
  const counts = async (agent: AtConsole) => (await agent.ask('rail.counts')).data;

  it('count what waits for whoever asks, and work that is finished no more', async () => {
    const { world, billerId } = stage;
    const before = (await counts(maria)) as Record<string, number>;
    await bob.says('what is this bill for');
    const opened = [];
    for (const sale of ['a', 'b', 'c']) {
      opened.push(
        await inTransaction(world.ctx, (tx) =>
          openWork(tx, {
            ...{ billerId, kind: 'unknown-sale', subject: sale, about: `sale ${sale}`, evidence: {} },
            by: 'reconcile',
          }),
        ),
      );
    }
    expect(await counts(maria)).toEqual({ ...before, inbox: (before.inbox ?? 0) + 1, work: 3 });
    const { data: items } = await lena.ask<{ id: string }[]>('work.list', { isDone: false });
    const many = { ids: items.map(({ id }) => id), reason: 'All the shop’s own.' };
    expect((await maria.act('work.moveMany', many)).status).toBe(403);
    expect((await lena.act('work.moveMany', many)).data).toEqual({ done: 3, refused: [] });
    const again = (await lena.act<{ done: number; refused: unknown[] }>('work.moveMany', many)).data;
    expect(again).toMatchObject({ done: 0, refused: [{ refusal: 'closed-before' }, {}, {}] });
    expect(await counts(maria)).toMatchObject({ work: 0 });
  });
});
