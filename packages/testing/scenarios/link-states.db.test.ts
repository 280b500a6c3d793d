import { BillView } from '@kvitt/db/session/bill-view.entity';
import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalLink } from '@kvitt/db/session/portal-link.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { invitePayer } from '@kvitt/flows/session/invite-payer';
import { addLinked, type Linked } from '@kvitt/testing/add-linked';
import { openBrowser } from '@kvitt/testing/portal-browser';
import { useWorld } from '@kvitt/testing/use-world';
import { payOnLink, visitPage } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();
const DAY_MS = 24 * 3_600_000;
const em = () => stage.world.ctx.em.fork();

const addOne = () => addLinked(stage.world, stage.billerId);

const age = (link: string, change: Partial<PortalLink>) =>
  em().nativeUpdate(PortalLink, { tokenHash: hashToken(link.slice(-16)) }, change);
const ago = (days: number) => new Date(stage.world.ctx.clock.now().getTime() - days * DAY_MS);

/** How a link may stand, each made from a fresh one; gives the address to try. */
const STATES: Record<string, (linked: Linked) => Promise<string>> = {
  fresh: async ({ link }) => link,
  'a week old': async ({ link }) => {
    await age(link, { createdAt: ago(7) });
    return link;
  },
  settled: async ({ link }) => {
    await payOnLink(link, { nonce: 'fake-valid-visa-nonce' });
    return link;
  },
  'past its end': async ({ link }) => {
    await age(link, { expiresAt: ago(1) });
    return link;
  },
  'taken back': async ({ link }) => {
    await age(link, { revokedAt: ago(1) });
    return link;
  },
  'an invited payer’s': async (linked) => invite(linked),
  'an invited payer’s, over': async (linked) => {
    const url = await invite(linked);
    await age(url, { expiresAt: ago(1) });
    return url;
  },
  'nobody’s': async ({ link }) => link.slice(0, -16) + stage.world.ctx.ids.token(),
};

async function invite({ cindy: { accountId }, bills: [invoiceId] }: Linked): Promise<string> {
  const { world, billerId } = stage;
  const order = { billerId, accountId, invoiceId, inviteId: world.ctx.ids.next(), forWhom: '' };
  const answer = await inTransaction(world.ctx, (tx) => invitePayer(tx, order));
  if (answer.kind !== 'invited') throw new Error(answer.kind);
  return answer.url;
}

/**
 * What each answers: the kind of page, or where it leads below the link (`>` before it). First to a link alone, then to a
 * browser that has proved whose the account is.
 */
const TABLE: Record<string, Record<string, [alone: string, proved: string]>> = {
  fresh: {
    '': ['bill', 'bill'],
    '/pay': ['pay', 'pay-saved'],
    '/account': ['>/unlock?next=account', 'account'],
  },
  'a week old': {
    '': ['step-up', 'bill'],
    '/pay': ['step-up', 'pay-saved'],
    '/account': ['>/unlock?next=account', 'account'],
  },
  settled: {
    '': ['nothing-due', 'nothing-due'],
    '/pay': ['nothing-due', '>'],
    '/account': ['>/unlock?next=account', 'account'],
  },
  'past its end': {
    '': ['expired', 'expired'],
    '/pay': ['expired', 'expired'],
    '/account': ['expired', 'expired'],
  },
  'taken back': {
    '': ['expired', 'expired'],
    '/pay': ['expired', 'expired'],
    '/account': ['expired', 'expired'],
  },
  'an invited payer’s': { '': ['bill', 'bill'], '/pay': ['pay', 'pay'], '/account': ['>', '>'] },
  'an invited payer’s, over': {
    '': ['guest-over', 'guest-over'],
    '/pay': ['guest-over', 'guest-over'],
    '/account': ['guest-over', 'guest-over'],
  },
  'nobody’s': {
    '': ['unknown-link', 'unknown-link'],
    '/pay': ['unknown-link', 'unknown-link'],
    '/account': ['unknown-link', 'unknown-link'],
  },
};

async function answerOf(url: string, below: string, cookie: string): Promise<string> {
  const { page, location } = await visitPage(`${url}${below}`, { headers: { cookie } });
  return page ? page.view.kind : `>${location.slice(url.length)}`;
}

describe('a link', () => {
  it.each(Object.entries(TABLE))(
    'that is %s opens what it may, and is no dead end',
    async (state, answers) => {
      const linked = await addOne();
      const browser = openBrowser(linked.link);
      await browser.post('/unlock', { way: 'postal-code', given: '60614', next: '' });
      const url = await STATES[state]?.(linked);
      for (const [below, [alone, proved]] of Object.entries(answers)) {
        expect(await answerOf(url ?? '', below, ''), `${below} by the link alone`).toBe(alone);
        expect(await answerOf(url ?? '', below, browser.cookie()), `${below} with a proof`).toBe(proved);
      }
    },
  );

  it.each(['past its end', 'taken back', 'a week old'])(
    'that is %s is healed by a fresh one, texted to the phone on file, once a minute',
    async (state) => {
      const linked = await addOne();
      const url = (await STATES[state]?.(linked)) ?? '';
      const before = linked.cindy.texts().length;
      await visitPage(`${url}/fresh`, { method: 'POST' });
      await visitPage(`${url}/fresh`, { method: 'POST' });
      await stage.world.settle();
      const texts = linked.cindy.texts().slice(before);
      expect(texts).toHaveLength(1);
      const [fresh = ''] = /https?:\S+/.exec(texts[0]?.text ?? '') ?? [];
      expect(await answerOf(fresh, '', '')).toBe('bill');
    },
  );

  it('that a robot reads is noted as fetched, and as opened only once a page says that it was seen', async () => {
    const {
      link,
      bills: [invoiceId],
    } = await addOne();
    const { billerId } = stage;
    const looks = () => em().count(BillView, { billerId, invoiceId });
    await visitPage(link, { headers: { 'user-agent': 'WhatsApp/2.23' } });
    await visitPage(link, { method: 'HEAD' });
    const kept = await em().findOneOrFail(PortalLink, { tokenHash: hashToken(link.slice(-16)) });
    expect(kept.fetchedAt).not.toBeNull();
    expect(await looks()).toBe(0);
    await visitPage(`${link}/opened`, { method: 'POST' });
    expect(await looks()).toBe(1);
  });
});
