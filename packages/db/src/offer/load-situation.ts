import type { CardSituation } from '@kvitt/domain/offer/pick-card';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * How an account stands on a day (`YYYY-MM-DD`) to what may be shown beside its bills. It has objected to advertising
 * where one of its phones took that consent back.
 */
export async function loadSituation(
  em: EntityManager,
  { billerId, accountId }: { billerId: string; accountId: string },
  today: string,
): Promise<CardSituation> {
  const { rows } = await sql<Omit<CardSituation, 'today'>>`
    select to_char(a.created_at at time zone b.time_zone, 'YYYY-MM-DD') as "openedOn", c.postal_code as "postalCode",
      exists (select from invoice i where i.biller_id = a.biller_id and i.account_id = a.id and i.due_on < ${today}::date
        and (select sum(p.minor) from posting p where p.biller_id = i.biller_id and p.invoice_id = i.id) > 0) as "isOverdue",
      exists (select from dispute d join payment p on p.biller_id = d.biller_id and p.id = d.payment_id
        where d.biller_id = a.biller_id and p.account_id = a.id and d.state = 'open') as "isDisputed",
      exists (select from autopay y where y.biller_id = a.biller_id and y.account_id = a.id and y.ended_at is null)
        as "hasAutopay",
      ${stands('paperless', 'granted')} as "isPaperless", ${stands('marketing', 'revoked')} as "hasObjected",
      (select coalesce(jsonb_agg(jsonb_build_object('key', s.key, 'doneOn', s.done_on, 'invitedOn', s.invited_on)), '[]') from (
        select e.key, max(e.on_day) filter (where e.what in ('taken', 'answered', 'put-away'))::text as done_on,
          max(e.on_day) filter (where e.what = 'invited')::text as invited_on
        from card_event e where e.biller_id = a.biller_id and e.account_id = a.id group by e.key) s) as seen
    from account a join customer c on c.biller_id = a.biller_id and c.id = a.customer_id join biller b on b.id = a.biller_id
    where a.biller_id = ${billerId} and a.id = ${accountId}`.execute(em.getKysely());
  const [row] = rows;
  if (!row) throw new Error(`there is no account ${accountId}`);
  return { ...row, today };
}

function stands(purpose: string, state: string) {
  return sql`exists (select from account_phone ap join consent k on k.biller_id = ap.biller_id and k.phone_id = ap.phone_id
    where ap.biller_id = a.biller_id and ap.account_id = a.id and k.purpose = ${purpose} and k.state = ${state})`;
}
