import type { Language } from '@kvitt/domain/locale/language';
import type { Currency } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { FIRST_ID } from '../kit/first-id.ts';

/** Somebody who may be texted about bills, with what a text to them would speak of. */
export interface Recipient {
  accountId: string;
  accountNumber: string;
  firstName: string;
  language: Language;
  e164: string;
  card: string | null;
  /** The bill that is due first; null where nothing is due. */
  bill: { number: string; dueOn: string; dueMinor: number; currency: Currency } | null;
}

/**
 * The accounts of a biller whose primary phone may be texted about bills, a page of them in the order of their ids, from
 * after `after` on: so any number of them is gone through in the memory of one page.
 */
export async function findRecipients(
  em: EntityManager,
  billerId: string,
  after: string | undefined,
  limit: number,
): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select a.id as "accountId", a.number as "accountNumber", c.first_name as "firstName", c.language, p.e164,
      m.brand || ' ..' || m.last4 as card, b.bill
    from account a
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    join account_phone ap on ap.biller_id = a.biller_id and ap.account_id = a.id and ap.role = 'primary'
    join phone p on p.biller_id = a.biller_id and p.id = ap.phone_id
      and p.line_type <> 'landline' and p.unreachable_since is null
    left join payment_method m on m.biller_id = a.biller_id and m.account_id = a.id and m.is_default
      and m.removed_at is null and m.closed_at is null
    left join lateral (
      select json_build_object('number', i.number, 'dueOn', i.due_on::text, 'dueMinor', s.due, 'currency', i.currency)
        as bill
      from invoice i, lateral (select sum(g.minor) as due from posting g
        where g.biller_id = i.biller_id and g.invoice_id = i.id) s
      where i.biller_id = a.biller_id and i.account_id = a.id and s.due > 0
      order by i.due_on, i.number limit 1) b on true
    where a.biller_id = ${billerId} and a.id > ${after ?? FIRST_ID}::uuid
      and exists (select from consent k where k.biller_id = a.biller_id and k.phone_id = p.id
        and k.purpose = 'service' and k.state in ('express', 'confirmed'))
    order by a.id limit ${limit}`.execute(em.getKysely());
  return rows;
}
