import { createHash, createHmac } from 'node:crypto';
import { GATEWAY, type World } from './open-world.ts';

export interface Notice {
  /** The gateway's word: transaction_settled, transaction_disbursed … */
  kind?: string;
  /** The gateway's id of the sale. */
  saleId: string;
  amount?: string;
  status?: string;
  at?: Date;
  /** The form as it would be sent, to be tampered with. */
  tamper?: (form: { bt_signature: string; bt_payload: string }) => Record<string, string>;
}

/** Posts a notice about a sale as the gateway does: XML in base64, signed over its every character. */
export async function postNotice(world: World, notice: Notice): Promise<Response> {
  const at = (notice.at ?? new Date(world.clock.now())).toISOString().replace(/\.\d+Z$/, 'Z');
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<notification><timestamp type="datetime">${at}</timestamp><kind>${notice.kind ?? 'transaction_settled'}</kind>
<subject><transaction><id>${notice.saleId}</id><status>${notice.status ?? 'settled'}</status><type>sale</type>
<amount>${notice.amount ?? '84.20'}</amount><currency-iso-code>USD</currency-iso-code></transaction></subject>
</notification>`;
  const bt_payload = `${Buffer.from(xml).toString('base64')}\n`;
  const key = createHash('sha1').update(GATEWAY.privateKey).digest();
  const hmac = createHmac('sha1', key).update(bt_payload).digest('hex');
  const form = { bt_signature: `${GATEWAY.publicKey}|${hmac}`, bt_payload };
  return fetch(`${world.origin}/webhooks/braintree`, {
    method: 'POST',
    body: new URLSearchParams(notice.tamper?.(form) ?? form),
  });
}
