import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** The phones of an account, the primary one first, with how each stands on texts about bills. */
export async function listPhones(
  em: EntityManager,
  account: { billerId: string; accountId: string },
): Promise<{ e164: string; role: string; mayBeTexted: boolean; revokedAt: string | null }[]> {
  const { rows } = await sql<{
    e164: string;
    role: string;
    mayBeTexted: boolean;
    revokedAt: string | null;
  }>`
    select p.e164, s.role, coalesce(c.state in ('express', 'confirmed', 'pewc'), false) as "mayBeTexted",
      case when c.state = 'revoked' then to_json(c.since) #>> '{}' end as "revokedAt"
    from account_phone s join phone p on p.biller_id = s.biller_id and p.id = s.phone_id
    left join consent c on c.biller_id = p.biller_id and c.phone_id = p.id and c.purpose = 'service'
    where s.biller_id = ${account.billerId} and s.account_id = ${account.accountId}
    order by s.role = 'primary' desc, s.since`.execute(em.getKysely());
  return rows;
}
