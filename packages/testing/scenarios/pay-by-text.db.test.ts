import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { openWorld, type World } from '@kvitt/testing/open-world';
import { addBiller, addPerson } from '@kvitt/testing/people';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let world: World;
let billerId: string;

beforeEach(async () => {
  world = await openWorld();
  ({ billerId } = await addBiller(world));
});

afterEach(async () => {
  const broken = await world.findBroken();
  await world.close();
  expect(broken).toEqual([]);
});

const codeIn = (text: string) => /YES (\d\d)/.exec(text)?.[1] ?? '';

describe('PAY', () => {
  it('asks with amount, card and code, charges on YES with the code, and answers with a receipt', async () => {
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    await announceBills(world.ctx, { billerId });
    await world.pass(2_000);
    expect(cindy.lastText()).toMatch(/^Acme: Cindy, your bill of \$84\.20 is due Fri, Nov 27\./);

    await cindy.says('PAY');
    expect(cindy.lastText()).toMatch(/^Acme: Pay \$84\.20 for bill .* with Visa \.\.1881\? Reply YES \d\d/);

    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(cindy.lastText()).toMatch(
      /^Acme: Paid \$84\.20 on Fri, Nov 20 with Visa \.\.\d{4}, ref \w{7}\. Left to pay: \$0\.00/,
    );
    const sales = world.braintree.transactions({ type: 'sale' });
    expect(sales.map(({ amount, status }) => ({ amount, status }))).toEqual([
      { amount: '84.20', status: 'submitted_for_settlement' },
    ]);
  });
});
