import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Lived, liveThreeMonths, THREE_MONTHS_FROM } from '../src/rehearsal/live-three-months.ts';
import { writeThread } from '../src/rehearsal/write-thread.ts';
import { useWorld } from '../src/use-world.ts';

const stage = useWorld({ startMs: THREE_MONTHS_FROM });

let people: Lived[] = [];

beforeAll(async () => {
  people = await liveThreeMonths(stage.world, stage.billerId);
}, 3_600_000);

function find(name: string): Lived {
  const found = people.find(({ persona }) => persona.firstName === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

const texts = (name: string): string[] =>
  find(name)
    .person.texts()
    .map(({ text }) => text);

describe('three months of ten people', () => {
  it('send reminders between eight in the morning and nine in the evening of each one\u2019s own day', async () => {
    const { rows } = await sql<{ at: string; hour: number }>`
      select m.claimed_at as at, extract(hour from m.claimed_at at time zone c.time_zone)::int as hour
      from reminder r join message m on m.id = r.message_id and m.vendor_id is not null
      join invoice i on i.id = r.invoice_id join account a on a.id = i.account_id
      join customer c on c.id = a.customer_id where r.state = 'sent'`.execute(
      stage.world.ctx.em.fork().getKysely(),
    );
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.filter(({ hour }) => hour < 8 || hour >= 21)).toEqual([]);
  });

  it('send nothing more to who said STOP, or is not our customer', () => {
    for (const name of ['Åsa', 'Wanda']) {
      const last = find(name).person.texts().at(-1);
      expect(new Date(last?.acceptedAt ?? 0).toISOString() < '2027-01-05').toBe(true);
    }
  });

  it('sum up what two accounts on one phone owe, and take it in one payment', () => {
    expect(texts('Anna').some((text) => text.includes('2 obetalda'))).toBe(true);
    expect(texts('Anna').some((text) => /Betalt .* Fakturor: C-\d+-1 .*, C-\d+-1/.test(text))).toBe(true);
  });

  it('remind nobody of what is paid, or will be by itself', () => {
    expect(texts('Cindy').some((text) => text.includes('past due'))).toBe(false);
  });

  it('say of a promise what became of it', () => {
    expect(texts('Pat').some((text) => text.includes('we have not received the $85.85'))).toBe(true);
    expect(texts('Pat').some((text) => text.includes('as you had planned'))).toBe(true);
  });

  it('take a part of a bill, and remind of the rest', () => {
    const part = texts('Øyvind').findIndex((text) => text.includes('Igjen å betale'));
    expect(part).toBeGreaterThan(0);
    expect(
      texts('Øyvind')
        .slice(part)
        .some((text) => text.includes('36,68')),
    ).toBe(true);
  });

  it('can be read as a thread, in which both sides speak', async () => {
    const thread = await writeThread(stage.world, find('Jörg'));
    expect(thread).toContain('> VERSPRECHEN 8.1.');
    expect(thread.indexOf('> ZAHLEN 30')).toBeLessThan(thread.indexOf('bezahlt, Ref'));
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
