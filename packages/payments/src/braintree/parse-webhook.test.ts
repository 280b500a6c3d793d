import { createHash, createHmac } from 'node:crypto';
import { BraintreeGateway, Environment, type WebhookNotificationKind } from 'braintree';
import { describe, expect, it } from 'vitest';
import { createBraintree } from './create-braintree.ts';

const keys = { merchantId: 'm', publicKey: 'public', privateKey: 'private' };
const port = createBraintree({ ...keys, environment: { host: '127.0.0.1', port: 1 }, useRequestKeys: false });
const vendor = new BraintreeGateway({
  ...keys,
  environment: new Environment('127.0.0.1', '1', '', false, '127.0.0.1', '1'),
});
const sample = (kind: string, id: string) =>
  vendor.webhookTesting.sampleNotification(kind as WebhookNotificationKind, id);

/** The vendor's signature, written apart from its SDK: HMAC-SHA1 under the hash of the key, over the payload's text. */
function sign(payload: string): string {
  const key = createHash('sha1').update(keys.privateKey).digest();
  return `${keys.publicKey}|${createHmac('sha1', key).update(payload).digest('hex')}`;
}

describe('a Braintree webhook', () => {
  it('of a settled sale names the sale', async () => {
    const { bt_signature, bt_payload } = await sample('transaction_settled', 'bt1');
    const news = await port.parseWebhook(bt_signature, bt_payload);
    expect(news).toMatchObject({
      kind: 'news',
      type: 'transaction_settled',
      subjectId: 'bt1',
      sale: { vendorId: 'bt1', status: 'settled' },
    });
    expect(news.kind === 'news' && news.at.getTime()).toBeGreaterThan(0);
  });

  it('of a dispute names the dispute, and the sale it is about', async () => {
    const { bt_signature, bt_payload } = await sample('dispute_opened', 'd1');
    expect(await port.parseWebhook(bt_signature, bt_payload)).toMatchObject({
      kind: 'news',
      type: 'dispute_opened',
      subjectId: 'd1',
      dispute: { saleId: 'd1', status: 'open', amount: { currency: 'USD' } },
    });
  });

  it('of a check speaks of nothing', async () => {
    const { bt_signature, bt_payload } = await sample('check', '');
    expect(await port.parseWebhook(bt_signature, bt_payload)).toMatchObject({ type: 'check', subjectId: '' });
  });

  it('agrees with a signature that was made without the SDK', async () => {
    const { bt_payload } = await sample('check', '');
    expect(await port.parseWebhook(sign(bt_payload), bt_payload)).toMatchObject({ kind: 'news' });
  });

  it('is forged with any other signature, payload or key', async () => {
    const { bt_signature, bt_payload } = await sample('check', '');
    const [publicKey, hex = ''] = bt_signature.split('|');
    for (const signature of [
      '',
      publicKey ?? '',
      `${publicKey}|`,
      `${publicKey}|${hex.slice(0, 8)}`,
      `other|${hex}`,
    ]) {
      expect(await port.parseWebhook(signature, bt_payload)).toEqual({ kind: 'forged' });
    }
    expect(await port.parseWebhook(bt_signature, `${bt_payload}AAAA`)).toEqual({ kind: 'forged' });
    expect(await port.parseWebhook(bt_signature, '')).toEqual({ kind: 'forged' });
    expect(await port.parseWebhook(bt_signature, '<xml/>')).toEqual({ kind: 'forged' });
  });

  it.each(['<notification/>', 'not xml', '<notification><kind>check</kind><subject/></notification>'])(
    'is malformed, and throws nothing, where the vendor signs what makes no sense: %s',
    async (xml) => {
      const payload = `${Buffer.from(xml).toString('base64')}\n`;
      expect(await port.parseWebhook(sign(payload), payload)).toEqual({ kind: 'malformed' });
    },
  );

  it("answers the vendor's own check of the address, and no other challenge", async () => {
    const challenge = '20f9f8ed05f77439fe955c977e4c8a53';
    expect(await port.answerChallenge(challenge)).toBe(sign(challenge));
    for (const other of ['', 'zz', challenge.toUpperCase(), `${challenge}00`, '../../etc/passwd']) {
      expect(await port.answerChallenge(other)).toBeUndefined();
    }
  });
});
