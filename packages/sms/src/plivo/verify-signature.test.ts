import { createHmac } from 'node:crypto';
import { validateSignature, validateV3Signature } from 'plivo';
import { describe, expect, it } from 'vitest';
import type { WebhookRequest } from '../sms-port.ts';
import { type SignatureRule, verifySignature } from './verify-signature.ts';

// The vendor publishes these with its Go and Ruby SDKs; they are facts of the protocol.
const VENDOR_TOKEN = 'Y2Q2ZDgxZmY5YWRiOTI5YmQ1Njg0MTAxZWIyOTc4';
const VENDOR_NONCE = '31627761595286130198';
const VENDOR_URL = 'https://plivobin.non-prod.plivops.com/api/v1/validate_signature03.xml';
const VENDOR_PARAMS = {
  Direction: 'outbound',
  From: '19792014278',
  ALegUUID: '3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36',
  CallStatus: 'in-progress',
  BillRate: '0.002',
  ParentAuthID: 'MANWVLYTK4ZWU1YTY4QA',
  To: 'sip:PlivoSignature382029104058171078704104@phone-qa.voice.plivodev.com',
  ALegRequestUUID: '3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36',
  CallUUID: '3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36',
  RequestUUID: '3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36',
  'SIP-H-To': '<sip:PlivoSignature382029104058171078704104@52.9.11.55;transport=udp>;tag=1',
  SessionStart: '2020-04-08 11:34:33.238707',
  Event: 'StartApp',
};

const rule = (authToken: string, more: Partial<SignatureRule> = {}): SignatureRule => ({
  authToken,
  acceptMainAccountSignature: false,
  acceptV2: true,
  ...more,
});

const v3 = (
  signature: string,
  request: Partial<WebhookRequest> = {},
  headers: WebhookRequest['headers'] = {},
): WebhookRequest => ({
  method: 'POST',
  url: VENDOR_URL,
  params: VENDOR_PARAMS,
  ...request,
  headers: { 'x-plivo-signature-v3': signature, 'x-plivo-signature-v3-nonce': VENDOR_NONCE, ...headers },
});

const GOOD_POST = 'iAjE5QqI37mbkYe4w3jTMudqEzbDufdqi7sYwTu64e0=';
const V2_SIGNATURE = 'ehV3IKhLysWBxC1sy8INm0qGoQYdYsHwuoKjsX7FsXc=';
const v2Headers = { 'x-plivo-signature-v2': V2_SIGNATURE, 'x-plivo-signature-v2-nonce': '12345' };
const v2Request: WebhookRequest = {
  method: 'POST',
  url: 'https://answer.url',
  params: { Text: 'hello' },
  headers: v2Headers,
};

describe('the signature of a Plivo webhook', () => {
  it.each([
    ['a POST with a query', 'POST', `${VENDOR_URL}/?a=b&c=d`, 'k7Pusd4OxCIjR5IfA9iedDNu/h/gbdYqdzG/MiYtd1c='],
    ['a GET with a query', 'GET', `${VENDOR_URL}/?a=b&c=d`, 'UBq8jAtd32wR8EK9VgxbBn4n5rpI/l1H9iN4WfSEHFQ='],
    ['a POST without a query', 'POST', VENDOR_URL, GOOD_POST],
    ['a GET without a query', 'GET', VENDOR_URL, 'i/MQsaQSAd6fiKhOh2qeeeLHZ9faldADSb3/7+Akfbc='],
  ] as const)("agrees with the vendor's published vector for %s", (_, method, url, signature) => {
    expect(verifySignature(rule(VENDOR_TOKEN), v3(signature, { method, url }))).toBe(true);
    expect(verifySignature(rule('another token'), v3(signature, { method, url }))).toBe(false);
  });

  it("agrees with the vendor's published vector for the older V2", () => {
    expect(verifySignature(rule('my_auth_token'), v2Request)).toBe(true);
    expect(verifySignature(rule('my_auth_tokens'), v2Request)).toBe(false);
    expect(validateSignature('https://answer.url', '12345', V2_SIGNATURE, 'my_auth_token')).toBe(true);
  });

  it.each([
    ['plain words', 'https://kvitt.example/hooks/sms', { Text: 'PAY', From: '14155550100' }],
    ['our id in the address', 'https://kvitt.example/hooks/report?m=7e0d', { Status: 'sent' }],
    ['letters beyond ASCII', 'https://kvitt.example/hooks/sms', { Text: 'Hej då, 你好 🙂' }],
    ['signs that a query would escape', 'https://kvitt.example/hooks/sms', { Text: 'a=b&c=d+e %20?#.' }],
    ['an empty field', 'https://kvitt.example/hooks/sms', { Text: '', MessageIntent: '' }],
    ['a port and a trailing slash', 'https://kvitt.example:8443/hooks/sms/', { Text: 'x' }],
    ['a query of several, unsorted', 'https://kvitt.example/hooks?z=1&a=2&m=3', { Text: 'x' }],
    ['no form at all', 'https://kvitt.example/hooks?m=3', {}],
  ])("computes what the vendor's own helper accepts: %s", (_, url, params) => {
    // Every wrong guess would be rejected by the helper, so the base string is written out by hand per case.
    const signature = signed(url, params);
    const accepted = validateV3Signature('POST', url, VENDOR_NONCE, VENDOR_TOKEN, signature, { ...params });
    expect(accepted).toBe(true);
    expect(verifySignature(rule(VENDOR_TOKEN), v3(signature, { url, params }))).toBe(true);
  });

  it('counts the query of a GET once, though the route hands it over as params as well', () => {
    const url = `${VENDOR_URL}?b=2&a=1`;
    const signature = hmac(`${VENDOR_URL}?a=1&b=2.${VENDOR_NONCE}`);
    const request = v3(signature, { method: 'GET', url, params: { a: '1', b: '2' } });
    expect(verifySignature(rule(VENDOR_TOKEN), request)).toBe(true);
  });

  it('covers every value of a field that came twice', () => {
    const params = { Text: ['b', 'a'] };
    const signature = hmac(`${VENDOR_URL}?TextaTextb.${VENDOR_NONCE}`);
    expect(verifySignature(rule(VENDOR_TOKEN), v3(signature, { params }))).toBe(true);
    expect(params.Text).toEqual(['b', 'a']);
  });

  it.each([
    ['another form', v3(GOOD_POST, { params: { ...VENDOR_PARAMS, From: '19792014279' } })],
    ['a field more', v3(GOOD_POST, { params: { ...VENDOR_PARAMS, MessageIntent: 'optin' } })],
    ['another address', v3(GOOD_POST, { url: `${VENDOR_URL}/` })],
    ['another method', v3(GOOD_POST, { method: 'GET' })],
    ['another nonce', v3(GOOD_POST, {}, { 'x-plivo-signature-v3-nonce': '31627761595286130199' })],
    ['no nonce', v3(GOOD_POST, {}, { 'x-plivo-signature-v3-nonce': undefined })],
    ['an empty signature', v3('')],
    ['a cut signature', v3(GOOD_POST.slice(0, 20))],
    ['commas alone', v3(',,,')],
    ['no signature at all', { ...v3(GOOD_POST), headers: {} }],
  ])('refuses %s', (_, request) => {
    expect(verifySignature(rule(VENDOR_TOKEN), request)).toBe(false);
  });

  it('takes any of several signatures in one header, whatever the case of its name', () => {
    const headers = {
      'X-Plivo-Signature-V3': `${V2_SIGNATURE}, ${GOOD_POST}`,
      'X-Plivo-Signature-V3-Nonce': VENDOR_NONCE,
    };
    expect(verifySignature(rule(VENDOR_TOKEN), { ...v3(''), headers })).toBe(true);
  });

  it('never lets a request in by V2 that carries a wrong V3', () => {
    const headers = {
      ...v2Headers,
      'x-plivo-signature-v3': GOOD_POST,
      'x-plivo-signature-v3-nonce': '12345',
    };
    expect(verifySignature(rule('my_auth_token'), { ...v2Request, headers })).toBe(false);
  });

  it('refuses V2 where only V3 is wanted', () => {
    expect(verifySignature(rule('my_auth_token', { acceptV2: false }), v2Request)).toBe(false);
  });

  it("takes the main account's signature only where it is switched on", () => {
    const headers = { 'x-plivo-signature-ma-v3': GOOD_POST, 'x-plivo-signature-v3-nonce': VENDOR_NONCE };
    const request = { ...v3(''), headers };
    expect(verifySignature(rule(VENDOR_TOKEN), request)).toBe(false);
    expect(verifySignature(rule(VENDOR_TOKEN, { acceptMainAccountSignature: true }), request)).toBe(true);
  });
});

function hmac(base: string): string {
  return createHmac('sha256', VENDOR_TOKEN).update(base).digest('base64');
}

/** Written apart from the code under test: the vendor's rule for a POST, in its shortest form. */
function signed(url: string, params: Record<string, string>): string {
  const [address, query] = url.split('?');
  const pairs = (query ?? '').split('&').filter(Boolean).sort().join('&');
  const form = Object.entries(params)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat()
    .join('');
  const hasForm = Object.keys(params).length > 0;
  const mark = pairs || hasForm ? '?' : '';
  return hmac(`${address}${mark}${pairs}${pairs && hasForm ? '.' : ''}${form}.${VENDOR_NONCE}`);
}
