import { Payment } from '@kvitt/db/payment/payment.entity';
import { PROCESSOR_TIMEOUT_MS, QUARANTINE_MS } from '@kvitt/domain/payment/timetable';
import type { Ctx } from '@kvitt/flows/kit/context';
import { settleUnknown } from '@kvitt/flows/payment/settle-unknown';
import { CHARGING } from '@kvitt/testing/land-late';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

/** Somebody who has said YES to 84.20 dollars and whose answer was lost on its way back, or whose charge was. */
async function payUnheard(kind: 'drop-before' | 'drop-after'): Promise<Person> {
  const { world, billerId } = stage;
  const person = await addPerson(world, billerId);
  await person.issue(8420);
  await person.says('PAY');
  world.braintree.faults.add({ ...CHARGING, kind });
  await person.says(`YES ${codeIn(person.lastText())}`);
  return person;
}

async function stateOf(person: Person): Promise<string> {
  const em = stage.world.ctx.em.fork();
  return (await em.findOneOrFail(Payment, { accountId: person.accountId })).state;
}

/** A worker that stands still in the middle of its first search, while something else happens. */
function standingStill(meanwhile: () => Promise<void>): Ctx {
  const { ctx } = stage.world;
  let hasStood = false;
  return {
    ...ctx,
    payments: {
      ...ctx.payments,
      async searchByPaymentId(paymentId) {
        const answer = await ctx.payments.searchByPaymentId(paymentId);
        if (!hasStood) {
          hasStood = true;
          await meanwhile();
        }
        return answer;
      },
    },
  };
}

describe('a worker that stands still while it asks about payments', () => {
  it('takes back no payment that another has found in good time meanwhile', async () => {
    const { world } = stage;
    const [ann, bob] = [await payUnheard('drop-after'), await payUnheard('drop-after')];
    await world.clock.advance(60_000);
    const slow = standingStill(async () => {
      // Its hold on both payments has run out, and another worker finds the sales.
      await world.clock.advance(61_000);
      await settleUnknown(world.ctx);
    });
    await settleUnknown(slow);
    await world.pass(120_000, 10_000);
    expect([await stateOf(ann), await stateOf(bob)]).toEqual(['approved', 'approved']);
    for (const person of [ann, bob]) {
      expect((await person.sales()).map(({ status }) => status)).toEqual(['submitted_for_settlement']);
    }
  });

  it('judges what was not there by when it asked, not by when it goes on', async () => {
    const { world } = stage;
    const cindy = await payUnheard('drop-before');
    await world.clock.advance(10_000);
    await settleUnknown(standingStill(() => world.clock.advance(PROCESSOR_TIMEOUT_MS + QUARANTINE_MS)));
    expect(await stateOf(cindy)).toBe('unknown');
    await world.pass(300_000, 10_000);
    expect(await stateOf(cindy)).toBe('declined');
  });
});
