import { Customer } from '@kvitt/db/customer/customer.entity';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { addPerson } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
let maria: AtConsole;

beforeAll(async () => {
  maria = await sitDown(stage.world, stage.billerId, { name: 'Maria Santos' });
});

describe('finding a customer', () => {
  it('works by name with a typing error and without accents, by phone and by account number', async () => {
    const { world, billerId } = stage;
    const zoe = await addPerson(world, billerId, { firstName: 'Zoë-Quintessa', phone: '16175554242' });
    const ask = async (words: string) =>
      (await maria.ask<{ name: string; phones: string[] }[]>('customer.search', { words })).data;
    for (const words of ['zoe-quint', 'Quintesa', '617 555-4242', '5554242']) {
      expect([words, (await ask(words)).map(({ name }) => name)]).toEqual([words, ['Zoë-Quintessa Rivera']]);
    }
    expect(await ask('Xylophonist')).toEqual([]);
    const [{ id } = { id: '' }] = (
      await maria.ask<{ id: string }[]>('customer.search', { words: '6175554242' })
    ).data;
    await zoe.issue(8420);
    const opened = await maria.ask('customer.open', { customerId: id });
    expect(opened.data).toMatchObject({
      firstName: 'Zoë-Quintessa',
      bills: [{ dueMinor: 8420, totalMinor: 8420 }],
      methods: [{ last4: '1881' }],
      consents: [{ purpose: 'service' }, { purpose: 'past-due' }],
    });
  });

  it('works by two letters, by misspelt words in any order, by a part of a number, and by the name of today', async () => {
    const { world, billerId } = stage;
    await addPerson(world, billerId, { firstName: 'Vrexholm', phone: '16175551907' });
    const ask = async (words: string) =>
      (await maria.ask<{ name: string }[]>('customer.search', { words })).data.map(({ name }) => name);
    for (const words of ['vr', 'Vrexhlom', 'Vrexhlom Riverra', 'Riverra Vrexhlom', '555-1907', '617555190']) {
      expect([words, await ask(words)]).toEqual([words, ['Vrexholm Rivera']]);
    }
    for (const words of ['v%', '_\\', '%%']) expect([words, await ask(words)]).toEqual([words, []]);
    const named = { billerId, firstName: 'Vrexholm' };
    await world.ctx.em.fork().nativeUpdate(Customer, named, { firstName: 'Zjurgsted' });
    expect(await ask('Zjurgsetd')).toEqual(['Zjurgsted Rivera']);
    expect(await ask('Vrexhlom')).toEqual([]);
  });
});
