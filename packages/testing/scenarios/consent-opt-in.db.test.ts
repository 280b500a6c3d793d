import { ConsentEvent } from '@kvitt/db/consent/consent-event.entity';
import { findStanding } from '@kvitt/db/consent/find-standing';
import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import type { ConsentStanding } from '@kvitt/domain/consent/consent';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { requestConsent } from '@kvitt/flows/consent/request-consent';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { OUR_NUMBER } from '@kvitt/testing/open-world';
import { addPerson, type Person } from '@kvitt/testing/people';
import { postFromCarrier } from '@kvitt/testing/post-from-carrier';
import { linkIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { visitPage } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();
const DAY_MS = 86_400_000;

const em = () => stage.world.ctx.em.fork();

async function standingOf({ phone }: Person): Promise<ConsentStanding> {
  const { id } = await em().findOneOrFail(Phone, { billerId: stage.billerId, e164: `+${phone}` });
  return findStanding(em(), stage.billerId, id);
}

/** A customer whom an agent asks on the phone, and who agrees. */
async function enroll(person: Person, wording = 'bills-aloud', channel: 'oral' | 'web' = 'oral') {
  return inTransaction(stage.world.ctx, (tx) =>
    requestConsent(tx, {
      billerId: stage.billerId,
      accountId: person.accountId,
      channel,
      wording,
      actor: 'agent:ada',
      evidence: { callId: 'call-7' },
    }),
  );
}

const addUnasked = () => addPerson(stage.world, stage.billerId, { hasConsent: false });

describe('a customer who agrees on the phone', () => {
  it('is asked once by text, and gets no bill before the phone itself has said YES', async () => {
    const { world } = stage;
    const cindy = await addUnasked();
    expect(await enroll(cindy)).toMatchObject({ kind: 'asked' });
    expect(await enroll(cindy)).toEqual({ kind: 'refused', refusal: 'ALREADY_ASKED' });
    await cindy.issue(8420);
    await cindy.announce();
    await world.pass(5_000);
    expect(cindy.texts()).toHaveLength(1);
    expect(cindy.lastText()).toMatch(/^Acme: .*YES.*HELP.*STOP/);
    expect(await standingOf(cindy)).toEqual({ service: 'pending', 'past-due': 'pending' });

    await cindy.says('YES');
    expect(await standingOf(cindy)).toEqual({ service: 'confirmed', 'past-due': 'confirmed' });
    expect(cindy.lastText()).toMatch(
      /^Acme: You are signed up for texts about your bills\. We will text you when/,
    );
    expect(await cindy.sales()).toEqual([]);
  });

  it('has the words, the call and the agent on record', async () => {
    const cindy = await addUnasked();
    await enroll(cindy);
    const { id } = await em().findOneOrFail(Phone, { billerId: stage.billerId, e164: `+${cindy.phone}` });
    const event = await em().findOneOrFail(ConsentEvent, { phoneId: id, purpose: 'past-due' });
    expect(event).toMatchObject({
      act: 'requested',
      channel: 'oral',
      wordingKey: 'bills-aloud@1',
      actor: 'agent:ada',
      evidence: { callId: 'call-7' },
    });
    expect(event.wording).toMatch(/^May Acme text this number about your bills, also when one is late\?/);
  });

  it.each([
    [1, 'The next one comes tomorrow.'],
    [12, 'The next one comes in 12 days.'],
    [0, 'The next one comes today.'],
    [-5, 'We will text you when the next one is ready.'],
  ])(
    'is welcomed at once in the same text, and told of a next statement %i days from now: %s',
    async (days, words) => {
      const cindy = await addUnasked();
      const day = addDays(localDate(stage.world.ctx.clock.now(), 'America/New_York'), days);
      await em().nativeUpdate(Account, { id: cindy.accountId }, { nextStatementOn: day });
      await enroll(cindy);
      await stage.world.settle();
      await cindy.says('YES');
      expect(cindy.lastText()).toContain(words);
      expect(cindy.texts()).toHaveLength(2);
    },
  );

  it('and answers NO is asked and told nothing more', async () => {
    const cindy = await addUnasked();
    await enroll(cindy);
    await stage.world.settle();
    await cindy.says('NO');
    await stage.world.pass(5_000);
    expect(await standingOf(cindy)).toEqual({});
    expect(cindy.texts()).toHaveLength(1);
  });

  it('and answers nothing for seven days has agreed to nothing, and a late YES does not change that', async () => {
    const { world } = stage;
    const cindy = await addUnasked();
    await enroll(cindy);
    await world.pass(7 * DAY_MS - 60_000, DAY_MS);
    expect(await standingOf(cindy)).toMatchObject({ service: 'pending' });
    await world.pass(120_000, 60_000);
    expect(await standingOf(cindy)).toEqual({});
    await cindy.says('YES');
    expect(await standingOf(cindy)).toEqual({});
  });

  it('and answers STOP is stopped', async () => {
    const cindy = await addUnasked();
    await enroll(cindy);
    await cindy.says('stop texting me');
    expect(await standingOf(cindy)).toMatchObject({ service: 'revoked', marketing: 'revoked' });
    expect(await enroll(cindy)).toEqual({ kind: 'refused', refusal: 'CONSENT_REVOKED' });
  });
});

describe('a request', () => {
  it('is refused where it cannot be: no words of ours, a landline, confirmed already', async () => {
    const { world, billerId } = stage;
    const cindy = await addUnasked();
    expect(await enroll(cindy, 'news-shown')).toEqual({ kind: 'refused', refusal: 'WORDING_UNKNOWN' });
    const landline = await addPerson(world, billerId, { hasConsent: false, lineType: 'landline' });
    expect(await enroll(landline)).toEqual({ kind: 'refused', refusal: 'NOT_SMS_CAPABLE' });
    await enroll(cindy);
    await cindy.says('YES');
    expect(await enroll(cindy)).toEqual({ kind: 'refused', refusal: 'ALREADY_CONFIRMED' });
  });

  it('for advertising is one of its own, and its YES is a written consent to that alone', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    expect(await enroll(cindy, 'news-shown', 'web')).toMatchObject({ kind: 'asked' });
    await stage.world.pass(5_000);
    await cindy.says('YES');
    expect(await standingOf(cindy)).toEqual({ service: 'express', 'past-due': 'express', marketing: 'pewc' });
  });
});

describe('STOP and START', () => {
  it('revoke every purpose, and bring back texts about bills alone', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await enroll(cindy, 'news-shown', 'web');
    await stage.world.pass(5_000);
    await cindy.says('YES');
    await cindy.says('please stop texting me');
    expect(new Set(Object.values(await standingOf(cindy)))).toEqual(new Set(['revoked']));
    await cindy.says('START');
    expect(await standingOf(cindy)).toMatchObject({ service: 'confirmed', marketing: 'revoked' });
  });

  it('are mirrored where the carrier heard them, by its own mark', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    const post = (Text: string, MessageIntent: string) =>
      postFromCarrier(stage.world, { fields: { From: cindy.phone, To: OUR_NUMBER, Text, MessageIntent } });
    await post('basta ya', 'optout');
    expect(await standingOf(cindy)).toMatchObject({ service: 'revoked' });
    await stage.world.pass(5_000);
    await post('otra vez', 'optin');
    await stage.world.pass(5_000);
    expect(await standingOf(cindy)).toMatchObject({ service: 'confirmed' });
    const events = await em().find(ConsentEvent, { channel: 'carrier' }, { orderBy: { seq: 'asc' } });
    expect(events.slice(-3).map(({ act }) => act)).toEqual(['revoked', 'restored', 'restored']);
  });
});

describe('a phone that is not our customer’s', () => {
  it('is taken off every account that it served, and what was texted there opens nothing any more', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    const other = await addPerson(world, billerId, { phone: cindy.phone });
    await cindy.issue(8420);
    await cindy.says('BAL');
    const link = linkIn(cindy.lastText());
    expect((await visitPage(link)).page?.view.kind).toBe('bill');
    await cindy.says('wrong number, I am not Cindy');

    expect(
      await em().count(AccountPhone, { billerId, accountId: { $in: [cindy.accountId, other.accountId] } }),
    ).toBe(0);
    expect((await visitPage(link)).page?.view.kind).not.toBe('bill');
    expect(await standingOf(cindy)).toMatchObject({ service: 'revoked' });
    const { id } = await em().findOneOrFail(Phone, { billerId, e164: `+${cindy.phone}` });
    const event = await em().findOneOrFail(ConsentEvent, { phoneId: id, act: 'released' });
    expect(String(event.evidence.accounts).split(' ').sort()).toEqual(
      [cindy.accountId, other.accountId].sort(),
    );
    await cindy.says('PAY');
    expect(await cindy.sales()).toEqual([]);
  });
});
