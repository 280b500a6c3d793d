import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { all, codesOf, first, type OpenGateway, openGateway, visa } from './open-gateway.ts';

const hourMs = 3_600_000;
let open: OpenGateway;
let received: { signature: string; payload: string }[];
let receiver: ReturnType<typeof createServer>;
beforeEach(async () => {
  received = [];
  receiver = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    received.push({ signature: form.get('bt_signature') ?? '', payload: form.get('bt_payload') ?? '' });
    response.end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  open = await openGateway({ webhookUrl: `http://127.0.0.1:${port}` });
});
afterEach(async () => {
  await open.close();
  receiver.closeAllConnections();
  receiver.close();
});

const control = (method: string, path: string, body: object) =>
  fetch(`${open.sandbox.origin}/sandbox/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('a settlement batch', () => {
  const settle = async (amount: string, customFields?: object) => {
    const { transaction } = await open.sdk.transaction.credit({ amount, creditCard: visa, customFields });
    await open.sdk.testing.settle(transaction.id);
  };
  const summary = (criteria: object) => open.sdk.settlementBatchSummary.generate(criteria);

  test('counts and sums what was settled on the day, by brand and kind', async () => {
    await settle('5.00');
    await settle('7.50');
    const made = await summary({ settlementDate: '03/02/2026' });
    expect(made.settlementBatchSummary.records).toEqual([
      {
        kind: 'credit',
        cardType: 'Visa',
        merchantAccountId: 'sandbox_merchant',
        count: '2',
        amountSettled: '12.50',
      },
    ]);
    expect((await summary({ settlementDate: '2011-01-01' })).settlementBatchSummary.records).toEqual([]);
  });

  test('is grouped by a custom field under the name that was asked for', async () => {
    await settle('5.00', { store_me: 'north' });
    const made = await summary({ settlementDate: '3-2-26', groupByCustomField: 'store_me' });
    expect(made.settlementBatchSummary.records).toMatchObject([{ store_me: 'north', count: '1' }]);
  });

  test.each([
    ['82301', {}],
    ['82302', { settlementDate: 'NOT A DATE' }],
    ['82302', { settlementDate: '2026-02-30' }],
    ['82303', { settlementDate: '2026-03-02', groupByCustomField: 'never_sent' }],
  ])('is refused with %s for %o', async (code, criteria) => {
    expect(codesOf(await summary(criteria))).toEqual([code]);
  });
});

test('merchant accounts are listed and found', async () => {
  await open.sdk.transaction.sale({ amount: '1.00', creditCard: visa, merchantAccountId: 'branch' });
  const listed = await all<{ id: string }>(open.sdk.merchantAccount.all());
  expect(listed.map(({ id }) => id)).toEqual(['sandbox_merchant', 'us_bank_merchant_account', 'branch']);
  expect(await open.sdk.merchantAccount.find('branch')).toMatchObject({ status: 'active', default: false });
  await expect(open.sdk.merchantAccount.find('nowhere')).rejects.toMatchObject({ type: 'notFoundError' });
});

describe('the account updater', () => {
  const store = async () => {
    const { customer } = await open.sdk.customer.create({});
    const { creditCard } = await open.sdk.creditCard.create({ customerId: customer.id, ...visa });
    return creditCard.token;
  };

  test('changes the stored card under its token and announces the report of the day after it', async () => {
    const token = await store();
    await control('PUT', `cards/${token}`, { number: '4012888888881881', expirationDate: '11/2033' });
    expect(await open.sdk.paymentMethod.find(token)).toMatchObject({
      last4: '1881',
      expirationDate: '11/2033',
    });
    expect(received).toEqual([]);
    await open.clock.advance(24 * hourMs);
    await open.sandbox.idle();
    const { signature, payload } = first(received);
    const news = await open.sdk.webhookNotification.parse(signature, payload);
    expect(news).toMatchObject({
      kind: 'account_updater_daily_report',
      accountUpdaterDailyReport: { reportDate: '2026-03-02' },
    });
    const report = await (await fetch(news.accountUpdaterDailyReport.reportUrl)).text();
    expect(report.split('\n')[1]).toBe(`${token},updated_number,1111,1881,12/2030,11/2033`);
    expect(received).toHaveLength(1);
  });

  test('a closed account is declined from then on', async () => {
    const token = await store();
    await control('PUT', `cards/${token}`, { closed: true });
    const sale = await open.sdk.transaction.sale({ amount: '5.00', paymentMethodToken: token });
    expect(sale).toMatchObject({
      success: false,
      transaction: { processorResponseCode: '2015', processorResponseType: 'hard_declined' },
    });
  });
});

describe('a payment that the bank sends back', () => {
  const debit = async (amount: string) => {
    const { customer } = await open.sdk.customer.create({});
    const { paymentMethod } = await open.sdk.paymentMethod.create({
      customerId: customer.id,
      paymentMethodNonce: 'fake-us-bank-account-nonce',
      options: { usBankAccountVerificationMethod: 'network_check' },
    });
    const { transaction } = await open.sdk.usBankAccount.sale(paymentMethod.token, { amount });
    return transaction.id;
  };

  test('is settled first, and then declined with the code of the network, and found by the day of it', async () => {
    const id = await debit('84.20');
    await open.clock.advance(72 * hourMs);
    expect((await open.sdk.transaction.find(id)).status).toBe('settled');
    await control('POST', 'returns', { transactionId: id, code: 'R10' });
    await open.sandbox.idle();
    expect(await open.sdk.transaction.find(id)).toMatchObject({
      status: 'settlement_declined',
      achReturnCode: 'R10',
      achReturnResponses: [{ reasonCode: 'R10' }],
    });
    const kinds = await Promise.all(
      received.map(
        async ({ signature, payload }) => (await open.sdk.webhookNotification.parse(signature, payload)).kind,
      ),
    );
    expect(kinds).toEqual(['transaction_settled', 'transaction_settlement_declined']);
    await debit('1.00');
    const returned = open.sdk.transaction.search((search) =>
      search.achReturnResponsesCreatedAt?.().min(new Date('2026-03-05T00:00:00Z')),
    );
    expect((await all(returned)).map((one) => one.id)).toEqual([id]);
  });

  test('by the amount of the vendor’s table comes back for want of money', async () => {
    const id = await debit('4001.15');
    await open.clock.advance(72 * hourMs);
    expect((await open.sdk.transaction.find(id)).achReturnCode).toBe('R01');
  });

  test('is not sent back where nothing was paid', async () => {
    const { transaction } = await open.sdk.transaction.sale({ amount: '5.00', creditCard: visa });
    const answer = await control('POST', 'returns', { transactionId: transaction.id, code: 'R01' });
    expect(answer.status).toBe(400);
  });
});
