import { money } from '@kvitt/domain/money/money';
import type { BraintreeSandbox } from '@kvitt/sandbox/braintree/braintree-sandbox';
import { startBraintree } from '@kvitt/sandbox/braintree/start-braintree';
import { manualClock, type SandboxClock } from '@kvitt/sandbox/control/clock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaymentsPort } from '../../payments-port.ts';
import { createBraintree } from '../create-braintree.ts';
import { anOrder, describeContract } from './describe-contract.ts';

const keys = { merchantId: 'kvitt', publicKey: 'public', privateKey: 'private' };
const START = Date.parse('2026-11-21T15:00:00Z');

async function openAccount() {
  const clock = manualClock(START);
  const sandbox = await startBraintree({ ...keys, clock, idempotency: true });
  const environment = { host: sandbox.host, port: sandbox.port };
  const settings = { ...keys, environment, useRequestKeys: false, timeoutMs: 2000 };
  return { clock, sandbox, settings, stop: () => sandbox.stop() };
}

describeContract('the Braintree sandbox, told apart by order ids', openAccount);
describeContract('the Braintree sandbox, with request keys', async () => {
  const opened = await openAccount();
  return { ...opened, settings: { ...opened.settings, useRequestKeys: true } };
});

describe('a sale whose answer is lost', () => {
  let opened: Awaited<ReturnType<typeof openAccount>>;
  let sandbox: BraintreeSandbox;
  let clock: SandboxClock;
  let port: PaymentsPort;
  beforeEach(async () => {
    opened = await openAccount();
    ({ sandbox, clock } = opened);
    port = createBraintree(opened.settings);
  });
  afterEach(() => opened.stop());
  const ON_SALE = { method: 'POST', path: '/transactions$' } as const;
  const captured = () => sandbox.transactions({ status: 'submitted_for_settlement' });

  it('is unknown, and found once, where only the answer was lost', async () => {
    const order = anOrder();
    sandbox.faults.add({ kind: 'drop-after', ...ON_SALE });
    expect(await port.charge(order)).toEqual({ kind: 'unknown', reason: 'no answer (unexpectedError)' });
    const answer = await port.searchByPaymentId(order.paymentId);
    expect(answer).toMatchObject({
      sales: [{ status: 'captured', paymentId: order.paymentId, outcome: { kind: 'approved', minor: 8420 } }],
    });
    expect(captured()).toHaveLength(1);
  });

  it('is unknown, and not found, where it never arrived', async () => {
    const order = anOrder();
    sandbox.faults.add({ kind: 'drop-before', ...ON_SALE });
    expect(await port.charge(order)).toMatchObject({ kind: 'unknown' });
    expect(await port.searchByPaymentId(order.paymentId)).toEqual({ kind: 'found', sales: [] });
    expect(sandbox.transactions()).toHaveLength(0);
  });

  it('is not found yet and found later where it lands late: an empty search is no proof', async () => {
    const order = anOrder();
    sandbox.faults.add({ kind: 'late', delayMs: 1500, ...ON_SALE });
    expect(await port.charge(order)).toMatchObject({ kind: 'unknown' });
    expect(await port.searchByPaymentId(order.paymentId)).toEqual({ kind: 'found', sales: [] });
    await sandbox.idle();
    expect(await port.searchByPaymentId(order.paymentId)).toMatchObject({ sales: [{ status: 'captured' }] });
  });

  it('is unknown where the processor takes longer than we wait, and is found when it is done', async () => {
    const hasty = createBraintree({ ...opened.settings, timeoutMs: 100 });
    const order = anOrder();
    sandbox.faults.add({ kind: 'delay', delayMs: 400, ...ON_SALE });
    expect(await hasty.charge(order)).toMatchObject({ kind: 'unknown' });
    await sandbox.idle();
    expect(await port.searchByPaymentId(order.paymentId)).toMatchObject({ sales: [{ status: 'captured' }] });
  });

  it.each([500, 502, 503, 504, 408])('is unknown after %i', async (status) => {
    sandbox.faults.add({ kind: 'status', status, ...ON_SALE });
    expect(await port.charge(anOrder())).toMatchObject({ kind: 'unknown' });
  });

  it('that was refused is found as refused', async () => {
    const order = anOrder({ amount: money(200100, 'USD') });
    sandbox.faults.add({ kind: 'drop-after', ...ON_SALE });
    expect(await port.charge(order)).toMatchObject({ kind: 'unknown' });
    expect(await port.searchByPaymentId(order.paymentId)).toMatchObject({
      sales: [{ status: 'declined', outcome: { kind: 'declined', decline: 'insufficient-funds' } }],
    });
  });

  it('brings the stored card with it when it is found', async () => {
    const order = anOrder({ store: { firstName: 'Ada' } });
    sandbox.faults.add({ kind: 'drop-after', ...ON_SALE });
    await port.charge(order);
    const answer = await port.searchByPaymentId(order.paymentId);
    const outcome = answer.kind === 'found' ? answer.sales[0]?.outcome : undefined;
    const token = outcome?.kind === 'approved' ? outcome.vaulted?.token : undefined;
    expect(await port.findMethod(token ?? '')).toMatchObject({ kind: 'found', card: { brand: 'Visa' } });
  });

  it('shows the captured sale beside the rejected duplicate of it', async () => {
    const order = anOrder();
    sandbox.faults.add({ kind: 'drop-after', ...ON_SALE });
    await port.charge(order);
    expect(await port.charge(order)).toEqual({ kind: 'unknown', reason: 'the processor saw it before' });
    const answer = await port.searchByPaymentId(order.paymentId);
    const statuses = answer.kind === 'found' ? answer.sales.map(({ status }) => status).toSorted() : [];
    expect(statuses).toEqual(['captured', 'declined']);
  });

  it('is made once with request keys, however late it is sent again', async () => {
    const keyed = createBraintree({ ...opened.settings, useRequestKeys: true });
    const order = anOrder();
    sandbox.faults.add({ kind: 'drop-after', ...ON_SALE });
    expect(await keyed.charge(order)).toMatchObject({ kind: 'unknown' });
    // Long after the duplicate check has forgotten.
    await clock.advance(3_600_000);
    const again = await keyed.charge(order);
    expect(again).toMatchObject({ kind: 'approved', minor: 8420 });
    expect(sandbox.transactions()).toHaveLength(1);
    const otherAmount = { ...order, amount: money(1, 'USD') };
    expect(await keyed.charge(otherAmount)).toMatchObject({
      kind: 'unknown',
      reason: expect.stringContaining('915232'),
    });
    expect(sandbox.transactions()).toHaveLength(1);
  });

  it('is unknown while the first request with its key is still under way', async () => {
    const keyed = createBraintree({ ...opened.settings, useRequestKeys: true });
    const order = anOrder();
    sandbox.faults.add({ kind: 'delay', delayMs: 1000, ...ON_SALE });
    const [first, second] = await Promise.all([keyed.charge(order), keyed.charge(order)]);
    const kinds = [first.kind, second.kind].toSorted();
    expect(kinds).toEqual(['approved', 'unknown']);
    expect(sandbox.transactions()).toHaveLength(1);
  });

  it('is never asked for where the account has no request keys', async () => {
    const bare = await startBraintree({ ...keys, clock: manualClock(START), idempotency: false });
    const environment = { host: bare.host, port: bare.port };
    const keyed = createBraintree({ ...opened.settings, environment, useRequestKeys: true });
    expect(await keyed.charge(anOrder())).toMatchObject({
      kind: 'declined',
      decline: 'configuration',
      code: '915231',
    });
    expect(bare.transactions()).toHaveLength(0);
    await bare.stop();
  });

  it('is told to the networks as what it is', async () => {
    await port.charge(anOrder({ initiator: 'customer' }));
    await port.charge(anOrder({ initiator: 'unscheduled' }));
    await port.charge(anOrder({ initiator: 'installment-first' }));
    expect(sandbox.transactions().map(({ transactionSource }) => transactionSource)).toEqual([
      null,
      'unscheduled',
      'installment_first',
    ]);
  });

  it('leaves a search unanswered, and never empty, where the search itself is lost', async () => {
    const order = anOrder();
    await port.charge(order);
    for (const path of ['advanced_search_ids$', 'advanced_search$']) {
      sandbox.faults.add({ kind: 'drop-after', path });
      expect(await port.searchByPaymentId(order.paymentId)).toMatchObject({ kind: 'unanswered' });
      sandbox.faults.add({ kind: 'status', status: 503, path });
      expect(await port.searchByPaymentId(order.paymentId)).toMatchObject({ kind: 'unanswered' });
    }
    sandbox.faults.add({ kind: 'status', status: 500, method: 'GET' });
    expect(await port.find('anything')).toMatchObject({ kind: 'unanswered' });
  });

  it('is taken back once, and a lost void is seen by looking at the sale', async () => {
    const sale = await port.charge(anOrder());
    const vendorId = sale.kind === 'approved' ? sale.vendorId : '';
    sandbox.faults.add({ kind: 'drop-after', method: 'PUT' });
    expect(await port.void(vendorId)).toMatchObject({ kind: 'unknown' });
    expect(await port.find(vendorId)).toMatchObject({ sale: { status: 'voided' } });
  });

  it('is given back once, and a lost refund is found by our request id', async () => {
    const sale = await port.charge(anOrder());
    const vendorId = sale.kind === 'approved' ? sale.vendorId : '';
    sandbox.settleAll();
    sandbox.faults.add({ kind: 'drop-after', method: 'POST', path: '/refund$' });
    expect(await port.refund(vendorId, money(8420, 'USD'), 'ref-1')).toMatchObject({ kind: 'unknown' });
    expect(await port.searchRefunds('ref-1')).toMatchObject({
      refunds: [{ status: 'done', amount: money(8420, 'USD') }],
    });
    expect(await port.searchRefunds('ref-2')).toEqual({ kind: 'found', refunds: [] });
  });

  it('is searched among many without a hit of another payment', async () => {
    const orders = Array.from({ length: 60 }, () => anOrder());
    await Promise.all(orders.map((order) => port.charge(order)));
    const answers = await Promise.all(
      orders.slice(0, 5).map(({ paymentId }) => port.searchByPaymentId(paymentId)),
    );
    expect(
      answers.map((answer) => answer.kind === 'found' && answer.sales.map(({ paymentId }) => paymentId)),
    ).toEqual(orders.slice(0, 5).map(({ paymentId }) => [paymentId]));
  });
});
