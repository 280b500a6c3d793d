import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { isoInstant } from '../kit/iso-instant.ts';

/** A caller who is to be called again. */
export interface CallBack {
  /** Of the call in which it was agreed. */
  id: string;
  accountId: string;
  accountNumber: string;
  name: string;
  phone: string;
  timeZone: string;
  /** When they are to be called, and when the earlier call ended. */
  at: string;
  endedAt: string;
}

const MOST = 50;

/** Whom an agent has to call again, the soonest first. */
export async function listCallBacks(
  em: EntityManager,
  { billerId, agentId }: { billerId: string; agentId: string },
): Promise<CallBack[]> {
  const { rows } = await sql<CallBack>`
    select e.id, e.account_id as "accountId", a.number as "accountNumber", c.first_name || ' ' || c.last_name as name,
      p.e164 as phone, c.time_zone as "timeZone", ${isoInstant(sql`e.call_back_at`)} as at, ${isoInstant(sql`e.ended_at`)} as "endedAt"
    from enrollment e
    join account a on a.biller_id = e.biller_id and a.id = e.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    join phone p on p.biller_id = e.biller_id and p.id = e.phone_id
    where e.biller_id = ${billerId} and e.agent_id = ${agentId}
      and e.call_back_at is not null and e.called_back_at is null
    order by e.call_back_at, e.id limit ${MOST}`.execute(em.getKysely());
  return rows;
}
