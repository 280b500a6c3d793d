import { Payment } from '@kvitt/db/payment/payment.entity';
import { ProcessorNotice } from '@kvitt/db/webhook/processor-notice.entity';
import { CHARGING, latestPayment } from '@kvitt/testing/land-late';
import { OTHER_NUMBER } from '@kvitt/testing/open-world';
import { addBiller, addPerson, type Person } from '@kvitt/testing/people';
import { postNotice } from '@kvitt/testing/post-notice';
import { codeIn } from '@kvitt/testing/read-words';
import { countRows } from '@kvitt/testing/rows';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

/** Somebody whose charge landed while its answer, and every question about it, was lost. */
async function addUnknown(
  billerId = stage.billerId,
  number?: string,
): Promise<{ cindy: Person; saleId: string }> {
  const { world } = stage;
  const cindy = await addPerson(world, billerId);
  await cindy.issue(8420);
  await cindy.says('PAY', number);
  world.braintree.faults.add({ kind: 'drop-after', ...CHARGING });
  world.braintree.faults.add({ kind: 'status', status: 503, path: 'search', times: 10_000 });
  await cindy.says(`YES ${codeIn(cindy.lastText())}`, number);
  expect((await latestPayment(world, cindy.accountId)).state).toBe('unknown');
  const [sale] = await cindy.sales();
  return { cindy, saleId: sale?.id ?? '' };
}

const noticesOf = (saleId: string) => stage.world.ctx.em.fork().find(ProcessorNotice, { subjectId: saleId });

describe('a notice of the gateway’s', () => {
  it('about a payment whose outcome is open resolves it: one receipt, one sale', async () => {
    const { world } = stage;
    const { cindy, saleId } = await addUnknown();
    expect((await postNotice(world, { saleId })).status).toBe(200);
    await world.pass(2_000);
    expect((await latestPayment(world, cindy.accountId)).state).toBe('approved');
    expect(cindy.lastText()).toMatch(/^Acme: Paid \$84\.20/);
    expect(await cindy.sales()).toHaveLength(1);
  });

  it('that comes twice is kept once and has no second effect', async () => {
    const { world } = stage;
    const { cindy, saleId } = await addUnknown();
    const at = new Date(world.clock.now());
    for (let n = 0; n < 3; n++) {
      expect((await postNotice(world, { saleId, at })).status).toBe(200);
      await world.pass(2_000);
    }
    expect(await noticesOf(saleId)).toHaveLength(1);
    expect(cindy.texts().filter(({ text }) => text.startsWith('Acme: Paid'))).toHaveLength(1);
  });

  it('that comes before an earlier one ends in the same state: what counts is the sale as it is now', async () => {
    const { world } = stage;
    const { cindy, saleId } = await addUnknown();
    const earlier = new Date(world.clock.now() - 3_600_000);
    await postNotice(world, { saleId, kind: 'transaction_disbursed' });
    await world.pass(2_000);
    await postNotice(world, {
      saleId,
      at: earlier,
      kind: 'transaction_settlement_declined',
      status: 'settlement_declined',
    });
    await world.pass(2_000);
    expect((await latestPayment(world, cindy.accountId)).state).toBe('approved');
    expect(await noticesOf(saleId)).toHaveLength(2);
  });

  it('that lies about the amount changes nothing: the sale is read at the gateway', async () => {
    const { world } = stage;
    const { cindy, saleId } = await addUnknown();
    await postNotice(world, { saleId, amount: '0.01' });
    await world.pass(2_000);
    expect(await latestPayment(world, cindy.accountId)).toMatchObject({
      state: 'approved',
      amountMinor: 8420,
    });
  });

  it('about a payment of another biller of the deployment resolves that one', async () => {
    const { world } = stage;
    const other = await addBiller(world, { slug: 'bolt', name: 'Bolt', number: OTHER_NUMBER });
    const { cindy, saleId } = await addUnknown(other.billerId, OTHER_NUMBER);
    await postNotice(world, { saleId });
    await world.pass(2_000);
    expect(await latestPayment(world, cindy.accountId)).toMatchObject({
      billerId: other.billerId,
      state: 'approved',
    });
  });

  it('about a sale that is not ours, or that the gateway does not know, is kept and changes nothing', async () => {
    const { world } = stage;
    const before = await world.ctx.em.fork().count(Payment, {});
    expect((await postNotice(world, { saleId: 'nosuchsale' })).status).toBe(200);
    await world.settle();
    expect(await noticesOf('nosuchsale')).toHaveLength(1);
    expect(await world.ctx.em.fork().count(Payment, {})).toBe(before);
  });
});

describe('a notice that is not the gateway’s', () => {
  it.each<[string, (form: { bt_signature: string; bt_payload: string }) => Record<string, string>, number]>([
    ['changed by one letter', (form) => ({ ...form, bt_payload: `A${form.bt_payload.slice(1)}` }), 403],
    ['signed with another key', (form) => ({ ...form, bt_signature: `public|${'0'.repeat(40)}` }), 403],
    [
      'signed in another’s name',
      (form) => ({ ...form, bt_signature: form.bt_signature.replace('public|', 'other|') }),
      403,
    ],
    ['without a signature', ({ bt_payload }) => ({ bt_payload }), 400],
    ['without a payload', ({ bt_signature }) => ({ bt_signature }), 400],
    ['that says nothing', () => ({}), 400],
  ])('is turned away and not kept: %s', async (_, tamper, status) => {
    const { world } = stage;
    const before = await countRows(world);
    expect((await postNotice(world, { saleId: 'forged', tamper })).status).toBe(status);
    expect(await countRows(world)).toEqual(before);
  });
});

describe('the gateway’s check of our address', () => {
  it('is answered with the challenge, signed', async () => {
    const { world } = stage;
    const answer = await fetch(
      `${world.origin}/webhooks/braintree?bt_challenge=20f9f8ed05f77439fe955c977e4c8a53`,
    );
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/^public\|[0-9a-f]{40}$/);
  });

  it.each(['', '?bt_challenge=', '?bt_challenge=<script>', `?bt_challenge=${'a'.repeat(500)}`])(
    'is turned away where it is none: %s',
    async (query) => {
      expect((await fetch(`${stage.world.origin}/webhooks/braintree${query}`)).status).toBe(400);
    },
  );
});
