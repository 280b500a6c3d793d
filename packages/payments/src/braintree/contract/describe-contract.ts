import { randomUUID } from 'node:crypto';
import { money } from '@kvitt/domain/money/money';
import { BraintreeGateway } from 'braintree';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChargeOrder, PaymentsPort } from '../../payments-port.ts';
import type { BraintreeSettings } from '../braintree-settings.ts';
import { createBraintree } from '../create-braintree.ts';
import { readEnvironment } from '../read-environment.ts';

/** One place to run the contract against: the sandbox, or a sandbox account at the vendor. */
export interface ContractTarget {
  settings: BraintreeSettings;
  stop(): Promise<void>;
}

/** A sale that Braintree's sandbox, its own and ours, takes with its test nonce for a Visa. */
export function anOrder(more: Partial<ChargeOrder> = {}): ChargeOrder {
  return {
    paymentId: randomUUID(),
    amount: money(8420, 'USD'),
    source: { kind: 'nonce', nonce: 'fake-valid-visa-nonce' },
    initiator: 'customer',
    ...more,
  };
}

/** What holds wherever Braintree is: run against the sandbox always, and against the vendor where there are keys. */
export function describeContract(name: string, open: () => Promise<ContractTarget>): void {
  describe(name, () => {
    let target: ContractTarget;
    let port: PaymentsPort;
    let settle: (vendorId: string) => Promise<unknown>;
    beforeAll(async () => {
      target = await open();
      port = createBraintree(target.settings);
      const environment = readEnvironment(target.settings.environment);
      const gateway = new BraintreeGateway({ ...target.settings, environment });
      // Waits for no night: the vendor's sandbox settles on request.
      settle = (vendorId) => gateway.testing.settle(vendorId);
    });
    afterAll(() => target.stop());

    const approve = async (order: ChargeOrder) => {
      const outcome = await port.charge(order);
      if (outcome.kind !== 'approved') throw new Error(`not approved: ${JSON.stringify(outcome)}`);
      return outcome;
    };

    it('tells what a one-time reference stands for, and leaves it good for its sale', async () => {
      const nonce = 'fake-valid-no-indicators-nonce';
      expect(await port.findNonce(nonce)).toMatchObject({ kind: 'found', card: { funding: 'credit' } });
      expect(await port.findNonce('fake-valid-debit-nonce')).toMatchObject({ card: { funding: 'debit' } });
      expect(await port.findNonce('fake-paypal-one-time-nonce')).toMatchObject({ code: 'not-a-card' });
      expect(await port.findNonce('no-such-nonce')).toEqual({ kind: 'not-found' });
      await approve(anOrder({ source: { kind: 'nonce', nonce } }));
    });

    it('captures a sale to the cent, and finds it by our payment id and by its own', async () => {
      const order = anOrder({ amount: money(8421, 'USD') });
      const outcome = await approve(order);
      expect(outcome).toMatchObject({
        minor: 8421,
        card: { brand: 'Visa', last4: expect.stringMatching(/^\d{4}$/) },
      });
      expect(outcome).not.toHaveProperty('vaulted');
      const sale = {
        vendorId: outcome.vendorId,
        paymentId: order.paymentId,
        amount: order.amount,
        status: 'captured',
      };
      expect(await port.find(outcome.vendorId)).toMatchObject({ kind: 'found', sale });
      expect(await port.searchByPaymentId(order.paymentId)).toMatchObject({ kind: 'found', sales: [sale] });
    });

    it('finds nothing of a payment that was never made', async () => {
      expect(await port.searchByPaymentId(randomUUID())).toEqual({ kind: 'found', sales: [] });
      expect(await port.find('nosuchsale')).toEqual({ kind: 'not-found' });
    });

    it('keeps a card with the sale that pays, and charges it again until it is deleted', async () => {
      const first = await approve(anOrder({ initiator: 'recurring-first', store: { firstName: 'Ada' } }));
      const { token = '', customerId = '' } = first.vaulted ?? {};
      expect(await port.findMethod(token)).toMatchObject({
        kind: 'found',
        customerId,
        card: { brand: 'Visa' },
      });
      const again = anOrder({
        amount: money(1001, 'USD'),
        source: { kind: 'vaulted', token },
        initiator: 'recurring',
      });
      expect(await approve(again)).toMatchObject({ minor: 1001 });
      expect(await port.deleteMethod(token)).toEqual({ kind: 'deleted' });
      expect(await port.deleteMethod(token)).toEqual({ kind: 'not-found' });
      expect(await port.findMethod(token)).toEqual({ kind: 'not-found' });
      const gone = await port.charge(anOrder({ source: { kind: 'vaulted', token }, initiator: 'recurring' }));
      expect(gone).toMatchObject({ kind: 'declined', decline: 'not-found' });
      expect(await port.deleteCustomer(customerId)).toEqual({ kind: 'deleted' });
      expect(await port.deleteCustomer(customerId)).toEqual({ kind: 'not-found' });
    });

    it('stores and checks a card without a sale', async () => {
      const made = await port.createCustomer({ firstName: 'Ada', lastName: 'Lovelace' });
      const customerId = made.kind === 'made' ? made.customerId : '';
      const method = await port.createMethod(customerId, 'fake-valid-mastercard-nonce');
      expect(method).toMatchObject({ kind: 'made', card: { brand: 'Mastercard' } });
      const spent = await port.createMethod(customerId, 'fake-consumed-nonce');
      expect(spent).toMatchObject({ kind: 'failed', retryable: false });
      await port.deleteCustomer(customerId);
    });

    it.each([
      [200000, 'try-later', '2000'],
      [200100, 'insufficient-funds', '2001'],
      [200400, 'card-expired', '2004'],
      [200500, 'card-data', '2005'],
      [201500, 'card-refused', '2015'],
    ] as const)('declines %i cents as %s, and keeps no money', async (minor, decline, code) => {
      const order = anOrder({ amount: money(minor, 'USD') });
      const outcome = await port.charge(order);
      expect(outcome).toMatchObject({ kind: 'declined', decline, code });
      expect(await port.searchByPaymentId(order.paymentId)).toMatchObject({
        sales: [{ status: 'declined', outcome }],
      });
    });

    it('tells an outage at the processor from a refusal of the card', async () => {
      const outcome = await port.charge(anOrder({ amount: money(300000, 'USD') }));
      expect(outcome).toMatchObject({ kind: 'declined', decline: 'try-later' });
    });

    it.each([
      ['fake-gateway-rejected-fraud-nonce', 'fraud'],
      ['fake-consumed-nonce', 'card-data'],
      ['no-such-nonce', 'card-data'],
    ])('declines %s as %s', async (nonce, decline) => {
      expect(await port.charge(anOrder({ source: { kind: 'nonce', nonce } }))).toMatchObject({ decline });
    });

    it('never calls a second request with the same payment id uncharged', async () => {
      const order = anOrder({ amount: money(4711, 'USD') });
      const first = await approve(order);
      const second = await port.charge(order);
      const answer = await port.searchByPaymentId(order.paymentId);
      const captured =
        answer.kind === 'found' ? answer.sales.filter(({ status }) => status === 'captured') : [];
      expect(captured).toMatchObject([{ vendorId: first.vendorId }]);
      // With request keys the vendor tells the first one's state; without, it rejects a duplicate.
      expect([{ kind: 'unknown' }, { kind: 'approved', vendorId: first.vendorId }]).toContainEqual(
        second.kind === 'approved' ? { kind: second.kind, vendorId: second.vendorId } : { kind: second.kind },
      );
    });

    it('takes a sale back before it settles, and only once', async () => {
      const { vendorId } = await approve(anOrder({ amount: money(1203, 'USD') }));
      expect(await port.void(vendorId)).toEqual({ kind: 'done', vendorId });
      expect(await port.find(vendorId)).toMatchObject({
        sale: { status: 'voided', outcome: { kind: 'declined' } },
      });
      expect(await port.void(vendorId)).toMatchObject({ kind: 'refused', code: '91504' });
      expect(await port.void('nosuchsale')).toMatchObject({ kind: 'refused', code: 'notFoundError' });
    });

    it('gives money back after settling, in parts, and never more than was taken', async () => {
      const { vendorId } = await approve(anOrder({ amount: money(5000, 'USD') }));
      expect(await port.refund(vendorId, money(1000, 'USD'), randomUUID())).toMatchObject({ code: '91506' });
      await settle(vendorId);
      expect(await port.find(vendorId)).toMatchObject({
        sale: { status: 'settled', outcome: { kind: 'approved' } },
      });
      const requestId = randomUUID();
      const part = await port.refund(vendorId, money(1999, 'USD'), requestId);
      expect(part).toMatchObject({ kind: 'done' });
      expect(await port.searchRefunds(requestId)).toEqual({
        kind: 'found',
        refunds: [
          {
            vendorId: 'vendorId' in part && part.vendorId,
            requestId,
            amount: money(1999, 'USD'),
            status: 'done',
          },
        ],
      });
      // A refund is no sale, whatever order id it carries.
      expect(await port.searchByPaymentId(requestId)).toEqual({ kind: 'found', sales: [] });
      expect(await port.refund(vendorId, money(3002, 'USD'), randomUUID())).toMatchObject({ code: '91521' });
      expect(await port.refund(vendorId, money(3001, 'USD'), randomUUID())).toMatchObject({ kind: 'done' });
      expect(await port.refund(vendorId, money(1, 'USD'), randomUUID())).toMatchObject({ code: '91512' });
    });

    it('gives the browser a token that it can read', async () => {
      const answer = await port.clientToken();
      const token = answer.kind === 'made' ? answer.token : '';
      const config: unknown = JSON.parse(Buffer.from(token, 'base64').toString('utf8'));
      expect(config).toMatchObject({ authorizationFingerprint: expect.any(String) });
    });

    it('charges nothing with a key that is not ours', async () => {
      const forged = createBraintree({ ...target.settings, privateKey: 'not the key' });
      const order = anOrder();
      expect(await forged.charge(order)).toMatchObject({ kind: 'declined', decline: 'configuration' });
      expect(await forged.searchByPaymentId(order.paymentId)).toMatchObject({ kind: 'unanswered' });
      expect(await port.searchByPaymentId(order.paymentId)).toEqual({ kind: 'found', sales: [] });
    });
  });
}
