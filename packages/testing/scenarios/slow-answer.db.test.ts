import { CHARGING } from '@kvitt/testing/land-late';
import { addPerson } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { expect, it } from 'vitest';

const stage = useWorld({ vendorTimeoutMs: 2_000 });

it('a charge is unknown where its answer took too long, though it was made, and is found by asking', async () => {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  await cindy.issue(8420);
  await cindy.says('PAY');
  world.braintree.faults.add({ ...CHARGING, kind: 'delay', delayMs: 3_200 });
  await cindy.says(`YES ${codeIn(cindy.lastText())}`);
  expect(cindy.lastText()).toMatch(/^Acme: We are checking whether your payment of \$84\.20 went through\./);
  await world.pass(30_000, 5_000);
  expect(cindy.lastText()).toMatch(/^Acme: Paid \$84\.20/);
  const approved = (await cindy.sales()).filter(({ status }) => status === 'submitted_for_settlement');
  expect(approved).toHaveLength(1);
});
