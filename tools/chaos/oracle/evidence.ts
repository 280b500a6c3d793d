import pg from 'pg';

/**
 * What the oracle judges by: the vendors' own lists and bare rows of the database. Nothing here, and nothing in this
 * folder, is shared with the product, so that the two cannot be wrong in the same way.
 */
export interface Evidence {
  sales: Sale[];
  texts: CarrierText[];
  db: pg.Client;
  /** How many milliseconds of the run's time go by in a real one. */
  factor: number;
  /** An instant of the run is this many milliseconds and `factor` times the machine's. */
  baseMs: number;
  /** Real milliseconds that a request may be held up on its way to a vendor by the run itself. */
  longestDelayMs: number;
  /** Texts of which the carrier has given a callback up. */
  givenUp: ReadonlySet<string>;
}

/** A transaction at the gateway. */
export interface Sale {
  id: string;
  type: 'sale' | 'credit';
  amount: string;
  status: string;
  orderId: string | null;
  refundedTransactionId: string | null;
}

/** A text at the carrier; instants in milliseconds of the run's time. */
export interface CarrierText {
  uuid: string;
  origin: string;
  direction: 'outbound' | 'inbound';
  from: string;
  to: string;
  text: string;
  state: string;
  url: string | null;
  acceptedAt: number;
  reportedAt: number | null;
}

/** A finding: which invariant is broken, and the row that shows it. */
export interface Violation {
  invariant: string;
  row: Record<string, unknown>;
}

export type Judge = (evidence: Evidence) => Promise<Violation[]>;

export async function gather(from: {
  databaseUrl: string;
  carrier: string;
  outside: string;
  factor: number;
  baseMs: number;
  longestDelayMs: number;
  givenUp: ReadonlySet<string>;
}): Promise<Evidence> {
  const db = new pg.Client({ connectionString: from.databaseUrl });
  await db.connect();
  const sales = (await (await fetch(`${from.outside}/sales`)).json()) as Sale[];
  const { texts } = (await (await fetch(`${from.carrier}/sandbox/texts`)).json()) as { texts: CarrierText[] };
  const { factor, baseMs, longestDelayMs, givenUp } = from;
  return { sales, texts, db, factor, baseMs, longestDelayMs, givenUp };
}

/** "84.20" to 8420, without a fraction on the way. */
export function cents(amount: string): number {
  const [whole = '0', rest = ''] = amount.split('.');
  return Number(whole) * 100 + Number(rest.padEnd(2, '0'));
}

/** A sale that the gateway will pay out, unless it is taken back. */
export function isCaptured(sale: Sale): boolean {
  const moving = ['authorized', 'submitted_for_settlement', 'settling', 'settled'];
  return sale.type === 'sale' && moving.includes(sale.status);
}

/** Our own id of a text, which travels in the address of its callback. */
export function idOf(text: CarrierText): string | undefined {
  return text.url ? (new URL(text.url).searchParams.get('m') ?? undefined) : undefined;
}
