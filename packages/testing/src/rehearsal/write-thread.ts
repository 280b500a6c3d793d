import { Phone } from '@kvitt/db/customer/phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import type { World } from '../open-world.ts';
import type { Lived } from './live-three-months.ts';

/**
 * The thread of a persona's phone as both sides saw it, in the order and at the hours of the phone's own day: `<` is what the
 * phone was sent, `>` what it said. What was not handed to the carrier is not in it.
 */
export async function writeThread(world: World, { persona, person }: Lived): Promise<string> {
  const em = world.ctx.em.fork();
  const { id: phoneId } = await em.findOneOrFail(Phone, { e164: `+${person.phone}` });
  const all = await em.find(Message, { phoneId }, { orderBy: { id: 'asc' } });
  const seen = all
    .filter(({ direction, vendorId }) => direction === 'in' || vendorId !== null)
    .map((text) => ({ ...text, at: text.claimedAt ?? text.createdAt }))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const lines = seen.map(({ at, direction, body }) => {
    const hour = at.toLocaleString('sv-SE', {
      timeZone: persona.timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    return `${hour}  ${direction === 'out' ? '<' : '>'} ${body.replace('{link}', 'https://pay.example/…')}`;
  });
  return [`${persona.firstName} (${persona.language}, ${persona.timeZone})`, ...lines, ''].join('\n');
}
