import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { Reminder } from '@kvitt/db/reminder/reminder.entity';
import { ReminderRun } from '@kvitt/db/reminder/reminder-run.entity';
import { defaultCadence } from '@kvitt/domain/reminder/default-cadence';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { foreseeReminders } from '@kvitt/flows/reminder/foresee-reminders';
import { planDueReminders } from '@kvitt/flows/reminder/plan-due-reminders';
import { saveCadence } from '@kvitt/flows/reminder/save-cadence';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addPerson } from '../src/people.ts';
import { useWorld } from '../src/use-world.ts';

const stage = useWorld();

const DAY_MS = 86_400_000;

const bill = fc.record({
  /** Days from today. */
  dueIn: fc.integer({ min: -40, max: 12 }),
  minor: fc.constantFrom(100, 8420),
  announcedDaysAgo: fc.constantFrom(null, 0, 1, 2, 9),
  isHeld: fc.boolean(),
  timeZone: fc.constantFrom('America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu'),
  region: fc.constantFrom(null, 'CA', 'FL', 'TX'),
  reach: fc.constantFrom('all', 'bills alone', 'nothing', 'landline', 'STOP', 'no phone'),
  hasMissedBefore: fc.boolean(),
});

type RandomBill = typeof bill extends fc.Arbitrary<infer T> ? T : never;

/** A bill with its customer; gives its number. */
async function add(traits: RandomBill): Promise<string> {
  const { world, billerId } = stage;
  const em = world.ctx.em.fork();
  const { reach } = traits;
  const person = await addPerson(world, billerId, {
    card: null,
    hasConsent: reach !== 'nothing',
    hasPastDueConsent: reach !== 'bills alone',
    lineType: reach === 'landline' ? 'landline' : 'mobile',
  });
  const { customerId } = await em.findOneOrFail(Account, { id: person.accountId });
  await em.nativeUpdate(Customer, { id: customerId }, { timeZone: traits.timeZone, region: traits.region });
  if (reach === 'STOP') await person.says('STOP');
  if (reach === 'no phone') await em.nativeDelete(AccountPhone, { accountId: person.accountId });
  const day = (days: number) => new Date(world.clock.now() + days * DAY_MS).toISOString().slice(0, 10);
  const createdAt = new Date(world.clock.now() - 60 * DAY_MS);
  const issuedOn = day(-60);
  if (traits.hasMissedBefore) {
    const before = await person.issue(500, day(traits.dueIn - 1));
    await em.nativeUpdate(Invoice, { id: before }, { issuedOn, createdAt });
  }
  const id = await person.issue(traits.minor, day(traits.dueIn));
  const { announcedDaysAgo } = traits;
  const announcedAt =
    announcedDaysAgo === null ? null : new Date(world.clock.now() - announcedDaysAgo * DAY_MS);
  await em.nativeUpdate(Invoice, { id }, { issuedOn, createdAt, announcedAt });
  if (traits.isHeld) await hold(id);
  return (await em.findOneOrFail(Invoice, { id })).number;
}

async function hold(invoiceId: string): Promise<void> {
  const { world, billerId } = stage;
  await world.ctx.em
    .fork()
    .execute(
      `insert into invoice_hold (biller_id, id, invoice_id, why, note, made_by, since) values (?, ?, ?, 'dispute', '', 'test', ?)`,
      [billerId, world.ctx.ids.next(), invoiceId, world.ctx.clock.now()],
    );
}

it('the database plans every step on the day, at the hour and for the reason that the pure decision gives', async () => {
  const { world, billerId } = stage;
  const { ctx } = world;
  await inTransaction(ctx, (tx) =>
    saveCadence(tx, { billerId, cadence: defaultCadence('US'), actor: 'test' }),
  );
  const cadence = defaultCadence('US').steps.length;
  await fc.assert(
    fc.asyncProperty(fc.array(bill, { minLength: 3, maxLength: 6 }), async (bills) => {
      const numbers: string[] = [];
      for (const traits of bills) numbers.push(await add(traits));
      const today = new Date(world.clock.now()).toISOString().slice(0, 10);
      const since = new Date(world.clock.now() - 50 * DAY_MS).toISOString().slice(0, 10);
      await ctx.em.fork().nativeUpdate(ReminderRun, { billerId }, { since, plannedAt: null });
      await planDueReminders(ctx);
      for (const number of numbers) {
        const foreseen = await foreseeReminders(ctx, { billerId, number });
        expect(foreseen?.steps).toHaveLength(cadence);
        const wanted = foreseen?.steps
          .filter(({ day }) => day <= today && day >= since)
          .map(({ step, day, plan }) =>
            plan.kind === 'send'
              ? `${step} ${day} ${new Date(plan.atMs).toISOString()}`
              : `${step} ${day} ${plan.reason}`,
          );
        const kept = await ctx.em.fork().find(Reminder, { invoiceId: foreseen?.invoiceId ?? '' });
        const found = kept.map(
          ({ step, day, reason, sendAt }) => `${step} ${day} ${reason ?? sendAt.toISOString()}`,
        );
        expect(found.toSorted()).toEqual(wanted?.toSorted());
      }
    }),
    { numRuns: 12 },
  );
});
