import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalLink } from '@kvitt/db/session/portal-link.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import { addPerson, type Person } from '@kvitt/testing/people';
import { linkIn } from '@kvitt/testing/read-words';
import { countRows, findWords } from '@kvitt/testing/rows';
import { useWorld } from '@kvitt/testing/use-world';
import { payOnLink, viewOf, visitPage } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

async function addLinked(): Promise<{ cindy: Person; link: string; invoiceId: string }> {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const invoiceId = await cindy.issue(8420);
  const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
  return { cindy, link, invoiceId };
}

const tokenOf = (link: string) => new URL(link).pathname.slice(1);

async function expire(link: string, as: 'expiresAt' | 'revokedAt'): Promise<void> {
  const { world } = stage;
  await world.ctx.em
    .fork()
    .nativeUpdate(PortalLink, { tokenHash: hashToken(tokenOf(link)) }, { [as]: world.ctx.clock.now() });
}

describe('a link', () => {
  it('opens the very bill, with the name masked and nothing that would tell a stranger whose it is', async () => {
    const { cindy, link } = await addLinked();
    for (const path of ['', '/pay']) {
      const visit = await visitPage(`${link}${path}`);
      expect(visit.status).toBe(200);
      expect(visit.body).toContain('C•••• R••••');
      for (const secret of ['Cindy', 'Rivera', cindy.phone, cindy.phone.slice(-7), '@']) {
        expect(visit.body).not.toContain(secret);
      }
    }
    const { bill } = viewOf(await visitPage(link), 'bill');
    expect(bill).toMatchObject({
      description: 'Electricity, November',
      total: { minor: 8420, currency: 'USD' },
      amountDue: { minor: 8420, currency: 'USD' },
      dueOn: '2026-11-27',
      daysUntilDue: 7,
      changes: [],
    });
  });

  it('is kept by its hash alone: the database does not tell how to open a bill', async () => {
    const { world } = stage;
    const { link } = await addLinked();
    expect(await findWords(world, tokenOf(link))).toEqual([]);
  });

  it('is not changed, used up or noted by being read, whatever reads it', async () => {
    const { world } = stage;
    const { link } = await addLinked();
    const paths = ['', '/pay', `/payments/${crypto.randomUUID()}`, '?lang=es', '/pay?declined=nonsense'];
    const before = await countRows(world);
    for (const path of paths) {
      for (const method of ['GET', 'HEAD']) {
        const purpose = { Purpose: 'prefetch', 'User-Agent': 'WhatsApp/2.23 A' };
        const { status } = await visitPage(`${link}${path}`, { method, headers: purpose });
        expect([method, path, status]).toEqual([method, path, 200]);
      }
    }
    expect(await countRows(world)).toEqual(before);
    viewOf(await visitPage(link), 'bill');
  });

  it('says what every page of it has to say to browsers, caches and robots', async () => {
    const { link } = await addLinked();
    await expire(link, 'expiresAt');
    const expired = await visitPage(link);
    const { link: good } = await addLinked();
    for (const { headers } of [await visitPage(good), await visitPage(`${good}/pay`), expired]) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      const policy = headers.get('content-security-policy') ?? '';
      for (const rule of [
        "default-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]) {
        expect(policy).toContain(rule);
      }
      // PayPal's buttons are styled by attributes that no list can name; nothing else may be inline, and no script ever.
      expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toMatch(
        /unsafe-inline|unsafe-eval|\*;/,
      );
    }
  });

  it('names what stands in the bill by its hash, and carries another nonce in every answer with card fields', async () => {
    const { link } = await addLinked();
    expect((await visitPage(link)).headers.get('content-security-policy')).not.toContain('nonce-');
    const nonces = [];
    for (let n = 0; n < 3; n++) {
      const policy = (await visitPage(`${link}/pay`)).headers.get('content-security-policy') ?? '';
      nonces.push(/script-src 'self' 'nonce-([\w-]{20,})'/.exec(policy)?.[1]);
    }
    expect(new Set(nonces).size).toBe(3);
    expect(nonces).not.toContain(undefined);
  });

  it('opens its bill with a slash behind it too, as some apps write it', async () => {
    const { link } = await addLinked();
    const visit = await visitPage(`${link}/`);
    expect([visit.status, visit.location]).toEqual([301, link]);
  });

  it('of a paid bill shows that nothing is due, with the receipt', async () => {
    const { link } = await addLinked();
    await payOnLink(link, { nonce: 'fake-valid-visa-nonce' });
    for (const path of ['', '/pay']) {
      const { receipt, bill } = viewOf(await visitPage(`${link}${path}`), 'nothing-due');
      expect(bill.amountDue.minor).toBe(0);
      const paid = { kind: 'paid', on: '2026-11-20', amount: { minor: -8420, currency: 'USD' } };
      expect(bill.changes).toEqual([paid]);
      expect(receipt).toMatchObject({ amount: { minor: 8420 }, remaining: { minor: 0 } });
    }
  });
});

describe('a link that opens nothing', () => {
  it.each(['expiresAt', 'revokedAt'] as const)(
    'any more (%s) is answered with 410 and a way on, and shows nothing of the bill',
    async (as) => {
      const { cindy, link } = await addLinked();
      await expire(link, as);
      for (const path of ['', '/pay', `/payments/${crypto.randomUUID()}`]) {
        const visit = await visitPage(`${link}${path}`);
        expect(visit.status).toBe(410);
        expect(visit.page?.view).toEqual({ kind: 'expired', phoneTail: cindy.phone.slice(-2) });
        expect(visit.body).not.toMatch(/84\.?20|Electricity|C••••/);
      }
    },
  );

  it('cannot be paid with', async () => {
    const { cindy, link } = await addLinked();
    const { pay } = viewOf(await visitPage(`${link}/pay`), 'pay');
    await expire(link, 'expiresAt');
    const { status } = await visitPage(`${link}/pay`, {
      method: 'POST',
      body: new URLSearchParams({
        paymentId: pay.paymentId,
        nonce: 'fake-valid-visa-nonce',
        statedMinor: '8420',
      }),
    });
    expect(status).toBe(410);
    expect(await cindy.sales()).toEqual([]);
  });

  it('is answered with 404, in one shape whatever the guess looked like', async () => {
    const { world } = stage;
    const { link } = await addLinked();
    const near = tokenOf(link).replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
    const guesses = [near, 'x', 'AAAAAAAAAAAAAAAA', '0OIl0OIl0OIl0OIl', '%00', 'a'.repeat(300), "'--"];
    const shapes = [];
    for (const guess of guesses) {
      const { status, page } = await visitPage(`${world.origin}/${guess}`);
      expect(page?.view).toEqual({ kind: 'unknown-link' });
      shapes.push([
        status,
        Object.keys(page ?? {})
          .sort()
          .join(),
      ]);
    }
    expect(new Set(shapes.map(String)).size).toBe(1);
    expect(shapes[0]?.[0]).toBe(404);
  });

  it('of a text that was sent is the same as one made by hand: each text has a link of its own', async () => {
    const { cindy } = await addLinked();
    await cindy.says('BAL');
    const first = linkIn(cindy.lastText());
    await stage.world.pass(20_000);
    await cindy.says('BAL');
    const second = linkIn(cindy.lastText());
    expect(second).not.toBe(first);
    for (const link of [first, second]) expect((await visitPage(link)).status).toBe(200);
  });
});
