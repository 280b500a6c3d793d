import { Sender } from '@kvitt/db/biller/sender.entity';
import { claimTexts } from '@kvitt/db/message/claim-texts';
import { Message } from '@kvitt/db/message/message.entity';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { lookUpTexts } from '@kvitt/flows/message/look-up-texts';
import { OUR_NUMBER } from '@kvitt/testing/open-world';
import { addPerson, type Person } from '@kvitt/testing/people';
import { textsOf } from '@kvitt/testing/texts-of';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

/** The calls that hand a text over. */
const SENDING = { path: '/Message/$', method: 'POST' };

async function addAnnounced(): Promise<Person> {
  const { world, billerId } = stage;
  // Whatever an earlier test had under way is over, and the number has its whole burst again.
  await world.pass(5_000);
  const person = await addPerson(world, billerId);
  await person.issue(8420);
  await announceBills(world.ctx, { billerId });
  return person;
}

const stateOf = async (person: Person) => (await textsOf(stage.world, person)).map(({ state }) => state);

/** A dispatcher that is killed right after it has claimed: the texts are marked `sending`, and nobody sends them. */
async function claimAndDie(): Promise<string[]> {
  const { world, billerId } = stage;
  const em = world.ctx.em.fork();
  const sender = await em.findOneOrFail(Sender, { billerId });
  return em.transactional((tx) => claimTexts(tx as typeof em, sender, world.ctx.clock.now(), 50));
}

describe('a dispatcher that dies', () => {
  it('after claiming and before sending loses no text and sends none twice', async () => {
    const { world } = stage;
    const cindy = await addAnnounced();
    expect(await claimAndDie()).toHaveLength(1);
    await world.pass(50_000, 5_000);
    expect(cindy.texts()).toEqual([]);
    await world.pass(150_000, 5_000);
    expect(cindy.texts()).toHaveLength(1);
    await world.pass(300_000, 20_000);
    expect(cindy.texts()).toHaveLength(1);
    expect(await stateOf(cindy)).toEqual(['delivered']);
  });

  it('after sending and before noting it down sends no second text: the carrier’s report names it', async () => {
    const { world } = stage;
    const cindy = await addAnnounced();
    await sendByHand(cindy, await claimAndDie());
    await world.pass(300_000, 20_000);
    expect(cindy.texts()).toHaveLength(1);
    expect(await stateOf(cindy)).toEqual(['delivered']);
  });

  it('after sending finds its text at the carrier where no report has come', async () => {
    const { world } = stage;
    const cindy = await addAnnounced();
    const [id = ''] = await claimAndDie();
    const vendorId = await sendByHand(cindy, [id]);
    const later = new Date(world.clock.now() + 61_000);
    await lookUpTexts({ ...world.ctx, clock: { now: () => later } });
    const text = await world.ctx.em.fork().findOneOrFail(Message, { id });
    expect(text).toMatchObject({ state: 'sent', vendorId });
  });
});

async function sendByHand(person: Person, ids: string[]): Promise<string> {
  const { ctx } = stage.world;
  const [messageId = ''] = ids;
  const { body } = await ctx.em.fork().findOneOrFail(Message, { id: messageId });
  const answer = await ctx.sms.send({
    messageId,
    from: `+${OUR_NUMBER}`,
    to: `+${person.phone}`,
    body,
  });
  return answer.kind === 'accepted' ? answer.vendorId : answer.kind;
}

describe('a lost answer of the carrier’s', () => {
  it('after it took the text ends as sent, with one text, by its report', async () => {
    const { world } = stage;
    const cindy = await addAnnounced();
    world.plivo.faults.add({ kind: 'drop-after', ...SENDING });
    await world.settle();
    expect(await stateOf(cindy)).toEqual(['uncertain']);
    await world.pass(300_000, 20_000);
    expect(cindy.texts()).toHaveLength(1);
    expect(await stateOf(cindy)).toEqual(['delivered']);
  });

  it('after it took the text ends as sent, with one text, by looking where no report comes', async () => {
    const { world } = stage;
    const cindy = await addAnnounced();
    world.plivo.faults.add({ kind: 'drop-after', ...SENDING });
    await world.settle();
    const later = new Date(world.clock.now() + 31_000);
    await lookUpTexts({ ...world.ctx, clock: { now: () => later } });
    expect(await stateOf(cindy)).toEqual(['sent']);
    expect(cindy.texts()).toHaveLength(1);
  });

  it('before it took the text ends as sent, once, when absence may be believed', async () => {
    const { world } = stage;
    const cindy = await addAnnounced();
    world.plivo.faults.add({ kind: 'drop-before', ...SENDING });
    await world.pass(100_000, 5_000);
    expect(cindy.texts()).toEqual([]);
    await world.pass(60_000, 5_000);
    expect(cindy.texts()).toHaveLength(1);
    await world.pass(300_000, 20_000);
    expect(cindy.texts()).toHaveLength(1);
  });

  it('is not taken for absence while the carrier’s list does not answer either', async () => {
    const { world } = stage;
    const cindy = await addAnnounced();
    world.plivo.faults.add({ kind: 'drop-after', ...SENDING });
    await world.settle();
    world.plivo.faults.add({ kind: 'status', status: 503, method: 'GET', path: '/Message/$', times: 20 });
    for (const seconds of [31, 100, 200, 300]) {
      const later = new Date(world.clock.now() + seconds * 1_000);
      await lookUpTexts({ ...world.ctx, clock: { now: () => later } });
      expect(await stateOf(cindy)).toEqual(['uncertain']);
    }
    world.plivo.faults.clear();
    await world.pass(400_000, 20_000);
    expect(cindy.texts()).toHaveLength(1);
    expect(await stateOf(cindy)).toEqual(['delivered']);
  });

  it('is checked again before the text goes out late: not after a STOP meanwhile', async () => {
    const { world } = stage;
    const cindy = await addAnnounced();
    world.plivo.faults.add({ kind: 'drop-before', ...SENDING });
    await world.pass(10_000);
    await cindy.says('please stop texting me');
    await world.pass(300_000, 20_000);
    expect(await textsOf(world, cindy)).toEqual([
      { template: 'bill-ready', state: 'skipped', reason: 'CONSENT_REVOKED' },
      { template: 'stop-confirmed', state: 'delivered', reason: null },
    ]);
    expect(cindy.texts()).toHaveLength(1);
  });
});

describe('a carrier that has no time for us', () => {
  it('is left alone for as long as it says, and then given the text', async () => {
    const { world } = stage;
    const cindy = await addAnnounced();
    world.plivo.faults.add({ kind: 'status', status: 429, headers: { 'Retry-After': '30' }, ...SENDING });
    await world.pass(29_000);
    expect(cindy.texts()).toEqual([]);
    await world.pass(5_000);
    expect(cindy.texts()).toHaveLength(1);
  });

  it.each([429, 503])(
    'for ten minutes loses no text, and gets each of them once in the end: %s',
    async (status) => {
      const { world } = stage;
      const cindy = await addAnnounced();
      world.plivo.faults.add({ kind: 'status', status, times: 10_000, ...SENDING });
      await world.pass(600_000, 30_000);
      world.plivo.faults.clear();
      await world.pass(420_000, 20_000);
      expect(cindy.texts()).toHaveLength(1);
      expect(await stateOf(cindy)).toEqual(['delivered']);
    },
  );

  it('for longer than a text is of use gets it no more: it is given up as failed', async () => {
    const { world } = stage;
    const cindy = await addAnnounced();
    world.plivo.faults.add({ kind: 'status', status: 429, times: 10_000, ...SENDING });
    await world.pass(7 * 3_600_000, 600_000);
    world.plivo.faults.clear();
    await world.pass(3_600_000, 600_000);
    expect(cindy.texts()).toEqual([]);
    expect(await textsOf(world, cindy)).toEqual([
      { template: 'bill-ready', state: 'failed', reason: 'THROTTLED' },
    ]);
  });
});
