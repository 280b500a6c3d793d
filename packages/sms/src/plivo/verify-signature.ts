import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookRequest } from '../sms-port.ts';

export interface SignatureRule {
  authToken: string;
  acceptMainAccountSignature: boolean;
  acceptV2: boolean;
}

type Params = WebhookRequest['params'];

/**
 * Whether Plivo made this request: V3 where its header is present, else V2. A request that carries V3 is never let in
 * by V2, or a bad signature could be walked around by adding an old good one.
 *
 * The signature is computed here rather than by the SDK's helpers, which compare with `===` (in time that depends on
 * the content), throw on a missing header or a lower-case method, and sort the caller's arrays in place. The tests
 * hold this against the helpers and against the vendor's published vectors.
 *
 * Nothing in a signature tells its time: a request can be replayed, so that callers dedupe by message id and state.
 */
export function verifySignature(rule: SignatureRule, request: WebhookRequest): boolean {
  const header = readHeaders(request.headers);
  for (const version of ['v3', 'v2'] as const) {
    const main = rule.acceptMainAccountSignature ? header(`x-plivo-signature-ma-${version}`) : undefined;
    const offered = [header(`x-plivo-signature-${version}`), main];
    if (offered.every((value) => value === undefined)) continue;
    if (version === 'v2' && !rule.acceptV2) return false;
    const nonce = header(`x-plivo-signature-${version}-nonce`);
    if (!nonce) return false;
    const base = version === 'v3' ? `${v3Base(request)}.${nonce}` : address(request.url) + nonce;
    const expected = createHmac('sha256', rule.authToken).update(base).digest();
    // One header may hold several signatures, as while a token is being changed.
    const signatures = offered.flatMap((value) => value?.split(',') ?? []);
    return signatures.some((signature) => isSame(expected, signature.trim()));
  }
  return false;
}

function readHeaders(headers: WebhookRequest['headers']): (name: string) => string | undefined {
  const byName = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) if (value) byName.set(name.toLowerCase(), value);
  return (name) => byName.get(name);
}

function isSame(expected: Buffer, signature: string): boolean {
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The address without its query, character for character as it was called: no port or slash is added or dropped. */
function address(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}

/**
 * What V3 signs: the address, its query sorted, and for a POST the sorted form with keys and values run together. A
 * form puts a "?" even where there is no query, and a "." between the two where there are both.
 */
function v3Base({ method, url, params }: WebhookRequest): string {
  const query = new Map<string, string[]>();
  const search = url.includes('?') ? url.slice(url.indexOf('?') + 1).split('#', 1)[0] : '';
  for (const [key, value] of new URLSearchParams(search)) query.set(key, [...(query.get(key) ?? []), value]);
  if (method === 'GET') {
    // For a GET the params are the query; what the address already holds must not be counted twice.
    for (const [key, value] of Object.entries(params)) if (!query.has(key)) query.set(key, listOf(value));
  }
  const sortedQuery = sorted([...query.keys()])
    .flatMap((key) => sorted(query.get(key) ?? []).map((value) => `${key}=${value}`))
    .join('&');
  const form = method === 'POST' ? sortedForm(params) : '';
  const hasForm = method === 'POST' && Object.keys(params).length > 0;
  const mark = sortedQuery || hasForm ? '?' : '';
  const dot = sortedQuery && hasForm ? '.' : '';
  return `${address(url)}${mark}${sortedQuery}${dot}${form}`;
}

function sortedForm(params: Params): string {
  return sorted(Object.keys(params))
    .flatMap((key) => sorted(listOf(params[key] ?? '')).map((value) => key + value))
    .join('');
}

function listOf(value: string | readonly string[]): string[] {
  return typeof value === 'string' ? [value] : [...value];
}

function sorted(values: readonly string[]): string[] {
  return [...values].sort();
}
