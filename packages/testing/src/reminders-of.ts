import { Reminder } from '@kvitt/db/reminder/reminder.entity';
import type { World } from './open-world.ts';
import type { Person } from './people.ts';

/** "step state reason" of a bill's reminders, in the order of their days. */
export async function remindersOf(world: World, invoiceId = ''): Promise<string[]> {
  const found = await world.ctx.em
    .fork()
    .find(Reminder, { invoiceId }, { orderBy: { day: 'asc', step: 'asc' } });
  return found.map(({ step, state, reason }) => [step, state, reason].filter(Boolean).join(' '));
}

/** When the texts to a phone were taken by the carrier: day and hour in a zone. */
export function timesOf(person: Person, timeZone = 'America/New_York'): string[] {
  return person
    .texts()
    .map(({ acceptedAt }) =>
      new Date(acceptedAt).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
    );
}
