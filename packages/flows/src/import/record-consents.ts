import { lockLedger } from '@kvitt/db/consent/lock-ledger';
import type { ConsentPurpose } from '@kvitt/domain/consent/consent';
import { sql } from 'kysely';
import { appendEvents, type NewEvent } from '../consent/append-events.ts';
import type { TxCtx } from '../kit/context.ts';
import type { LoadFacts } from './import-kind.ts';

export interface ConsentFacts extends LoadFacts {
  /** Whether a number counts as given for texts about late bills too, where its row says nothing of them. */
  isLateToo: boolean;
}

/** Events that are chained at a time: memory does not grow with the file. */
const PAGE = 2_000;

/**
 * A number that a customer gave the biller for the account's bills is prior express consent to informational texts about
 * them (47 CFR 64.1200(a)(1)), and to those about late ones, unless the file or the operator says that these were
 * not spoken of: the biller answers for that, and the record says so. It is recorded for purposes about which
 * nothing is known: what a customer said to us outweighs what a file says, and a STOP stays a STOP.
 * The ledger is locked first, so that no STOP can come in between.
 */
export async function recordConsents(tx: TxCtx, billerId: string, facts: ConsentFacts): Promise<void> {
  const db = tx.em.getKysely();
  let head = await lockLedger(tx.em, billerId);
  await sql`create temporary table import_grant on commit drop as
    select row_number() over (order by min(i.line), g.purpose) as n, i.phone_id, g.purpose, min(i.line) as line,
      null::uuid as event_id
    from import_phone i
    join import_row r on r.line = i.line
    cross join lateral (values ('service', coalesce(r.consent_service, 1)), ('past-due',
      coalesce(r.consent_past_due, case when ${facts.isLateToo} then coalesce(r.consent_service, 1) else 0 end)))
      as g (purpose, given)
    where g.given = 1 and not exists (select from consent c
      where c.biller_id = ${billerId} and c.phone_id = i.phone_id
        and (c.purpose = g.purpose or c.purpose = 'service' and c.state = 'revoked'))
    group by i.phone_id, g.purpose`.execute(db);
  await sql`create unique index on import_grant (n)`.execute(db);
  for (let after = 0; ; after += PAGE) {
    const grants = await readGrants(tx, billerId, after);
    if (grants.length === 0) break;
    const events = grants.map((grant) => toEvent(tx, grant, facts));
    head = await appendEvents(tx, billerId, head, events);
    await sql`update import_grant set event_id = e.id
      from unnest(${grants.map(({ n }) => n)}::bigint[], ${events.map(({ id }) => id)}::uuid[]) as e (n, id)
      where import_grant.n = e.n`.execute(db);
  }
  await sql`insert into consent (biller_id, phone_id, purpose, state, since, event_id)
    select ${billerId}, phone_id, purpose, 'express', ${tx.clock.now()}, event_id from import_grant`.execute(
    db,
  );
}

interface Grant {
  n: string;
  phoneId: string;
  purpose: ConsentPurpose;
  line: number;
  e164: string;
  salt: string;
}

async function readGrants(tx: TxCtx, billerId: string, after: number): Promise<Grant[]> {
  const { rows } = await sql<Grant>`
    select g.n, g.phone_id as "phoneId", g.purpose, g.line, p.e164, p.consent_salt as salt
    from import_grant g join phone p on p.biller_id = ${billerId} and p.id = g.phone_id
    where g.n > ${after} and g.n <= ${after + PAGE} order by g.n`.execute(tx.em.getKysely());
  return rows;
}

function toEvent(tx: TxCtx, grant: Grant, { file, sha256, actor }: LoadFacts): NewEvent {
  const { phoneId, e164, salt, purpose, line } = grant;
  const about =
    purpose === 'past-due' ? 'reminders of what is overdue' : 'texts about the bills of the account';
  const wording =
    `The customer gave this number to the biller for ${about}, as the biller states in ` +
    `${file} (SHA-256 ${sha256}), line ${line}.`;
  return {
    id: tx.ids.next(),
    phone: { id: phoneId, e164, salt },
    act: 'granted',
    purpose,
    channel: 'import',
    wordingKey: null,
    details: { wording, actor, messageId: null, evidence: { file, sha256, line } },
  };
}
