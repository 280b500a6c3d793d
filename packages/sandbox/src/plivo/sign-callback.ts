import { createHmac, randomBytes } from 'node:crypto';

export interface CallbackToSign {
  method: 'POST' | 'GET';
  /** As it is called: for GET the parameters are already in its query. */
  url: string;
  /** The form of a POST; empty for GET. */
  form: Record<string, string>;
}

/**
 * Both sets of signature headers that the vendor's pages document: V2 covers only the address, V3 the address, the
 * query and the form. The plain header is signed with the token of the account that sent the text, the `Ma` header
 * with the main account's; the sandbox has one account, so both carry the same.
 */
export function signCallback(callback: CallbackToSign, authToken: string): Record<string, string> {
  const nonce = BigInt(`0x${randomBytes(9).toString('hex')}`).toString();
  const { protocol, host, pathname } = new URL(callback.url);
  const address = `${protocol}//${host}${pathname}`;
  const v2 = hmac(authToken, address + nonce);
  const v3 = hmac(authToken, `${address}${v3Tail(callback)}.${nonce}`);
  return {
    'X-Plivo-Signature-V2': v2,
    'X-Plivo-Signature-V2-Nonce': nonce,
    'X-Plivo-Signature-Ma-V2': v2,
    'X-Plivo-Signature-V3': v3,
    'X-Plivo-Signature-V3-Nonce': nonce,
    'X-Plivo-Signature-Ma-V3': v3,
  };
}

/**
 * What V3 signs behind the address: `?` and the sorted query, then for a form `.` and its sorted keys and values run
 * together. The `?` stands even without a query as soon as there is a form; the `.` only behind a query.
 */
function v3Tail({ url, form }: CallbackToSign): string {
  const query = sortByKey([...new URL(url).searchParams]).map(([key, value]) => `${key}=${value}`);
  const pairs = sortByKey(Object.entries(form)).map(([key, value]) => key + value);
  if (!pairs.length) return query.length ? `?${query.join('&')}` : '';
  return `?${query.join('&')}${query.length ? '.' : ''}${pairs.join('')}`;
}

/** By key and then by value, in the order of UTF-16 units: what the vendor's own helpers do. */
function sortByKey(pairs: [string, string][]): [string, string][] {
  return pairs.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0));
}

function hmac(key: string, message: string): string {
  return createHmac('sha256', key).update(message).digest('base64');
}
