import { Sender } from '@kvitt/db/biller/sender.entity';
import { claimTexts } from '@kvitt/db/message/claim-texts';
import { Message } from '@kvitt/db/message/message.entity';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { lookUpTexts } from '@kvitt/flows/message/look-up-texts';
import { OUR_NUMBER } from '@kvitt/testing/open-world';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

/** Two texts to one phone, claimed by a dispatcher that was killed when it had handed over the second of them. */
async function loseFirstOfTwo(): Promise<{ cindy: Person; lost: string; sent: string; vendorId: string }> {
  const { world, billerId } = stage;
  await world.pass(5_000);
  const cindy = await addPerson(world, billerId);
  for (const totalMinor of [8420, 1900]) {
    await cindy.issue(totalMinor);
    await announceBills(world.ctx, { billerId });
  }
  const em = world.ctx.em.fork();
  const sender = await em.findOneOrFail(Sender, { billerId });
  const claimed = await em.transactional((tx) =>
    claimTexts(tx as typeof em, sender, world.ctx.clock.now(), 50),
  );
  const [lost = '', sent = ''] = claimed;
  const { body } = await world.ctx.em.fork().findOneOrFail(Message, { id: sent });
  const answer = await world.ctx.sms.send({
    messageId: sent,
    from: `+${OUR_NUMBER}`,
    to: `+${cindy.phone}`,
    body,
  });
  if (answer.kind !== 'accepted') throw new Error(answer.kind);
  return { cindy, lost, sent, vendorId: answer.vendorId };
}

async function stateOf(id: string): Promise<string> {
  return (await stage.world.ctx.em.fork().findOneOrFail(Message, { id })).state;
}

/** What the carrier has taken, by our ids. */
function takenOf(cindy: Person): (string | null)[] {
  return cindy.texts().map(({ url }) => url && new URL(url).searchParams.get('m'));
}

describe('of two missing texts to one phone', () => {
  it('neither is taken for the one that the carrier holds, and in the end each has gone out once', async () => {
    const { world } = stage;
    const { cindy, lost, sent } = await loseFirstOfTwo();
    const later = new Date(world.clock.now() + 61_000);
    await lookUpTexts({ ...world.ctx, clock: { now: () => later } });
    expect([await stateOf(lost), await stateOf(sent)]).toEqual(['uncertain', 'uncertain']);

    await world.pass(400_000, 20_000);
    expect(takenOf(cindy).sort()).toEqual([lost, sent].sort());
    expect([await stateOf(lost), await stateOf(sent)]).toEqual(['delivered', 'delivered']);
  });

  it('the report gives the carrier’s record to the one that it names, whatever was guessed before', async () => {
    const { world } = stage;
    const { cindy, lost, sent, vendorId } = await loseFirstOfTwo();
    const guess = { state: 'sent' as const, vendorId, sentAt: world.ctx.clock.now() };
    await world.ctx.em.fork().nativeUpdate(Message, { id: lost }, guess);

    await world.pass(5_000);
    expect(await stateOf(sent)).toBe('delivered');
    await world.pass(400_000, 20_000);
    expect(takenOf(cindy).sort()).toEqual([lost, sent].sort());
    expect(await stateOf(lost)).toBe('delivered');
  });
});
