import { writeFileSync } from 'node:fs';
import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import type { Language } from '@kvitt/domain/locale/language';
import { defaultCadence } from '@kvitt/domain/reminder/default-cadence';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { saveCadence } from '@kvitt/flows/reminder/save-cadence';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, type Person, type Traits } from '../src/people.ts';
import { codeIn } from '../src/read-words.ts';
import { useWorld } from '../src/use-world.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** From the middle of December to the spring: Christmas, New Year and the beginning of daylight saving time. */
const stage = useWorld({ startMs: Date.parse('2026-12-15T15:00:00Z') });

interface Persona extends Traits {
  firstName: string;
  language: Language;
  timeZone: string;
  /** What happens on a day, `MM-DD`, at noon in New York: what the persona does about the latest text. */
  does?: Record<string, (person: Person) => Promise<void>>;
}

/** Answers the question that PAY is answered with. */
async function pays(person: Person): Promise<void> {
  await person.says('PAY');
  const code = codeIn(person.lastText());
  await person.says(`YES ${code}`);
}

const NEW_YORK = 'America/New_York';

/** Ten people, of whom each gets one bill a month; the eighth and the ninth share a phone. */
const PERSONAS: Persona[] = [
  {
    firstName: 'Cindy',
    language: 'en',
    timeZone: NEW_YORK,
    does: { '12-22': pays, '01-26': pays, '02-23': pays },
  },
  { firstName: 'Lucía', language: 'es', timeZone: 'America/Chicago', does: { '12-29': pays, '02-10': pays } },
  { firstName: 'Jörg', language: 'de', timeZone: 'America/Denver', card: null },
  {
    firstName: 'Åsa',
    language: 'sv',
    timeZone: 'America/Los_Angeles',
    does: { '01-04': (one) => one.says('STOPP') },
  },
  {
    firstName: 'Øyvind',
    language: 'nb',
    timeZone: 'Pacific/Honolulu',
    does: { '01-05': pays, '02-08': pays },
  },
  {
    firstName: 'Pat',
    language: 'en',
    timeZone: NEW_YORK,
    does: { '12-28': (one) => one.says('PROMISE 1/5') },
  },
  {
    firstName: 'Wendy',
    language: 'en',
    timeZone: NEW_YORK,
    does: { '12-23': (one) => one.says('wrong number') },
  },
  { firstName: 'Anna', language: 'en', timeZone: NEW_YORK, card: null },
  { firstName: 'Ben', language: 'en', timeZone: NEW_YORK, card: null },
  {
    firstName: 'Quinn',
    language: 'en',
    timeZone: 'America/Anchorage',
    does: { '01-13': (one) => one.says('Why is my bill so high this month?'), '01-20': pays },
  },
];

/** The worker and everything else stands still from here on, for a week. */
const DOWN_ON = '2027-02-01';
const DOWN_DAYS = 7;
const UNTIL = '2027-03-20';

const people: { persona: Persona; person: Person }[] = [];

beforeAll(async () => {
  const { world, billerId } = stage;
  await inTransaction(world.ctx, (tx) =>
    saveCadence(tx, { billerId, cadence: defaultCadence('US'), actor: 'test' }),
  );
  for (const persona of PERSONAS) {
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
  await live();
}, 3_600_000);

/** A day at a time: at noon what people do, before and after it what falls due; a bill on the 16th of each month. */
async function live(): Promise<void> {
  const { world } = stage;
  for (;;) {
    const day = new Date(world.clock.now()).toISOString().slice(0, 10);
    if (day > UNTIL) return;
    if (day.endsWith('-16')) await issueBills(day);
    if (day === DOWN_ON) await world.clock.advance(DOWN_DAYS * DAY_MS);
    await world.settle();
    for (const { persona, person } of people) await persona.does?.[day.slice(5)]?.(person);
    const next = Date.parse(`${new Date(world.clock.now() + DAY_MS).toISOString().slice(0, 10)}T15:00:00Z`);
    for (const atMs of [next - DAY_MS + 6 * HOUR_MS, next]) {
      await world.clock.advance(Math.max(0, atMs - world.clock.now()));
      await world.settle();
    }
  }
}

async function issueBills(day: string): Promise<void> {
  const dueOn = new Date(Date.parse(day) + 14 * DAY_MS).toISOString().slice(0, 10);
  for (const [at, { person }] of people.entries()) {
    const id = await person.issue(4000 + 917 * at, dueOn);
    await stage.world.ctx.em.fork().nativeUpdate(Invoice, { id }, { issuedOn: day });
  }
}

/** The thread of a persona's phone, as both sides saw it. */
function threadOf({ persona, person }: (typeof people)[number]): string {
  const { world } = stage;
  const ours = person.texts();
  const theirs = world.plivo.texts({ from: person.phone });
  const all = [...ours, ...theirs].toSorted((a, b) => a.acceptedAt - b.acceptedAt);
  const lines = all.map(({ acceptedAt, direction, text }) => {
    const at = new Date(acceptedAt).toLocaleString('sv-SE', {
      timeZone: persona.timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    return `${at}  ${direction === 'outbound' ? '<' : '>'} ${text.replace(/http\S+/, 'https://pay.example/…')}`;
  });
  return [`${persona.firstName} (${persona.language}, ${persona.timeZone})`, ...lines, ''].join('\n');
}

afterAll(() => {
  if (process.env.KVITT_PRINT) writeFileSync(process.env.KVITT_PRINT, people.map(threadOf).join('\n'));
});

describe('three months of ten people', () => {
  it('send reminders between eight in the morning and nine in the evening of each one\u2019s own day', async () => {
    const { rows } = await sql<{ at: string; hour: number }>`
      select m.claimed_at as at, extract(hour from m.claimed_at at time zone c.time_zone)::int as hour
      from reminder r join message m on m.id = r.message_id and m.vendor_id is not null
      join invoice i on i.id = r.invoice_id join account a on a.id = i.account_id
      join customer c on c.id = a.customer_id where r.state = 'sent'`.execute(
      stage.world.ctx.em.fork().getKysely(),
    );
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(({ hour }) => hour < 8 || hour >= 21)).toEqual([]);
  });

  it('send nothing more to who said STOP, or is not our customer', () => {
    for (const name of ['Åsa', 'Wendy']) {
      const one = people.find(({ persona }) => persona.firstName === name);
      const last = one?.person.texts().at(-1);
      expect(new Date(last?.acceptedAt ?? 0).toISOString() < '2027-01-05').toBe(true);
    }
  });

  it('sum up what two accounts on one phone owe', () => {
    const anna = people.find(({ persona }) => persona.firstName === 'Anna');
    const texts = anna?.person.texts().map(({ text }) => text) ?? [];
    expect(texts.some((text) => text.includes('2 open bills'))).toBe(true);
  });

  it('remind nobody of what is paid', async () => {
    const cindy = people.find(({ persona }) => persona.firstName === 'Cindy');
    const texts = cindy?.person.texts().map(({ text }) => text) ?? [];
    expect(texts.filter((text) => text.includes('Paid'))).toHaveLength(3);
    expect(texts.some((text) => text.includes('past due'))).toBe(false);
  });

  it('do not flood after the week without service', () => {
    for (const { person } of people) {
      const after = person
        .texts()
        .filter(({ acceptedAt }) => new Date(acceptedAt).toISOString().startsWith('2027-02-08'));
      expect(after.length).toBeLessThanOrEqual(2);
    }
  });
});
