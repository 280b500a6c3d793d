import { findStanding } from '@kvitt/db/consent/find-standing';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import type { ConsentStanding } from '@kvitt/domain/consent/consent';
import { changeConsent } from '@kvitt/flows/consent/change-consent';
import { requestConsent } from '@kvitt/flows/consent/request-consent';
import { findThread } from '@kvitt/flows/conversation/find-thread';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { queueText } from '@kvitt/flows/message/queue-text';
import { saveTemplate } from '@kvitt/flows/message/save-template';
import { addPerson, type Person, type Traits } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const add = (traits: Traits = {}) => addPerson(stage.world, stage.billerId, traits);

async function phoneOf({ accountId }: Person): Promise<string> {
  const joined = await stage.world.ctx.em.fork().findOneOrFail(AccountPhone, { accountId, role: 'primary' });
  return joined.phoneId;
}

async function standingOf(person: Person): Promise<ConsentStanding> {
  return findStanding(stage.world.ctx.em.fork(), stage.billerId, await phoneOf(person));
}

let causes = 0;

/** What becomes of a text about a bill, late or not, that is put into the outbox now. */
async function ask({ accountId }: Person, template: 'overdue' | 'bill-ready'): Promise<string> {
  const { billerId } = stage;
  const answer = await inTransaction(stage.world.ctx, async (tx) => {
    const thread = await findThread(tx, billerId, accountId);
    if (!thread) throw new Error('nobody to text');
    const cause = `test/${++causes}`;
    return queueText(tx, { ...thread, billerId, purpose: 'service', template, body: 'Acme: x', cause });
  });
  return answer.kind === 'refused' ? answer.refusal : answer.kind;
}

async function giveUpLateBills(person: Person): Promise<void> {
  const phoneId = await phoneOf(person);
  await inTransaction(stage.world.ctx, (tx) =>
    changeConsent(tx, {
      billerId: stage.billerId,
      phoneId,
      act: 'revoked',
      purpose: 'past-due',
      channel: 'oral',
      wording: 'Do not remind me of late bills.',
      actor: 'agent:ada',
    }),
  );
}

describe('a text about a late bill', () => {
  it('goes to whoever agreed to words that mention late bills', async () => {
    const cindy = await add();
    expect(await ask(cindy, 'overdue')).toBe('queued');
  });

  it('goes to nobody who agreed to bills alone, who still gets those', async () => {
    const cindy = await add({ hasPastDueConsent: false });
    expect(await ask(cindy, 'overdue')).toBe('CONSENT_MISSING');
    expect(await ask(cindy, 'bill-ready')).toBe('queued');
  });

  it('goes to nobody who gave them up, not after STOP and START and YES either', async () => {
    const cindy = await add();
    await giveUpLateBills(cindy);
    expect(await ask(cindy, 'overdue')).toBe('CONSENT_REVOKED');
    expect(await ask(cindy, 'bill-ready')).toBe('queued');
    for (const word of ['STOP', 'START', 'YES']) await cindy.says(word);
    expect(await standingOf(cindy)).toMatchObject({ service: 'confirmed', 'past-due': 'revoked' });
    expect(await ask(cindy, 'overdue')).toBe('CONSENT_REVOKED');
  });
});

describe('START', () => {
  it('brings back late bills where they were agreed to before the STOP, and no advertising', async () => {
    const cindy = await add();
    await cindy.says('STOP');
    expect(await ask(cindy, 'overdue')).toBe('CONSENT_REVOKED');
    await cindy.says('START');
    expect(await standingOf(cindy)).toMatchObject({
      service: 'confirmed',
      'past-due': 'confirmed',
      marketing: 'revoked',
    });
    expect(await ask(cindy, 'overdue')).toBe('queued');
  });

  it('brings back no late bills that were never agreed to', async () => {
    const cindy = await add({ hasPastDueConsent: false });
    await cindy.says('STOP');
    await cindy.says('START');
    expect(await standingOf(cindy)).toMatchObject({ service: 'confirmed', 'past-due': 'revoked' });
  });

  it('from a phone that was asked says yes to what it was asked about', async () => {
    const cindy = await add({ hasConsent: false });
    await inTransaction(stage.world.ctx, (tx) =>
      requestConsent(tx, {
        billerId: stage.billerId,
        accountId: cindy.accountId,
        channel: 'oral',
        wording: 'bills-aloud',
        actor: 'agent:ada',
      }),
    );
    await cindy.says('START');
    expect(await standingOf(cindy)).toEqual({ service: 'confirmed', 'past-due': 'confirmed' });
  });
});

it('confirms late bills as well where the phone says YES to what was agreed to elsewhere', async () => {
  const cindy = await add();
  await cindy.says('YES');
  expect(await standingOf(cindy)).toEqual({ service: 'confirmed', 'past-due': 'confirmed' });
});

it('asks whether to text in the biller’s own words, where it has some', async () => {
  const { ctx } = stage.world;
  const { billerId } = stage;
  const saved = await saveTemplate(ctx, {
    billerId,
    name: 'opt-in-request',
    language: 'en',
    wording: 'Shall we text you? Reply YES. Msg & data rates may apply. HELP for help, STOP to opt out.',
    savedBy: 'Ada',
  });
  expect(saved.kind).toBe('saved');
  const cindy = await add({ hasConsent: false });
  await inTransaction(ctx, (tx) =>
    requestConsent(tx, {
      billerId,
      accountId: cindy.accountId,
      channel: 'oral',
      wording: 'bills-aloud',
      actor: 'agent:ada',
    }),
  );
  await stage.world.settle();
  expect(cindy.lastText()).toBe(
    'Acme: Shall we text you? Reply YES. Msg & data rates may apply. HELP for help, STOP to opt out.',
  );
});
