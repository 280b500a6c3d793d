import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalLink } from '@kvitt/db/session/portal-link.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import { openWorld, type World } from '@kvitt/testing/open-world';
import { addBiller, addPerson, type Person } from '@kvitt/testing/people';
import { linkIn } from '@kvitt/testing/read-words';
import { visitPage } from '@kvitt/testing/visit-page';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

// Misses are counted per address, and every visit here comes from the same one: so each test has its own world.
let world: World;
let billerId: string;

beforeEach(async () => {
  world = await openWorld();
  ({ billerId } = await addBiller(world));
});

afterEach(async () => {
  const broken = await world.findBroken();
  await world.close();
  expect(broken).toEqual([]);
});

async function addExpired(): Promise<{ cindy: Person; link: string }> {
  const cindy = await addPerson(world, billerId);
  const invoiceId = await cindy.issue(8420);
  const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
  const tokenHash = hashToken(new URL(link).pathname.slice(1));
  await world.ctx.em.fork().nativeUpdate(PortalLink, { tokenHash }, { expiresAt: world.ctx.clock.now() });
  return { cindy, link };
}

const askFresh = (link: string) => visitPage(`${link}/fresh`, { method: 'POST' });

describe('a fresh link', () => {
  it('is texted to the phone on file, and opens the bill', async () => {
    const { cindy, link } = await addExpired();
    const visit = await askFresh(link);
    expect(visit.page?.view).toEqual({ kind: 'fresh-link-sent', phoneTail: cindy.phone.slice(-2) });
    expect(visit.body).not.toContain(cindy.phone.slice(-7));
    await world.pass(2_000);
    expect(cindy.lastText()).toMatch(/^Acme: Here is a new link to your bill: http/);
    expect((await visitPage(linkIn(cindy.lastText()))).status).toBe(200);
  });

  it('is texted once where it is asked for twice within a minute, across the minute’s end too', async () => {
    const { cindy, link } = await addExpired();
    await world.pass(55_000, 5_000);
    for (let n = 0; n < 2; n++) {
      expect((await askFresh(link)).page?.view.kind).toBe('fresh-link-sent');
      await world.pass(10_000, 5_000);
    }
    expect(cindy.texts()).toHaveLength(1);
  });

  it('is texted once where it is asked for at the same instant in two tabs', async () => {
    const { cindy, link } = await addExpired();
    await Promise.all([askFresh(link), askFresh(link), askFresh(link)]);
    await world.pass(2_000);
    expect(cindy.texts()).toHaveLength(1);
  });

  it('is texted anew after a minute, but not for ever: whoever asks on is asked to slow down', async () => {
    const { cindy, link } = await addExpired();
    const kinds = [];
    for (let n = 0; n < 5; n++) {
      const { status, page } = await askFresh(link);
      kinds.push([status, page?.view.kind]);
      await world.pass(61_000, 20_000);
    }
    expect(kinds).toEqual([
      [200, 'fresh-link-sent'],
      [200, 'fresh-link-sent'],
      [200, 'fresh-link-sent'],
      [429, 'slow-down'],
      [429, 'slow-down'],
    ]);
    expect(cindy.texts()).toHaveLength(3);
  });
});

describe('a search for live links', () => {
  const guess = (n: number) => `${world.origin}/${String(n).padStart(16, 'a').replaceAll('0', 'b')}`;

  it('is slowed down after twenty misses, for live links too, so that it cannot tell which it has found', async () => {
    const { link } = await addExpired();
    const statuses = [];
    for (let n = 0; n < 25; n++) statuses.push((await visitPage(guess(n))).status);
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(404));
    expect(statuses.slice(-4)).toEqual(Array(4).fill(429));
    for (const url of [link, `${link}/pay`, guess(99), `${guess(99)}/pay`]) {
      const visit = await visitPage(url);
      expect(visit.status).toBe(429);
      expect(visit.page?.view.kind).toBe('slow-down');
      expect(Number(visit.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  it('does not get around the limit by asking for fresh links', async () => {
    const { cindy, link } = await addExpired();
    for (let n = 0; n < 25; n++) await askFresh(guess(n));
    const [known, unknown] = [await askFresh(link), await askFresh(guess(99))];
    expect([known.status, unknown.status]).toEqual([429, 429]);
    await world.pass(2_000);
    expect(cindy.texts()).toEqual([]);
  });
});
