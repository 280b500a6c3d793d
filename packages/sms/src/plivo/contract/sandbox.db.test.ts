import { manualClock, type SandboxClock } from '@kvitt/sandbox/control/clock';
import { type PlivoSandbox, startPlivo } from '@kvitt/sandbox/plivo/start-plivo';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryReport, OutgoingText, SmsPort } from '../../sms-port.ts';
import { createPlivo } from '../create-plivo.ts';
import { describeContract } from './describe-contract.ts';
import { type TakenWebhooks, takeWebhooks } from './take-webhooks.ts';

const account = { authId: 'MAXXXXXXXXXXXXXXXXXX', authToken: 'a token of the sandbox' };
const START = Date.parse('2026-11-21T15:00:00Z');
const FROM = '+14155550199';
const TO = '+14155550100';
const BODY = 'Your bill of $84.20 is due. Reply PAY.';

async function openAccount() {
  const webhooks = await takeWebhooks();
  const clock = manualClock(START);
  const messageUrl = `${webhooks.origin}/message`;
  const numbers = [{ number: FROM.slice(1), kind: 'long-code' as const, messageUrl }];
  const sandbox = await startPlivo({ ...account, numbers, clock });
  const settings = {
    ...account,
    apiUrl: sandbox.apiUrl,
    callbackUrl: `${webhooks.origin}/report`,
    timeoutMs: 500,
  };
  const stop = async () => {
    await sandbox.stop();
    await webhooks.stop();
  };
  const window = () => ({ from: new Date(clock.now() - 60_000), until: new Date(clock.now() + 60_000) });
  return { webhooks, clock, sandbox, settings, window, stop };
}

describeContract('the Plivo sandbox', async () => {
  const opened = await openAccount();
  return { ...opened, from: FROM, to: TO, stranger: '+12025550143' };
});

describe('a text handed to Plivo', () => {
  let opened: Awaited<ReturnType<typeof openAccount>>;
  let sandbox: PlivoSandbox;
  let webhooks: TakenWebhooks;
  let clock: SandboxClock;
  let port: SmsPort;
  beforeEach(async () => {
    opened = await openAccount();
    ({ sandbox, webhooks, clock } = opened);
    port = createPlivo(opened.settings);
  });
  afterEach(() => opened.stop());

  const text = (more: Partial<OutgoingText> = {}): OutgoingText => ({
    messageId: 'msg-1',
    from: FROM,
    to: TO,
    body: BODY,
    ...more,
  });
  const pass = async (ms: number) => {
    await clock.advance(ms);
    await sandbox.idle();
  };
  const reports = () =>
    webhooks.taken
      .filter(({ url }) => url.includes('/report'))
      .map((request) => port.readReport(request))
      .map((answer) => {
        if (answer.kind !== 'read') throw new Error(`a report of the vendor's is ${answer.kind}`);
        return answer.value;
      })
      .toSorted((a: DeliveryReport, b: DeliveryReport) => a.sequence - b.sequence);

  it('arrives as it is, once, unlogged, from our number', async () => {
    await port.send(text());
    expect(sandbox.texts()).toMatchObject([
      {
        from: FROM.slice(1),
        to: TO.slice(1),
        text: BODY,
        log: 'false',
        url: expect.stringContaining('?m=msg-1'),
      },
    ]);
  });

  it('is reported with our own id, from queued to delivered', async () => {
    const answer = await port.send(text());
    await pass(60_000);
    expect(reports().map(({ state }) => state)).toEqual(['queued', 'sent', 'delivered']);
    for (const report of reports()) {
      expect(report).toMatchObject({
        messageId: 'msg-1',
        isOptOut: false,
        vendorId: 'vendorId' in answer && answer.vendorId,
      });
    }
  });

  it('is absent where it never arrived', async () => {
    sandbox.faults.add({ kind: 'drop-before', method: 'POST' });
    expect(await port.send(text())).toEqual({ kind: 'unknown', reason: 'no answer (ECONNRESET)' });
    expect(await port.lookUp(text(), opened.window())).toEqual({ kind: 'absent' });
    expect(sandbox.texts()).toHaveLength(0);
  });

  it('is found, though its number is blanked, where only the answer was lost', async () => {
    sandbox.faults.add({ kind: 'drop-after', method: 'POST' });
    expect(await port.send(text())).toMatchObject({ kind: 'unknown' });
    const [accepted] = sandbox.texts();
    expect(await port.lookUp(text(), opened.window())).toEqual({ kind: 'found', vendorId: accepted?.uuid });
  });

  it('is absent at first and found later where it lands late', async () => {
    sandbox.faults.add({ kind: 'late', method: 'POST', delayMs: 50 });
    expect(await port.send(text())).toMatchObject({ kind: 'unknown' });
    await sandbox.faults.landed();
    expect(await port.lookUp(text(), opened.window())).toMatchObject({ kind: 'found' });
  });

  it('tells us by its report what a lost answer did not', async () => {
    sandbox.faults.add({ kind: 'drop-after', method: 'POST' });
    await port.send(text());
    await pass(60_000);
    expect(reports().at(-1)).toMatchObject({ messageId: 'msg-1', state: 'delivered' });
  });

  it('is unknown where the carrier takes it and never answers', async () => {
    sandbox.faults.add({ kind: 'delay', method: 'POST', delayMs: 1500 });
    expect(await port.send(text())).toMatchObject({ kind: 'unknown' });
  });

  it.each([
    [500, '{"api_id":"a","error":"server error"}'],
    [502, '<html>Bad Gateway</html>'],
    [503, '{"api_id":"a","error":"try again"}'],
    [504, ''],
    [408, ''],
  ])('is unknown after %i, whatever comes with it: %s', async (status, body) => {
    sandbox.faults.add({ kind: 'status', status, body, headers: { 'content-type': 'application/json' } });
    expect(await port.send(text())).toEqual({ kind: 'unknown', reason: `HTTP ${status}` });
  });

  it('waits as long as it is told, although the SDK loses the words', async () => {
    sandbox.faults.add({ kind: 'status', status: 429, headers: { 'retry-after': '2' }, body: 'slow down' });
    expect(await port.send(text())).toEqual({ kind: 'throttled', retryAfterMs: 2000 });
    expect(await port.send(text())).toMatchObject({ kind: 'accepted' });
    expect(sandbox.texts()).toHaveLength(1);
  });

  it('keeps its own answer among many at once', async () => {
    sandbox.faults.add({ kind: 'status', status: 429, headers: { 'retry-after': '3' }, times: 5 });
    sandbox.faults.add({ kind: 'drop-after', method: 'POST', times: 5 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => port.send(text({ messageId: `msg-${n}` }))),
    );
    const count = (kind: string) => answers.filter((answer) => answer.kind === kind).length;
    expect([count('accepted'), count('unknown'), count('throttled')]).toEqual([10, 5, 5]);
    const accepted = answers.flatMap((answer) => (answer.kind === 'accepted' ? answer.vendorId : []));
    expect(new Set(accepted).size).toBe(10);
    expect(sandbox.texts()).toHaveLength(15);
  });

  it('is not guessed at where several could be it, and is told apart by what is already claimed', async () => {
    const first = await port.send(text());
    sandbox.faults.add({ kind: 'drop-after', method: 'POST' });
    await port.send(text({ messageId: 'msg-2' }));
    expect(await port.lookUp(text(), opened.window())).toMatchObject({ kind: 'unanswered' });
    const claimed = first.kind === 'accepted' ? [first.vendorId] : [];
    const second = sandbox.texts()[1]?.uuid;
    expect(await port.lookUp(text(), { ...opened.window(), claimed })).toEqual({
      kind: 'found',
      vendorId: second,
    });
  });

  it('is looked up in its window and to its phone alone', async () => {
    await port.send(text());
    const earlier = { from: new Date(START - 7_200_000), until: new Date(START - 3_600_000) };
    expect(await port.lookUp(text(), earlier)).toEqual({ kind: 'absent' });
    expect(await port.lookUp(text({ to: '+12125550177' }), opened.window())).toEqual({ kind: 'absent' });
  });

  it('is not taken for what Plivo answers by itself, and is found beside it', async () => {
    sandbox.faults.add({ kind: 'drop-before', method: 'POST' });
    await port.send(text());
    await sandbox.receive({ from: TO.slice(1), to: FROM.slice(1), text: 'HELP' });
    expect(await port.lookUp(text(), opened.window())).toMatchObject({ kind: 'unanswered' });
    sandbox.faults.add({ kind: 'drop-after', method: 'POST' });
    await port.send(text());
    const vendorId = sandbox.texts().find(({ origin }) => origin === 'api')?.uuid;
    expect(await port.lookUp(text(), opened.window())).toEqual({ kind: 'found', vendorId });
  });

  it('is unanswered, never absent, where the list cannot be read', async () => {
    for (const status of [429, 500]) {
      sandbox.faults.add({ kind: 'status', status, method: 'GET' });
      expect(await port.lookUp(text(), opened.window())).toEqual({
        kind: 'unanswered',
        reason: `HTTP ${status}`,
      });
    }
    sandbox.faults.add({ kind: 'drop-before', method: 'GET' });
    expect(await port.lookUp(text(), opened.window())).toMatchObject({ kind: 'unanswered' });
    sandbox.faults.add({ kind: 'status', status: 200, body: '{"objects":null}', method: 'GET' });
    expect(await port.lookUp(text(), opened.window())).toMatchObject({ kind: 'unanswered' });
  });

  it('fails as an opt-out after STOP, and STOP itself comes in as one', async () => {
    await sandbox.receive({ from: TO.slice(1), to: FROM.slice(1), text: 'Stop' });
    await pass(1000);
    const inbound = webhooks.taken.find(({ url }) => url.endsWith('/message'));
    expect(inbound && port.readInbound(inbound)).toMatchObject({
      value: { from: TO, to: FROM, body: 'Stop', carrierIntent: 'optout' },
    });
    // The vendor lets one confirmation pass within five minutes; what counts is the text after it.
    await pass(6 * 60_000);
    expect(await port.send(text())).toMatchObject({ kind: 'accepted' });
    await pass(60_000);
    expect(reports().at(-1)).toMatchObject({ state: 'failed', isOptOut: true, errorCode: '200' });
  });

  it('stops all sending where the account is out of credit', async () => {
    sandbox.change({ hasCredit: false });
    await port.send(text());
    await pass(10_000);
    expect(reports().at(-1)).toMatchObject({ state: 'failed', failure: { kind: 'stop-sending' } });
    expect(await port.send(text())).toMatchObject({ kind: 'refused', failure: 'stop-sending' });
  });

  it('is refused without a word of the number or the text', async () => {
    const answers = [
      await port.send(text({ from: '+14155550100' })),
      await port.send(text({ to: '+14155550100123456' })),
      await createPlivo({ ...opened.settings, authToken: 'x' }).send(text()),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ kind: 'refused' });
      expect(JSON.stringify(answer)).not.toMatch(/5550100|84\.20/);
    }
  });
});
