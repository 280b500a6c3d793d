import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, first, type OpenGateway, openGateway, visa } from './open-gateway.ts';
import type { SdkNotification } from './sdk-records.ts';

const hourMs = 3_600_000;
let open: OpenGateway;
let receiver: Server;
let received: { signature: string; payload: string }[];
/** What the receiver answers next; 200 once these are used up. */
let answers: number[];

beforeEach(async () => {
  received = [];
  answers = [];
  receiver = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    received.push({ signature: form.get('bt_signature') ?? '', payload: form.get('bt_payload') ?? '' });
    response.writeHead(answers.shift() ?? 200).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  open = await openGateway({ webhookUrl: `http://127.0.0.1:${port}/hooks/braintree` });
});
afterEach(async () => {
  await open.close();
  receiver.closeAllConnections();
  receiver.close();
});

const read = ({ signature, payload }: (typeof received)[number]): Promise<SdkNotification> =>
  open.sdk.webhookNotification.parse(signature, payload);

describe('a notification', () => {
  test('is read by the SDK and tells of its subject', async () => {
    const { transaction } = await open.sdk.transaction.sale({
      amount: '10.00',
      orderId: 'o1',
      creditCard: visa,
    });
    await open.sandbox.sendWebhook('transaction_disbursed', transaction.id);
    expect(await read(first(received))).toMatchObject({
      kind: 'transaction_disbursed',
      timestamp: '2026-03-02T09:00:00Z',
      transaction: { id: transaction.id, orderId: 'o1', amount: '10.00' },
    });
  });

  test('is not accepted with another key or another content', async () => {
    await open.sandbox.sendWebhook('check', '');
    const { signature, payload } = first(received);
    const forged = `${payload.slice(0, 8)}A${payload.slice(9)}`;
    await expect(open.sdk.webhookNotification.parse(signature, forged)).rejects.toMatchObject({
      type: 'invalidSignatureError',
    });
    const other = connect(open.sandbox, { privateKey: 'another' });
    await expect(other.webhookNotification.parse(signature, payload)).rejects.toMatchObject({
      type: 'invalidSignatureError',
    });
  });

  test('comes twice where that is asked for', async () => {
    await open.sandbox.sendWebhook('account_updater_daily_report', 'https://example.com/report.csv', {
      duplicate: true,
    });
    expect(received).toHaveLength(2);
    expect(received[0]).toEqual(received[1]);
    expect((await read(first(received))).accountUpdaterDailyReport.reportUrl).toBe(
      'https://example.com/report.csv',
    );
  });

  test('about something that does not exist is refused', async () => {
    await expect(open.sandbox.sendWebhook('transaction_settled', 'abc123')).rejects.toThrow(
      'No transaction abc123',
    );
    await expect(open.sandbox.sendWebhook('sub_merchant_account_approved', 'abc123')).rejects.toThrow(
      'not emulated',
    );
  });

  test('that is not taken comes again each hour, three times', async () => {
    answers = [500, 503, 404, 500, 500];
    await open.sandbox.sendWebhook('check', '');
    expect(received).toHaveLength(1);
    for (const tries of [2, 3, 4, 4]) {
      await open.clock.advance(hourMs);
      await open.sandbox.idle();
      expect(received).toHaveLength(tries);
    }
    expect(new Set(received.map(({ payload }) => payload)).size).toBe(1);
  });

  test('that is taken does not come again', async () => {
    answers = [500];
    await open.sandbox.sendWebhook('check', '');
    await open.clock.advance(5 * hourMs);
    await open.sandbox.idle();
    expect(received).toHaveLength(2);
  });

  test('comes by itself when a bank transfer is settled, and does not for a card', async () => {
    const { sdk } = open;
    const { customer } = await sdk.customer.create({});
    const { paymentMethod } = await sdk.paymentMethod.create({
      customerId: customer.id,
      paymentMethodNonce: 'fake-us-bank-account-nonce',
    });
    const { transaction } = await sdk.usBankAccount.sale(paymentMethod.token, { amount: '20.00' });
    await sdk.transaction.sale({ amount: '10.00', creditCard: visa, options: { submitForSettlement: true } });
    await open.clock.advance(72 * hourMs);
    await open.sandbox.idle();
    expect(await Promise.all(received.map(read))).toMatchObject([
      { kind: 'transaction_settled', transaction: { id: transaction.id } },
    ]);
  });

  test('comes by itself for each step of a dispute', async () => {
    const { transaction } = await open.sdk.transaction.sale({
      amount: '100.00',
      creditCard: { ...visa, number: '4023898493988028' },
    });
    const dispute = first(transaction.disputes);
    await open.sdk.dispute.addTextEvidence(dispute.id, 'compelling_evidence');
    await open.sdk.dispute.finalize(dispute.id);
    await open.clock.advance(14 * 24 * hourMs);
    await open.sandbox.idle();
    const kinds = await Promise.all(received.map(read));
    expect(kinds.map(({ kind }) => kind)).toEqual(['dispute_opened', 'dispute_disputed', 'dispute_won']);
    expect(kinds[2]?.dispute).toMatchObject({
      id: dispute.id,
      status: 'won',
      transaction: { id: transaction.id },
    });
  });
});

test('a challenge is answered with the public key and a digest of the challenge', () => {
  expect(open.sdk.webhookNotification.verify('20f9f8ed05f77439fe955c977e4c8a53')).toMatch(
    /^sandbox_public\|[0-9a-f]{40}$/,
  );
});
