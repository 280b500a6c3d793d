import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, type OpenGateway, openGateway, type SdkSearch, visa } from './open-gateway.ts';
import type { SdkCustomer } from './sdk-records.ts';

const minuteMs = 60_000;
let open: OpenGateway;
const ids: Record<string, string> = {};

beforeAll(async () => {
  open = await openGateway();
  const { sdk, clock } = open;
  const { customer } = await sdk.customer.create({
    id: 'ada',
    firstName: 'Ada',
    email: 'Ada@Example.com',
    creditCard: { ...visa, token: 'ada_card', cardholderName: 'Ada L' },
  });
  const sales: [string, object][] = [
    [
      'small',
      { amount: '5.00', orderId: 'inv-1001', paymentMethodToken: 'ada_card', customerId: customer.id },
    ],
    ['large', { amount: '500.00', orderId: 'inv-1002', creditCard: { ...visa, number: '5555555555554444' } }],
    ['declined', { amount: '2001.00', orderId: 'inv-2001', paymentMethodNonce: 'fake-valid-nonce' }],
    [
      'submitted',
      {
        amount: '50.00',
        paymentMethodNonce: 'fake-valid-amex-nonce',
        options: { submitForSettlement: true },
      },
    ],
    [
      'wallet',
      { amount: '51.00', paymentMethodNonce: 'fake-apple-pay-visa-nonce', billing: { postalCode: '94107' } },
    ],
  ];
  for (const [name, sent] of sales) {
    ids[name] = (await sdk.transaction.sale(sent)).transaction.id;
    await clock.advance(minuteMs);
  }
});
afterAll(() => open.close());

async function found(ask: (search: SdkSearch) => void): Promise<string[]> {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return (await all(open.sdk.transaction.search(ask))).map(({ id }) => names.get(id) ?? id).sort();
}

describe('a search for transactions', () => {
  const start = Date.parse('2026-03-02T09:00:00Z');
  const at = (minutes: number) => new Date(start + minutes * minuteMs);

  test.each<[string, (search: SdkSearch) => void, string[]]>([
    ['an order id', (s) => s.orderId?.().is('inv-1001'), ['small']],
    [
      'another order id than this',
      (s) => s.orderId?.().isNot('inv-1001'),
      ['declined', 'large', 'submitted', 'wallet'],
    ],
    ['how an order id begins', (s) => s.orderId?.().startsWith('inv-1'), ['large', 'small']],
    ['how an order id ends', (s) => s.orderId?.().endsWith('001'), ['declined', 'small']],
    ['what an order id contains', (s) => s.orderId?.().contains('-2'), ['declined']],
    ['an amount', (s) => s.amount?.().is('5.00'), ['small']],
    ['a range of amounts', (s) => s.amount?.().between('50.00', '500.00'), ['large', 'submitted', 'wallet']],
    ['a least amount', (s) => s.amount?.().min('500'), ['declined', 'large']],
    [
      'statuses',
      (s) => s.status?.().in(['processor_declined', 'submitted_for_settlement']),
      ['declined', 'submitted'],
    ],
    ['a customer', (s) => s.customerId?.().is('ada'), ['small']],
    ['a token', (s) => s.paymentMethodToken?.().is('ada_card'), ['small']],
    ['a brand', (s) => s.creditCardCardType?.().is('MasterCard'), ['large']],
    ['the first digits of a card', (s) => s.creditCardNumber?.().startsWith('5555'), ['large']],
    ['the name on a card', (s) => s.creditCardCardholderName?.().is('Ada L'), ['small']],
    ['an instrument', (s) => s.paymentInstrumentType?.().is('ApplePayDetail'), ['wallet']],
    ['a postal code', (s) => s.billingPostalCode?.().is('94107'), ['wallet']],
    ['a span of time', (s) => s.createdAt?.().between(at(1), at(2)), ['declined', 'large']],
    ['when a decline came', (s) => s.processorDeclinedAt?.().min(at(0)), ['declined']],
    ['nothing that exists', (s) => s.orderId?.().is('inv-9'), []],
  ])('finds by %s', async (_, ask, names) => {
    expect(await found(ask)).toEqual(names);
  });

  test('holds all criteria together', async () => {
    const both = (s: SdkSearch) => {
      s.amount?.().max('100.00');
      s.status?.().is('authorized');
    };
    expect(await found(both)).toEqual(['small', 'wallet']);
  });

  test('finds more than one page', async () => {
    const many = await openGateway();
    for (let at = 0; at < 60; at++) {
      await many.sdk.transaction.sale({ amount: '1.00', paymentMethodNonce: 'fake-valid-nonce' });
    }
    const everything = await all(many.sdk.transaction.search((search) => search.amount?.().is('1.00')));
    expect(new Set(everything.map(({ id }) => id)).size).toBe(60);
    await many.close();
  });
});

describe('a search for customers', () => {
  test.each<[string, (search: SdkSearch) => void]>([
    ['an address, in small letters too', (s) => s.email?.().is('ada@example.com')],
    ['a name', (s) => s.firstName?.().startsWith('Ad')],
    ['a card of theirs', (s) => s.creditCardNumber?.().endsWith('1111')],
    ['a token of theirs', (s) => s.paymentMethodToken?.().is('ada_card')],
  ])('finds by %s', async (_, ask) => {
    expect((await all<SdkCustomer>(open.sdk.customer.search(ask))).map(({ id }) => id)).toEqual(['ada']);
  });
});
