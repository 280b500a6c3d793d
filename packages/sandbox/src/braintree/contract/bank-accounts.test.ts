import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codesOf, type OpenGateway, openGateway } from './open-gateway.ts';
import type { SdkMethod } from './sdk-records.ts';

let open: OpenGateway;
beforeEach(async () => {
  open = await openGateway();
});
afterEach(() => open.close());

const mutation =
  'mutation T($input: TokenizeUsBankAccountInput!) { tokenizeUsBankAccount(input: $input) { paymentMethod { id } } }';

/** A nonce as the vendor's browser library makes it of an account. */
async function nonceOf(accountNumber: string): Promise<string> {
  const { clientToken } = await open.sdk.clientToken.generate({});
  const { authorizationFingerprint } = JSON.parse(Buffer.from(clientToken, 'base64').toString());
  const response = await fetch(`${open.sandbox.origin}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${authorizationFingerprint}` },
    body: JSON.stringify({
      query: mutation,
      variables: {
        input: {
          usBankAccount: {
            accountNumber,
            routingNumber: '021000021',
            accountType: 'CHECKING',
            individualOwner: { firstName: 'Ada', lastName: 'Lovelace' },
            achMandate: 'I agree.',
          },
        },
      },
    }),
  });
  const answer = (await response.json()) as {
    data: { tokenizeUsBankAccount: { paymentMethod: { id: string } } };
  };
  return answer.data.tokenizeUsBankAccount.paymentMethod.id;
}

async function account(accountNumber: string, method?: string): Promise<SdkMethod> {
  const { customer } = await open.sdk.customer.create({});
  const { paymentMethod } = await open.sdk.paymentMethod.create({
    customerId: customer.id,
    paymentMethodNonce: await nonceOf(accountNumber),
    ...(method ? { options: { usBankAccountVerificationMethod: method } } : {}),
  });
  return paymentMethod;
}

describe('a bank account', () => {
  test('is vaulted, verified and charged, without its number being shown', async () => {
    const made = await account('1000000000', 'network_check');
    expect(made).toMatchObject({ last4: '0000', bankName: 'JPMORGAN CHASE', verified: true });
    expect(JSON.stringify(await open.sdk.usBankAccount.find(made.token))).not.toContain('1000000000');
    const { transaction } = await open.sdk.usBankAccount.sale(made.token, { amount: '40.00' });
    expect(transaction).toMatchObject({
      status: 'settlement_pending',
      paymentInstrumentType: 'us_bank_account',
    });
  });

  test('is not charged before it is verified', async () => {
    const made = await account('1000000000', 'micro_transfers');
    expect(codesOf(await open.sdk.usBankAccount.sale(made.token, { amount: '40.00' }))).toEqual(['915172']);
  });

  test('is not charged by a nonce that no login with the bank has proven, except by an exempt merchant', async () => {
    const sale = async (part: object) =>
      open.sdk.transaction.sale({
        amount: '40.00',
        paymentMethodNonce: await nonceOf('567891234'),
        options: { submitForSettlement: true },
        ...part,
      });
    expect(codesOf(await sale({}))).toEqual(['915171']);
    const exempt = await sale({ merchantAccountId: 'us_bank_merchant_account' });
    expect(exempt.transaction.status).toBe('settlement_pending');
  });

  test('whose network check fails stays unverified', async () => {
    const made = await account('1000000004', 'network_check');
    expect(made).toMatchObject({ verified: false, verifications: [{ status: 'processor_declined' }] });
  });

  test('is settled by the banks after three days, or sent back', async () => {
    const made = await account('1000000000', 'network_check');
    const good = await open.sdk.usBankAccount.sale(made.token, { amount: '40.00' });
    const bad = await open.sdk.usBankAccount.sale(made.token, { amount: '4001.00' });
    await open.clock.advance(72 * 3_600_000);
    expect((await open.sdk.transaction.find(good.transaction.id)).status).toBe('settled');
    expect((await open.sdk.transaction.find(bad.transaction.id)).status).toBe('settlement_declined');
  });

  test('cannot be verified in a way that does not exist', async () => {
    const { customer } = await open.sdk.customer.create({});
    const result = await open.sdk.paymentMethod.create({
      customerId: customer.id,
      paymentMethodNonce: 'fake-us-bank-account-nonce',
      options: { usBankAccountVerificationMethod: 'tea_leaves' },
    });
    expect(codesOf(result)).toEqual(['93121']);
  });
});

describe('two small deposits', () => {
  const verification = async (number = '1000000000') =>
    (await account(number, 'micro_transfers')).verifications[0]?.id ?? '';
  const confirm = (id: string, amounts: number[]) =>
    open.sdk.usBankAccountVerification.confirmMicroTransferAmounts(id, amounts);

  test('verify the account when their amounts are named', async () => {
    const made = await account('1000000000', 'micro_transfers');
    const result = await confirm(made.verifications[0]?.id ?? '', [17, 29]);
    expect(result.usBankAccountVerification.status).toBe('verified');
    expect((await open.sdk.usBankAccount.sale(made.token, { amount: '40.00' })).success).toBe(true);
  });

  test('that have not arrived yet leave it pending', async () => {
    const result = await confirm(await verification('1000000001'), [17, 29]);
    expect(result.usBankAccountVerification.status).toBe('pending');
  });

  test('may be guessed wrong four times; the fifth closes the verification', async () => {
    const id = await verification();
    for (let attempt = 1; attempt <= 4; attempt++)
      expect(codesOf(await confirm(id, [1, 1]))).toEqual(['96103']);
    const last = await confirm(id, [1, 1]);
    expect(codesOf(last)).toEqual(['96104']);
    expect(last.usBankAccountVerification.status).toBe('gateway_rejected');
    expect(codesOf(await confirm(id, [17, 29]))).toEqual(['96104']);
  });
});
