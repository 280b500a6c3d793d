import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { all, type OpenGateway, openGateway, visa } from './open-gateway.ts';

let open: OpenGateway;
beforeEach(async () => {
  open = await openGateway();
});
afterEach(() => open.close());

const newCustomer = async (sent: object = {}) => (await open.sdk.customer.create(sent)).customer;

describe('a verification', () => {
  test.each([
    ['4000111111111115', 'processor_declined', 'Do Not Honor'],
    ['5105105105105100', 'processor_declined', 'Do Not Honor'],
    ['378734493671000', 'processor_declined', 'Do Not Honor'],
    ['3566002020360505', 'failed', 'Processor Network Unavailable - Try Again'],
    ['4000111111111511', 'gateway_rejected', 'Gateway Rejected: fraud'],
  ])('of %s ends as %s, and nothing is vaulted', async (number, status, message) => {
    const { id } = await newCustomer();
    const result = await open.sdk.creditCard.create({
      customerId: id,
      number,
      expirationDate: '12/2030',
      options: { verifyCard: true },
    });
    expect(result).toMatchObject({ success: false, message, verification: { status } });
    expect((await open.sdk.customer.find(id)).creditCards).toEqual([]);
    const kept = await all<{ status: string }>(
      open.sdk.creditCardVerification.search((search) => search.id?.().is(result.verification.id)),
    );
    expect(kept).toMatchObject([{ status }]);
  });

  test('of a good card stands with the card', async () => {
    const { creditCards } = await newCustomer({ creditCard: { ...visa, options: { verifyCard: true } } });
    expect(creditCards[0]?.verification?.status).toBe('verified');
  });

  test('is not made where nobody asks for it', async () => {
    const { id } = await newCustomer();
    const made = await open.sdk.creditCard.create({
      customerId: id,
      number: '4000111111111115',
      expirationDate: '12/30',
    });
    expect(made.success).toBe(true);
    expect(made.creditCard.verifications).toEqual([]);
  });
});
