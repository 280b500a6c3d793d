import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

export interface ConfirmedFacts {
  /** Numbers of the accounts that were enrolled on this phone. */
  accountsOnPhone: string[];
  isAgentsOwn: boolean;
  confirmedLately: number;
}

/** What is looked at when a handset has confirmed an enrollment; `windowMs` is how far back a burst is counted. */
export async function loadFlagFacts(
  em: EntityManager,
  call: { billerId: string; phoneId: string; agentId: string; confirmedAt: Date },
  windowMs: number,
): Promise<ConfirmedFacts> {
  const { billerId, phoneId, agentId } = call;
  const at = call.confirmedAt.toISOString();
  const since = new Date(call.confirmedAt.getTime() - windowMs).toISOString();
  const { rows } = await sql<ConfirmedFacts>`
    select array(select distinct a.number from enrollment e
        join account a on a.biller_id = e.biller_id and a.id = e.account_id
        where e.biller_id = ${billerId} and e.phone_id = ${phoneId} and e.confirmed_at is not null order by 1) as "accountsOnPhone",
      exists (select from agent g join phone p on p.biller_id = g.biller_id and p.e164 = g.own_phone
        where g.biller_id = ${billerId} and p.id = ${phoneId}) as "isAgentsOwn",
      (select count(*)::int from enrollment e where e.biller_id = ${billerId} and e.agent_id = ${agentId}
        and e.confirmed_at > ${since} and e.confirmed_at <= ${at}) as "confirmedLately"`.execute(
    em.getKysely(),
  );
  const [facts] = rows;
  if (!facts) throw new Error('a question without a table is always one row');
  return facts;
}
