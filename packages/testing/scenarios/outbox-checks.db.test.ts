import { Sender } from '@kvitt/db/biller/sender.entity';
import { postSettledOutside } from '@kvitt/domain/ledger/post-invoice';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { postEntry } from '@kvitt/flows/ledger/post-entry';
import { sendTexts } from '@kvitt/flows/message/send-texts';
import { makeLink } from '@kvitt/flows/session/make-link';
import { OUR_NUMBER } from '@kvitt/testing/open-world';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { textsOf } from '@kvitt/testing/texts-of';
import { useWorld } from '@kvitt/testing/use-world';
import { payOnLink } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

/** Has the bill announced: its text is in the outbox and not yet sent. */
async function addAnnounced(traits: Parameters<typeof addPerson>[2] = {}): Promise<[Person, string]> {
  const { world, billerId } = stage;
  const person = await addPerson(world, billerId, traits);
  const invoiceId = await person.issue(8420);
  await announceBills(world.ctx, { billerId });
  return [person, invoiceId];
}

async function settleOutside(invoiceId: string, totalMinor: number): Promise<void> {
  const { world, billerId } = stage;
  await inTransaction(world.ctx, (tx) =>
    postEntry(tx, billerId, postSettledOutside({ id: invoiceId, totalMinor, currency: 'USD' })),
  );
}

describe('a text is checked again at the instant of sending', () => {
  it('and not sent where the bill was paid on the page meanwhile', async () => {
    const { world, billerId } = stage;
    const [cindy, invoiceId] = await addAnnounced();
    const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
    await payOnLink(link, { nonce: 'fake-valid-visa-nonce' });
    await world.pass(5_000);
    expect(await textsOf(world, cindy)).toEqual([
      { template: 'bill-ready', state: 'skipped', reason: 'ALREADY_PAID' },
      { template: 'receipt', state: 'delivered', reason: null },
    ]);
    expect(cindy.texts()).toHaveLength(1);
  });

  it('and not sent where it states an amount that is no longer what is due', async () => {
    const { world } = stage;
    const [cindy, invoiceId] = await addAnnounced();
    await settleOutside(invoiceId, 1000);
    await world.pass(2_000);
    expect(await textsOf(world, cindy)).toEqual([
      { template: 'bill-ready', state: 'skipped', reason: 'AMOUNT_CHANGED' },
    ]);
  });

  it('and not sent where the question in it has run out of time', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    await setPaused(true);
    await cindy.says('PAY');
    await world.pass(11 * 60_000, 30_000);
    await setPaused(false);
    await world.pass(2_000);
    expect(await textsOf(world, cindy)).toEqual([
      { template: 'pay-question', state: 'skipped', reason: 'TOO_LATE' },
    ]);
    expect(cindy.texts()).toEqual([]);
  });

  it('while a paused number sends nothing, and all of it once it may again', async () => {
    const { world } = stage;
    await setPaused(true);
    const [cindy] = await addAnnounced();
    await world.pass(20_000, 5_000);
    expect(cindy.texts()).toEqual([]);
    await setPaused(false);
    await world.pass(2_000);
    expect(cindy.texts()).toHaveLength(1);
  });

  it('and not taken for a number that was paused since the round began', async () => {
    const { world, billerId } = stage;
    const sender = await world.ctx.em.fork().findOneOrFail(Sender, { billerId });
    const [cindy] = await addAnnounced();
    await setPaused(true);
    expect(await sendTexts(world.ctx, sender)).toBe(0);
    expect(await textsOf(world, cindy)).toMatchObject([{ state: 'queued' }]);
    await setPaused(false);
    await world.pass(2_000);
    expect(cindy.texts()).toHaveLength(1);
  });

  it('and waits, rather than fails, while the carrier does not know our key', async () => {
    const { world } = stage;
    world.plivo.faults.add({ kind: 'status', status: 401, method: 'POST', path: '/Message/$' });
    const [cindy] = await addAnnounced();
    await world.settle();
    expect(await textsOf(world, cindy)).toMatchObject([{ state: 'queued', reason: 'CARRIER_STOPPED' }]);
    await world.pass(5_000);
    expect(cindy.texts()).toHaveLength(1);
  });
});

describe('a phone that cannot be texted', () => {
  it('gets nothing where it is a landline: the bill counts as announced, with the reason', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId, { lineType: 'landline' });
    await cindy.issue(8420);
    expect(await announceBills(world.ctx, { billerId })).toEqual({
      announced: 1,
      texts: 0,
      skipped: [{ reason: 'NOT_SMS_CAPABLE', count: 1 }],
    });
    await world.pass(2_000);
    expect(cindy.texts()).toEqual([]);
    expect(await textsOf(world, cindy)).toEqual([
      { template: 'bill-ready', state: 'skipped', reason: 'NOT_SMS_CAPABLE' },
    ]);
  });

  it('gets nothing more once the carrier has called its number wrong (error 50)', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    world.plivo.setDestination(cindy.phone, { outcome: 'failed', errorCode: '50' });
    for (const dueOn of ['2026-11-27', '2026-12-04']) {
      await cindy.issue(8420, dueOn);
      await announceBills(world.ctx, { billerId });
      await world.pass(3_000);
    }
    expect(await textsOf(world, cindy)).toEqual([
      { template: 'bill-ready', state: 'failed', reason: '50' },
      { template: 'bill-ready-more', state: 'skipped', reason: 'NOT_SMS_CAPABLE' },
    ]);
    expect(cindy.texts()).toHaveLength(1);
  });

  it('is still tried again where it was only switched off (error 80)', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    world.plivo.setDestination(cindy.phone, { outcome: 'undelivered', errorCode: '80' });
    await cindy.says('BAL');
    await world.pass(3_000);
    world.plivo.setDestination(cindy.phone, { outcome: 'delivered' });
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    await world.pass(3_000);
    expect((await textsOf(world, cindy)).map(({ state }) => state)).toEqual([
      'undelivered',
      'delivered',
      'delivered',
    ]);
  });

  it('but could be, because it texted us before it was imported with its consent, gets its bill', async () => {
    const { world, billerId } = stage;
    const phone = '12125557300';
    await world.plivo.receive({ from: phone, to: OUR_NUMBER, text: 'hello?' });
    await world.pass(2_000);
    const cindy = await addPerson(world, billerId, { phone });
    await cindy.issue(8420);
    await cindy.announce();
    await world.pass(2_000);
    expect(cindy.lastText()).toMatch(/^Acme: Cindy, your bill of \$84\.20/);
  });

  it('gets no bill where nobody ever agreed to texts', async () => {
    const { world } = stage;
    const [cindy] = await addAnnounced({ hasConsent: false });
    await world.pass(2_000);
    expect(await textsOf(world, cindy)).toEqual([
      { template: 'bill-ready', state: 'skipped', reason: 'CONSENT_MISSING' },
    ]);
  });
});

async function setPaused(isPaused: boolean): Promise<void> {
  const { world, billerId } = stage;
  const pausedAt = isPaused ? world.ctx.clock.now() : null;
  await world.ctx.em.fork().nativeUpdate(Sender, { billerId }, { pausedAt });
}
