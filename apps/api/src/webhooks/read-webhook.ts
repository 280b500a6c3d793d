import type { WebhookRequest } from '@kvitt/sms/sms-port';
import type { Context } from 'hono';
import type { Deps } from '../kit/deps.ts';

/**
 * A webhook request as the carrier sent it: with the address that it called, which is the configured one. What a Host or
 * X-Forwarded-Host header claims would let a stranger choose the address that is signed.
 */
export function readWebhook(c: Context, deps: Deps, params: WebhookRequest['params']): WebhookRequest {
  const { pathname, search } = new URL(c.req.url);
  return {
    method: c.req.method === 'GET' ? 'GET' : 'POST',
    url: `${deps.publicUrl}${pathname}${search}`,
    headers: c.req.header(),
    params,
  };
}
