import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { defaultCadence } from '@kvitt/domain/reminder/default-cadence';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { saveMoneyRules } from '@kvitt/flows/payment/save-money-rules';
import { saveCadence } from '@kvitt/flows/reminder/save-cadence';
import type { World } from '../open-world.ts';
import { addPerson, type Person } from '../people.ts';
import { type Persona, TEN_PEOPLE } from './ten-people.ts';

/** From the middle of December to the spring: Christmas, New Year and the beginning of daylight saving time. */
export const THREE_MONTHS_FROM = Date.parse('2026-12-15T15:00:00Z');
const UNTIL = '2027-03-20';

/** The worker and everything else stands still from here on, for a week. */
const DOWN_ON = '2027-02-01';
const DOWN_DAYS = 7;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface Lived {
  persona: Persona;
  person: Person;
}

/**
 * Lets ten people live through three months of a biller's that begin on 15 December 2026: a bill on the 16th of each month,
 * the default cadence, and five dollars for being ten days late.
 */
export async function liveThreeMonths(
  world: World,
  billerId: string,
  onDay: (day: string) => void = () => {},
): Promise<Lived[]> {
  await inTransaction(world.ctx, async (tx) => {
    await saveCadence(tx, { billerId, cadence: defaultCadence('US'), actor: 'test' });
    const lateFee = { country: 'US', feeMinor: 500, mostPercent: 10, graceDays: 10, isAgreed: true } as const;
    await saveMoneyRules(tx, billerId, { lateFee });
  });
  const people = await moveIn(world, billerId);
  for (;;) {
    const day = new Date(world.clock.now()).toISOString().slice(0, 10);
    if (day > UNTIL) return people;
    if (day.endsWith('-16')) await issueBills(world, people, day);
    if (day === DOWN_ON) await world.clock.advance(DOWN_DAYS * DAY_MS);
    await world.settle();
    for (const { persona, person } of people) await persona.does?.[day.slice(5)]?.(person);
    const next = Date.parse(`${new Date(world.clock.now() + DAY_MS).toISOString().slice(0, 10)}T15:00:00Z`);
    for (const atMs of [next - DAY_MS + 6 * HOUR_MS, next]) {
      await world.clock.advance(Math.max(0, atMs - world.clock.now()));
      await world.settle();
    }
    onDay(day);
  }
}

async function moveIn(world: World, billerId: string): Promise<Lived[]> {
  const people: Lived[] = [];
  for (const persona of TEN_PEOPLE) {
    const person = await addPerson(world, billerId, persona);
    const { customerId } = await world.ctx.em.fork().findOneOrFail(Account, { id: person.accountId });
    await world.ctx.em.fork().nativeUpdate(Customer, { id: customerId }, { timeZone: persona.timeZone });
    people.push({ persona, person });
  }
  const [anna, ben] = people.filter(({ persona }) => ['Anna', 'Ben'].includes(persona.firstName));
  if (anna && ben) {
    const em = world.ctx.em.fork();
    const { phoneId } = await em.findOneOrFail(AccountPhone, { accountId: anna.person.accountId });
    await em.nativeUpdate(AccountPhone, { accountId: ben.person.accountId }, { phoneId });
  }
  return people;
}

async function issueBills(world: World, people: readonly Lived[], day: string): Promise<void> {
  const dueOn = new Date(Date.parse(day) + 14 * DAY_MS).toISOString().slice(0, 10);
  for (const [at, { person }] of people.entries()) {
    const id = await person.issue(4000 + 917 * at, dueOn);
    await world.ctx.em.fork().nativeUpdate(Invoice, { id }, { issuedOn: day });
  }
}
