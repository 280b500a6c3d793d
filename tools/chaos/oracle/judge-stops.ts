import { type CarrierText, type Evidence, idOf, type Judge, type Violation } from './evidence.ts';

interface InboundRow {
  vendor_id: string;
  created_ms: number;
}

interface OutboundRow {
  id: string;
  claimed_ms: number | null;
  template: string | null;
}

/**
 * Real milliseconds between taking a text from the outbox and the carrier's having it. An ordinary one is there within
 * hundredths of a second; this much is for a machine that has more to do than it can.
 */
const ON_THE_WAY_MS = 3_500;

/** What the phones of a run say to be left alone. */
const STOP = /^(stop|please stop texting me|stop texting me)$/i;

/**
 * I4: once a STOP is acknowledged nothing is taken from the outbox for that phone any more but its one confirmation, until
 * the phone writes again; and what was on its way at that instant is at the carrier seconds later, plus what the run
 * itself held it up.
 */
export const judgeStops: Judge = async (evidence) => {
  const { texts, db } = evidence;
  const { rows: inbound } = await db.query<InboundRow>(
    `select vendor_id, (extract(epoch from created_at) * 1000)::float8 as created_ms from message where direction = 'in'`,
  );
  const { rows: outbound } = await db.query<OutboundRow>(
    `select id, (extract(epoch from claimed_at) * 1000)::float8 as claimed_ms, template from message
     where direction = 'out'`,
  );
  const takenIn = new Map(inbound.map((row) => [row.vendor_id, row.created_ms]));
  const outbox = new Map(outbound.map((row) => [row.id, row]));
  const perPhone = Map.groupBy(texts, (text) => (text.direction === 'inbound' ? text.from : text.to));
  return [...perPhone.values()].flatMap((thread) => judgeThread(evidence, thread, takenIn, outbox));
};

function judgeThread(
  { factor, longestDelayMs }: Evidence,
  thread: readonly CarrierText[],
  takenIn: ReadonlyMap<string, number>,
  outbox: ReadonlyMap<string, OutboundRow>,
): Violation[] {
  const isStop = (text: CarrierText) => text.direction === 'inbound' && STOP.test(text.text);
  const stops = thread.filter((text) => isStop(text) && text.state === 'delivered');
  return stops.flatMap((stop) => {
    const stopTakenIn = takenIn.get(stop.uuid) ?? 0;
    const later = thread
      .filter((text) => text.direction === 'inbound' && !isStop(text))
      .map((text) => takenIn.get(text.uuid) ?? 0)
      .filter((at) => at > stopTakenIn);
    const acknowledged = stop.reportedAt ?? 0;
    const quietUntil = Math.min(...later, Number.POSITIVE_INFINITY);
    const after = thread.filter(
      (text) => text.origin === 'api' && text.acceptedAt > acknowledged && text.acceptedAt < quietUntil,
    );
    const found: Violation[] = [];
    const confirmations = after.filter((text) => isConfirmation(outbox.get(idOf(text) ?? '')));
    const others = after.filter((text) => !confirmations.includes(text));
    const row = (text: CarrierText) => ({
      phone: stop.from,
      text: text.text,
      afterMs: (text.acceptedAt - acknowledged) / factor,
      claimedAfterMs: ((outbox.get(idOf(text) ?? '')?.claimed_ms ?? 0) - acknowledged) / factor,
    });
    for (const text of others) {
      const claimed = outbox.get(idOf(text) ?? '')?.claimed_ms ?? 0;
      const isTooLate = text.acceptedAt - acknowledged > (ON_THE_WAY_MS + longestDelayMs) * factor;
      if (claimed > acknowledged || isTooLate)
        found.push({ invariant: 'I4 no text after an acknowledged STOP', row: row(text) });
    }
    for (const text of confirmations.slice(1))
      found.push({ invariant: 'I4 a STOP is confirmed once', row: row(text) });
    return found;
  });
}

function isConfirmation(row: OutboundRow | undefined): boolean {
  return row?.template === 'stop-confirmed' || row?.template === 'wrong-party-noted';
}
