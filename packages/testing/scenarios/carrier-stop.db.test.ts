import { findStanding } from '@kvitt/db/consent/find-standing';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { addPerson } from '@kvitt/testing/people';
import { textsOf } from '@kvitt/testing/texts-of';
import { useWorld } from '@kvitt/testing/use-world';
import { expect, it } from 'vitest';

const stage = useWorld();

it('a STOP that only the carrier heard becomes ours where it refuses a text at its sending', async () => {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const body = JSON.stringify({ api_id: 'x', error: `dst ${cindy.phone} has opted out` });
  world.plivo.faults.add({ kind: 'status', status: 400, body, method: 'POST', path: '/Message/$' });
  await cindy.issue(8420);
  await cindy.announce();
  await world.settle();
  expect(await textsOf(world, cindy)).toEqual([
    { template: 'bill-ready', state: 'failed', reason: 'CARRIER_REFUSED' },
  ]);
  const em = world.ctx.em.fork();
  const { phoneId } = await em.findOneOrFail(AccountPhone, { billerId, accountId: cindy.accountId });
  expect(await findStanding(em, billerId, phoneId)).toMatchObject({
    service: 'revoked',
    'past-due': 'revoked',
  });
});
