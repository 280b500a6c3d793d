import { Consent } from '@kvitt/db/consent/consent.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { answerText } from '@kvitt/flows/conversation/answer-text';
import { receiveText } from '@kvitt/flows/conversation/receive-text';
import { addCustomer } from '@kvitt/flows/customer/add-customer';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { OUR_NUMBER } from '@kvitt/testing/open-world';
import { addPerson, type Person } from '@kvitt/testing/people';
import { postFromCarrier } from '@kvitt/testing/post-from-carrier';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { afterEach, describe, expect, it } from 'vitest';

const stage = useWorld();

afterEach(() => stage.world.plivo.change({ automaticReplies: true }));

async function consentOf({ accountId }: Person): Promise<string | undefined> {
  const em = stage.world.ctx.em.fork();
  const { phoneId } = await em.findOneOrFail(AccountPhone, { accountId });
  return (await em.findOne(Consent, { phoneId, purpose: 'service' }))?.state;
}

/** Has the bill announced, and its text put into the outbox but not sent. */
async function addAnnounced(): Promise<Person> {
  const person = await addPerson(stage.world, stage.billerId);
  await person.issue(8420);
  await announceBills(stage.world.ctx, { billerId: stage.billerId });
  return person;
}

/** Takes a text in as the webhook does, and leaves its answer for later. */
async function receive(person: Person, body: string): Promise<string> {
  const answer = await receiveText(stage.world.ctx, {
    vendorId: `carrier-${++carrierIds}-${person.phone}`,
    from: `+${person.phone}`,
    to: `+${OUR_NUMBER}`,
    body,
    parts: 1,
    ...(body === 'STOP' && { carrierIntent: 'optout' as const }),
  });
  return answer.kind === 'received' ? answer.messageId : answer.kind;
}

let carrierIds = 0;

const statesOf = async ({ accountId }: Person) => {
  const em = stage.world.ctx.em.fork();
  const { phoneId } = await em.findOneOrFail(AccountPhone, { accountId });
  const texts = await em.find(Message, { phoneId, direction: 'out' }, { orderBy: { createdAt: 'asc' } });
  return texts.map(({ template, state, reason }) => [template, state, reason]);
};

describe('STOP', () => {
  it('takes queued texts away before the carrier has its answer to the webhook', async () => {
    const cindy = await addAnnounced();
    const answer = await postFromCarrier(stage.world, {
      fields: { From: cindy.phone, To: OUR_NUMBER, Text: 'STOP', MessageIntent: 'optout' },
    });
    expect(answer.status).toBe(200);
    expect(await statesOf(cindy)).toEqual([['bill-ready', 'cancelled', 'CONSENT_REVOKED']]);
    expect(await consentOf(cindy)).toBe('revoked');
    await stage.world.pass(5_000);
    expect(cindy.texts()).toEqual([]);
  });

  it('holds even where a receipt is due: what was paid stays paid, and no text follows', async () => {
    const { world } = stage;
    const cindy = await addPerson(world, stage.billerId);
    await cindy.issue(8420);
    await cindy.says('PAY');
    const messageId = await receive(cindy, `YES ${codeIn(cindy.lastText())}`);
    await answerText(world.ctx, { billerId: stage.billerId, messageId });
    expect(await statesOf(cindy)).toContainEqual(['receipt', 'queued', null]);
    await receive(cindy, 'STOP');
    expect(await statesOf(cindy)).toContainEqual(['receipt', 'cancelled', 'CONSENT_REVOKED']);
    const before = cindy.texts().length;
    await world.pass(60_000, 5_000);
    expect(cindy.texts()).toHaveLength(before);
    expect(await cindy.sales()).toMatchObject([{ amount: '84.20', status: 'submitted_for_settlement' }]);
  });

  it('does not undo a YES that came before it: it is paid, however late it is worked on, and not texted about', async () => {
    const { world } = stage;
    const cindy = await addPerson(world, stage.billerId);
    await cindy.issue(8420);
    await cindy.says('PAY');
    const before = cindy.texts().length;
    await receive(cindy, `YES ${codeIn(cindy.lastText())}`);
    await world.clock.advance(1_000);
    await receive(cindy, 'STOP');
    await world.pass(60_000, 5_000);
    expect(cindy.texts()).toHaveLength(before);
    expect(await cindy.sales()).toMatchObject([{ amount: '84.20', status: 'submitted_for_settlement' }]);
  });

  it('is confirmed by the carrier’s own text and by none of ours beside it', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.says('STOP');
    await stage.world.pass(10_000);
    expect(cindy.texts()).toEqual([]);
    expect(await consentOf(cindy)).toBe('revoked');
  });

  it.each([
    'please stop texting me',
    'Stop!!!',
    'no more messages',
    'unsubscribe me please',
    'no me escriban mas',
    'sluta skicka sms',
  ])('in other words is confirmed by us, once, within five minutes: %s', async (text) => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.says(text);
    await cindy.says(text);
    await stage.world.pass(10_000);
    expect(await consentOf(cindy)).toBe('revoked');
    expect(cindy.texts().map((sent) => sent.text)).toEqual([
      expect.stringMatching(/^Acme: You are opted out\. We will send you no more texts\./),
    ]);
  });

  it('is not confirmed any more where five minutes have passed before we could', async () => {
    const { world } = stage;
    const cindy = await addPerson(world, stage.billerId);
    world.plivo.faults.add({
      kind: 'status',
      status: 429,
      path: '/Message/$',
      method: 'POST',
      times: 5,
      headers: { 'Retry-After': '299' },
    });
    await cindy.says('please stop texting me');
    await world.pass(400_000, 10_000);
    expect(await consentOf(cindy)).toBe('revoked');
    expect(cindy.texts()).toEqual([]);
    expect(await statesOf(cindy)).toEqual([['stop-confirmed', 'skipped', 'TOO_LATE']]);
  });

  it('silences bills, and makes an open question worth nothing', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    await cindy.says('PAY');
    const code = codeIn(cindy.lastText());
    await cindy.says('STOP');
    const before = cindy.texts().length;
    await announceBills(world.ctx, { billerId });
    await world.pass(5_000);
    expect(cindy.texts()).toHaveLength(before);
    await cindy.says(`YES ${code}`);
    expect(await cindy.sales()).toEqual([]);
  });

  it('is mirrored where only the carrier saw it: a report with its error 200 revokes', async () => {
    const { world } = stage;
    const cindy = await addAnnounced();
    world.plivo.setDestination(cindy.phone, { outcome: 'failed', errorCode: '200' });
    await world.pass(5_000);
    expect(await consentOf(cindy)).toBe('revoked');
    await cindy.issue(100, '2026-12-04');
    await announceBills(world.ctx, { billerId: stage.billerId });
    await world.pass(5_000);
    expect(cindy.texts()).toHaveLength(1);
  });

  it('is not undone by importing the customer again', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.says('STOP');
    await inTransaction(world.ctx, (tx) =>
      addCustomer(tx, {
        billerId,
        number: `again-${cindy.phone}`,
        firstName: 'Cindy',
        lastName: 'Rivera',
        language: 'en',
        timeZone: 'America/New_York',
        phone: { e164: `+${cindy.phone}`, lineType: 'mobile' },
        consent: {
          channel: 'import',
          wording: 'agreed on paper',
          actor: 'import',
          purposes: ['service', 'past-due'],
        },
      }),
    );
    expect(await consentOf(cindy)).toBe('revoked');
  });
});

describe('after STOP', () => {
  it('START brings the texts back, and is answered once: by the carrier, where it answers', async () => {
    const { world, billerId } = stage;
    world.plivo.change({ automaticReplies: false });
    const cindy = await addPerson(world, billerId);
    await cindy.says('STOP');
    await cindy.says('START');
    expect(cindy.texts()).toEqual([]);
    expect(await consentOf(cindy)).toBe('confirmed');
    await cindy.issue(8420);
    await announceBills(world.ctx, { billerId });
    await world.pass(5_000);
    expect(cindy.lastText()).toMatch(/^Acme: Cindy, your bill/);
  });

  it('and START, another STOP is confirmed like the first', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    for (const text of ['please stop texting me', 'START', 'please stop texting me']) {
      await cindy.says(text);
      await world.pass(20_000, 5_000);
    }
    const confirmations = cindy.texts().filter(({ text }) => text.startsWith('Acme: You are opted out.'));
    expect(confirmations).toHaveLength(2);
    expect(await consentOf(cindy)).toBe('revoked');
  });

  it('who asks for help is answered, and stays opted out', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.says('please stop texting me');
    await cindy.says('ayuda');
    expect(cindy.texts()).toHaveLength(2);
    expect(cindy.lastText()).toMatch(/^Acme: Call 800-555-0100 for help\./);
    expect(await consentOf(cindy)).toBe('revoked');
  });

  it('who says PAY is asked, and gets the receipt of what they then pay', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.issue(8420);
    await cindy.says('please stop texting me');
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(cindy.lastText()).toMatch(/^Acme: Paid \$84\.20/);
    expect(await consentOf(cindy)).toBe('revoked');
  });
});
