import { type CarrierText, idOf, type Judge, type Violation } from './evidence.ts';

interface OutboundRow {
  id: string;
  state: string;
  cause: string | null;
  template: string | null;
  purpose: string | null;
  vendor_id: string | null;
  time_zone: string | null;
}

/** States in which a text claims to have reached the carrier. */
const HANDED_OVER = ['sent', 'delivered', 'undelivered'];

/** I6, I7, I8 and I10: the outbox against what the carrier has accepted. */
export const judgeOutbound: Judge = async ({ texts, db, givenUp }) => {
  const { rows } = await db.query<OutboundRow>(
    `select distinct on (m.biller_id, m.id) m.id, m.state, m.cause, m.template, m.purpose, m.vendor_id, c.time_zone
     from message m
     left join account_phone ap on ap.biller_id = m.biller_id and ap.phone_id = m.phone_id
     left join account a on a.biller_id = ap.biller_id and a.id = ap.account_id
     left join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
     where m.direction = 'out'`,
  );
  const accepted = new Map<string, CarrierText[]>();
  for (const text of texts.filter(({ origin }) => origin === 'api')) {
    const id = idOf(text) ?? text.uuid;
    accepted.set(id, [...(accepted.get(id) ?? []), text]);
  }
  const found: Violation[] = [];
  for (const [id, twins] of accepted) {
    if (twins.length > 1)
      found.push({
        invariant: 'I6 no text goes out twice',
        row: { id, to: twins[0]?.to, text: twins[0]?.text, at: twins.map((twin) => twin.acceptedAt) },
      });
  }
  for (const row of rows) found.push(...judgeText(row, accepted.get(row.id) ?? [], givenUp));
  for (const id of accepted.keys()) {
    if (!rows.some((row) => row.id === id))
      found.push({ invariant: 'I6 no text goes out that nobody queued', row: { id } });
  }
  return found;
};

function judgeText(
  row: OutboundRow,
  accepted: readonly CarrierText[],
  givenUp: ReadonlySet<string>,
): Violation[] {
  const found: Violation[] = [];
  const say = (invariant: string) =>
    found.push({
      invariant,
      row: { ...row, atCarrier: accepted.map(({ uuid, state, to }) => ({ uuid, state, to })) },
    });
  if (['queued', 'sending', 'uncertain'].includes(row.state)) say('I7 every text of the outbox ends');
  if (HANDED_OVER.includes(row.state) && accepted.length === 0)
    say('I7 what counts as sent is at the carrier');
  if (['cancelled', 'skipped'].includes(row.state) && accepted.length > 0)
    say('I4 what counts as not sent is not at the carrier');
  const [text] = accepted;
  if (text && accepted.length === 1 && !givenUp.has(text.uuid) && row.state !== text.state)
    say('I10 reports in any order end in the state that the carrier shows');
  if (row.purpose === 'service' && accepted.some(({ acceptedAt }) => isNight(acceptedAt, row.time_zone)))
    say('I8 no text outside the hours of its receiver');
  return found;
}

/** Before eight in the morning or after nine in the evening where the receiver lives. */
function isNight(atMs: number, timeZone: string | null): boolean {
  const format = { hour: 'numeric', hourCycle: 'h23', timeZone: timeZone ?? 'UTC' } as const;
  const hour = Number(new Intl.DateTimeFormat('en-US', format).format(atMs));
  return hour < 8 || hour >= 21;
}
