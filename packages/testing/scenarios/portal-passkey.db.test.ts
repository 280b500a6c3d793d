import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { PushSubscription } from '@kvitt/db/push/push-subscription.entity';
import { findSession } from '@kvitt/db/session/find-session';
import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalPasskey } from '@kvitt/db/session/portal-passkey.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { subscribePush } from '@kvitt/flows/push/subscribe-push';
import { addPasskey } from '@kvitt/flows/session/add-passkey';
import { askPasskey } from '@kvitt/flows/session/ask-passkey';
import { closePasskey } from '@kvitt/flows/session/close-passkey';
import { endPasskeys } from '@kvitt/flows/session/end-passkeys';
import { openByPasskey } from '@kvitt/flows/session/open-by-passkey';
import { addLinked } from '@kvitt/testing/add-linked';
import { openProved } from '@kvitt/testing/open-proved';
import { openBrowser } from '@kvitt/testing/portal-browser';
import { useWorld } from '@kvitt/testing/use-world';
import { viewOf } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const addPair = () => addLinked(stage.world, stage.billerId, [8420, 1580]);

describe('a passkey', () => {
  async function addKey(accountId: string): Promise<string> {
    const { ctx } = stage.world;
    const { billerId } = stage;
    const { challengeId } = await inTransaction(ctx, (tx) => askPasskey(tx, { billerId, accountId }));
    const credentialId = ctx.ids.token();
    const made = { credentialId, publicKey: new Uint8Array([1]), counter: 0, transports: 'internal' };
    const answer = await addPasskey(ctx, { billerId, accountId, challengeId, verify: async () => made });
    expect(answer.kind).toBe('added');
    return credentialId;
  }

  async function tryKey(
    credentialId: string,
    accountId: string | undefined,
    isTrue: boolean,
    browserToken?: string,
  ) {
    const { ctx } = stage.world;
    const { billerId } = stage;
    const { challengeId } = await inTransaction(ctx, (tx) => askPasskey(tx, { billerId, accountId }));
    const verify = async () => (isTrue ? 1 : undefined);
    const order = { billerId, accountId, challengeId, credentialId, browserToken, verify };
    return { answer: await openByPasskey(ctx, order), again: () => openByPasskey(ctx, order) };
  }

  it('opens its own account, answers each question once, and opens nothing once it is removed', async () => {
    const { cindy, link } = await addPair();
    const { accountId } = cindy;
    const credentialId = await addKey(accountId);
    const { answer, again } = await tryKey(credentialId, undefined, true);
    expect(answer).toMatchObject({ kind: 'open', accountId });
    expect(await again()).toEqual({ kind: 'no-passkey' });
    const other = await addPair();
    expect((await tryKey(credentialId, other.cindy.accountId, true)).answer).toEqual({ kind: 'no-passkey' });
    expect(viewOf(await openBrowser(link).get('/unlock'), 'step-up').step.hasPasskey).toBe(true);
    await inTransaction(stage.world.ctx, (tx) => endPasskeys(tx, { billerId: stage.billerId, accountId }));
    expect((await tryKey(credentialId, accountId, true)).answer).toEqual({ kind: 'no-passkey' });
  });

  it('is not added where only what stands on a letter was proved', async () => {
    const { link } = await addPair();
    const browser = await openProved(link);
    expect(viewOf(await browser.get('/passkeys'), 'passkeys').passkeys.mayAdd).toBe(false);
    expect((await browser.post('/passkeys/ask', {})).status).toBe(403);
  });

  it('closes what it had opened on other browsers when it is removed, their notes too, and no more', async () => {
    const { cindy, link } = await addPair();
    const { billerId } = stage;
    const { accountId } = cindy;
    const [lost, kept] = [await addKey(accountId), await addKey(accountId)];
    const openBy = async (credentialId: string) => {
      const { answer } = await tryKey(credentialId, accountId, true);
      if (answer.kind !== 'open') throw new Error(answer.kind);
      return answer.browserToken;
    };
    const [stolen, own] = [await openBy(lost), await openBy(kept)];
    const letter = await openProved(link);
    const em = stage.world.ctx.em.fork();
    const isOpen = async (browserToken: string) =>
      (await findSession(em.fork(), { billerId, accountId, browserToken }, stage.world.ctx.clock.now())) !==
      null;
    const { publicKey } = stage.world.ctx.push ?? { publicKey: '' };
    const phoneId = (await em.findOneOrFail(AccountPhone, { billerId, accountId })).phoneId;
    for (const browserToken of [stolen, own]) {
      const { endpoint, keys } = stage.world.push.subscribe(publicKey);
      const whose = { billerId, accountId, phoneId, browserToken, language: 'en' as const };
      await inTransaction(stage.world.ctx, (tx) => subscribePush(tx, { ...whose, endpoint, ...keys }));
    }
    const passkey = await em.findOneOrFail(PortalPasskey, { credentialId: lost });
    const remove = () =>
      inTransaction(stage.world.ctx, (tx) =>
        closePasskey(tx, { billerId, accountId, passkeyId: passkey.id, browserToken: own }),
      );
    expect(await remove()).toBe(1);
    expect(await remove()).toBe(0);
    expect([await isOpen(stolen), await isOpen(own)]).toEqual([false, true]);
    expect((await letter.get('/account')).status).toBe(200);
    const notes = await em.fork().find(PushSubscription, { billerId, accountId, endedAt: null });
    expect(notes.map(({ browserHash }) => browserHash)).toEqual([hashToken(own)]);
  });

  it('leaves open the browser that removes it, though it opened that one as well', async () => {
    const { cindy } = await addPair();
    const { billerId } = stage;
    const { accountId } = cindy;
    const credentialId = await addKey(accountId);
    const { answer } = await tryKey(credentialId, accountId, true);
    if (answer.kind !== 'open') throw new Error(answer.kind);
    const { browserToken } = answer;
    const passkey = await stage.world.ctx.em.fork().findOneOrFail(PortalPasskey, { credentialId });
    const order = { billerId, accountId, passkeyId: passkey.id, browserToken };
    expect(await inTransaction(stage.world.ctx, (tx) => closePasskey(tx, order))).toBe(0);
    const whose = { billerId, accountId, browserToken };
    const session = await findSession(stage.world.ctx.em.fork(), whose, stage.world.ctx.clock.now());
    expect(session?.passkeyId).toBe(passkey.id);
  });

  it('locks a browser with its fifth miss, and is not tried there again', async () => {
    const { cindy } = await addPair();
    const { accountId } = cindy;
    const credentialId = await addKey(accountId);
    let browserToken: string | undefined;
    for (let miss = 1; miss <= 5; miss++) {
      const { answer } = await tryKey(credentialId, accountId, false, browserToken);
      expect(answer.kind).toBe(miss < 5 ? 'wrong' : 'locked');
      if (answer.kind !== 'no-passkey') browserToken = answer.browserToken;
    }
    expect((await tryKey(credentialId, accountId, true, browserToken)).answer.kind).toBe('locked');
    expect((await tryKey(credentialId, accountId, true)).answer.kind).toBe('open');
  });
});
