import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { expireCredits } from '@kvitt/flows/credit/expire-credits';
import { type CreditOrder, grantCredit } from '@kvitt/flows/credit/grant-credit';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { addPerson, type Person } from '@kvitt/testing/people';
import { readCredits } from '@kvitt/testing/read-credits';
import { readStatement } from '@kvitt/testing/read-statement';
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

const due = (invoiceId: string) => loadReceivable(stage.world.ctx.em.fork(), stage.billerId, invoiceId);

const leftOf = (person: Person) => readCredits(stage.world, stage.billerId, person);
const statementOf = (person: Person) => readStatement(stage.world, stage.billerId, person);

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
