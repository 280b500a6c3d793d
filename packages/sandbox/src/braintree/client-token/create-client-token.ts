import { createHmac } from 'node:crypto';
import type { Act, Gateway } from '../state/gateway.ts';
import { answer } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { filled, group, isTrue, list, type Params, text } from '../wire/params.ts';
import { clientConfiguration } from './client-configuration.ts';

/** POST /client_token: what the browser needs to make nonces, as base64 of JSON (version 1: as plain JSON). */
export const createClientToken: Act = (gateway, call) => {
  const sent = group(call.body.clientToken);
  const errors = collectErrors();
  const path = ['clientToken'];
  const version = filled(sent.version) ?? '2';
  if (!['1', '2', '3'].includes(version)) errors.add(path, 'version', '92806');
  const customerId = filled(sent.customerId);
  const options = group(sent.options);
  if (customerId && !gateway.state.customers[customerId]) errors.add(path, 'customerId', '92804');
  if (!customerId) {
    for (const [name, code] of needCustomer)
      if (isTrue(options[name])) errors.add(path, `options[${name}]`, code);
  }
  checkDomains(sent, errors);
  if (!errors.isEmpty()) return errors.refuse(call.body);
  const json = JSON.stringify({ ...clientToken(gateway, sent, customerId), version: Number(version) });
  return answer(
    { clientToken: { value: version === '1' ? json : Buffer.from(json).toString('base64') } },
    201,
  );
};

const needCustomer = [
  ['makeDefault', '92801'],
  ['verifyCard', '92802'],
  ['failOnDuplicatePaymentMethod', '92803'],
] as const;

/** The vendor takes at most ten domains for one token. */
function checkDomains(sent: Params, errors: ReturnType<typeof collectErrors>): void {
  const domains = list(sent.domains).map((domain) => text(domain) ?? '');
  if (domains.length > 10) errors.add(['clientToken'], 'domains', '92810');
  else if (domains.some((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain))) {
    errors.add(['clientToken'], 'domains', '92011');
  }
}

function clientToken(gateway: Gateway, sent: Params, customerId: string | undefined) {
  const authorizationFingerprint = fingerprint(gateway, sent, customerId);
  return {
    authorizationFingerprint,
    ...clientConfiguration(gateway, filled(sent.merchantAccountId)),
    // Only the vendor's own server test suites read this, to make bank account nonces.
    braintree_api: { url: gateway.settings.origin, access_token: authorizationFingerprint },
  };
}

/** Which merchant, customer and options a browser acts for, signed so that it cannot be changed on the way. */
function fingerprint(gateway: Gateway, sent: Params, customerId: string | undefined): string {
  const options = group(sent.options);
  const fields = new URLSearchParams({
    created_at: new Date(gateway.clock.now()).toISOString(),
    merchant_id: gateway.settings.merchantId,
    public_key: gateway.settings.publicKey,
  });
  if (customerId) fields.set('customer_id', customerId);
  for (const [name, wire] of [
    ['makeDefault', 'options[make_default]'],
    ['verifyCard', 'options[verify_card]'],
    ['failOnDuplicatePaymentMethod', 'options[fail_on_duplicate_payment_method]'],
  ] as const) {
    if (options[name] !== undefined) fields.set(wire, String(isTrue(options[name])));
  }
  return `${sign(gateway, fields.toString())}|${fields}`;
}

function sign(gateway: Gateway, content: string): string {
  return createHmac('sha256', gateway.settings.privateKey).update(content).digest('hex');
}

export interface ClientRights {
  customerId: string | null;
  options: { makeDefault: boolean; verifyCard: boolean | null; failOnDuplicate: boolean };
}

/** Reads back what a fingerprint allows; nothing where it was not made by this gateway. */
export function readFingerprint(gateway: Gateway, found: string): ClientRights | undefined {
  const at = found.indexOf('|');
  if (at < 0 || sign(gateway, found.slice(at + 1)) !== found.slice(0, at)) return undefined;
  const fields = new URLSearchParams(found.slice(at + 1));
  const verifyCard = fields.get('options[verify_card]');
  return {
    customerId: fields.get('customer_id'),
    options: {
      makeDefault: fields.get('options[make_default]') === 'true',
      verifyCard: verifyCard === null ? null : verifyCard === 'true',
      failOnDuplicate: fields.get('options[fail_on_duplicate_payment_method]') === 'true',
    },
  };
}
