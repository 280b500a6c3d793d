import { randomUUID } from 'node:crypto';
import { signCallback } from '@kvitt/sandbox/plivo/sign-callback';
import { CARRIER, OUR_NUMBER, type World } from './open-world.ts';

export interface CarrierPost {
  /** Fields of an inbound text that are other than usual; a list stands for a field that comes twice. */
  fields?: Record<string, string | readonly string[]>;
  path?: '/webhooks/plivo/message' | '/webhooks/plivo/status';
  /** Behind the path, as in the address that we give with a text. */
  query?: string;
  /** The headers as the carrier would send them, to be tampered with. */
  tamper?: (headers: Record<string, string>) => Record<string, string>;
  /** The origin that is signed for, and the key: our own where absent. */
  signedFor?: string;
  authToken?: string;
}

/** Posts an inbound text (or a report) to the webhook as the carrier does, signed, by hand. */
export async function postFromCarrier(world: World, post: CarrierPost = {}): Promise<Response> {
  const path = `${post.path ?? '/webhooks/plivo/message'}${post.query ?? ''}`;
  const usual = { MessageUUID: randomUUID(), From: '12125559400', To: OUR_NUMBER, Text: 'BAL', Type: 'sms' };
  const fields: Record<string, string | readonly string[]> = { ...usual, Units: '1', ...post.fields };
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const form = Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
  const signed = signCallback(
    { method: 'POST', url: `${post.signedFor ?? world.origin}${path}`, form },
    post.authToken ?? CARRIER.authToken,
  );
  return fetch(`${world.origin}${path}`, {
    method: 'POST',
    headers: post.tamper?.(signed) ?? signed,
    body: new URLSearchParams(pairs as [string, string][]),
  });
}
