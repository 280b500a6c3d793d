import { parse } from 'csv-parse/sync';
import type { Failed, MethodUpdate } from '../payments-port.ts';
import type { BraintreeSettings } from './braintree-settings.ts';

/** A year of a large biller's cards in one day is less. */
const LARGEST_BYTES = 20_000_000;

/** The columns are not documented to the letter: the ones that are meant are found by what their names must hold. */
const COLUMNS = { token: /token/i, type: /(update|type|reason|status)/i } as const;

/**
 * Reads the account updater's daily report, a CSV file behind an address that the vendor names in a signed notice. An address
 * that cannot be the vendor's is not asked: the notice is signed, but a server of ours that fetches what it is told to is
 * not worth the trust.
 */
export async function listUpdates(
  environment: BraintreeSettings['environment'],
  reportUrl: string,
  timeoutMs: number,
): Promise<{ kind: 'found'; updates: MethodUpdate[] } | Failed> {
  if (!isVendors(environment, reportUrl)) return failed('the address is not the vendor’s', false);
  let body: string;
  try {
    const answer = await fetch(reportUrl, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    if (!answer.ok) return failed(`the report answered ${answer.status}`, answer.status >= 500);
    body = await answer.text();
  } catch {
    return failed('the report did not answer', true);
  }
  if (body.length > LARGEST_BYTES) return failed('the report is too large', false);
  return readReport(body);
}

/** What a report says, or why it cannot be read. */
function readReport(body: string): { kind: 'found'; updates: MethodUpdate[] } | Failed {
  let rows: string[][];
  try {
    rows = parse(body, { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    return failed('the report is not a table', false);
  }
  const [head = [], ...records] = rows;
  const at = (name: RegExp) => head.findIndex((column) => name.test(column));
  const [token, type] = [at(COLUMNS.token), at(COLUMNS.type)];
  if (token < 0) return failed('the report names no token', false);
  const updates = new Map<string, MethodUpdate>();
  for (const record of records) {
    const named = record[token]?.trim();
    if (named) updates.set(named, { token: named, kind: readKind(record[type] ?? '') });
  }
  return { kind: 'found', updates: [...updates.values()] };
}

function readKind(word: string): MethodUpdate['kind'] {
  if (/clos/i.test(word)) return 'closed';
  return /contact|call/i.test(word) ? 'ask' : 'changed';
}

/** The vendor keeps its reports with its storage company; a sandbox of ours keeps them itself. */
function isVendors(environment: BraintreeSettings['environment'], reportUrl: string): boolean {
  const url = URL.parse(reportUrl);
  if (!url) return false;
  if (typeof environment !== 'string') return url.host === `${environment.host}:${environment.port}`;
  const isHost = /(^|\.)(braintreegateway\.com|braintree-api\.com|braintreepayments\.com|amazonaws\.com)$/;
  return url.protocol === 'https:' && isHost.test(url.hostname);
}

function failed(reason: string, retryable: boolean): Failed {
  return { kind: 'failed', reason, retryable };
}
