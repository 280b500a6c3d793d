import type { Audience } from '@kvitt/domain/campaign/campaign';
import { type RawBuilder, sql } from 'kysely';

/**
 * The accounts of an audience as a query over `account a` and `customer c`, with the primary phone of each as `ap`, which
 * is null where there is none.
 */
export function selectAudience(billerId: string, audience: Audience, now: Date): RawBuilder<unknown> {
  return sql`
    from account a
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    left join account_phone ap on ap.biller_id = a.biller_id and ap.account_id = a.id and ap.role = 'primary'
    where a.biller_id = ${billerId} and ${sql.join(conditions(audience, now), sql` and `)}`;
}

function conditions(audience: Audience, now: Date): RawBuilder<unknown>[] {
  const { languages, regions, hasAutopay, openMinor, tenureDays, tags } = audience;
  const found: RawBuilder<unknown>[] = [sql`true`];
  if (languages) found.push(sql`c.language = any(${[...languages]})`);
  if (regions) found.push(sql`c.region = any(${[...regions]})`);
  if (tags) {
    found.push(sql`exists (select from customer_tag t where t.biller_id = a.biller_id and t.customer_id = c.id
      and t.tag = any(${[...tags]}))`);
  }
  if (hasAutopay !== undefined) {
    found.push(sql`${hasAutopay} = exists (select from consent o where o.biller_id = a.biller_id
      and o.phone_id = ap.phone_id and o.purpose = 'autopay' and o.state in ('express', 'confirmed', 'pewc'))`);
  }
  if (openMinor) {
    const open = sql`(select coalesce(sum(g.minor), 0) from invoice i
      join posting g on g.biller_id = i.biller_id and g.invoice_id = i.id
      where i.biller_id = a.biller_id and i.account_id = a.id)`;
    if (openMinor.min !== undefined) found.push(sql`${open} >= ${openMinor.min}`);
    if (openMinor.max !== undefined) found.push(sql`${open} <= ${openMinor.max}`);
  }
  const age = sql`(${now.toISOString()}::timestamptz - a.created_at)`;
  if (tenureDays?.min !== undefined) found.push(sql`${age} >= make_interval(days => ${tenureDays.min}::int)`);
  if (tenureDays?.max !== undefined)
    found.push(sql`${age} < make_interval(days => ${tenureDays.max + 1}::int)`);
  return found;
}

/** Whether the phone in `column` is left out: the same for the same campaign, always. */
export function isLeftOut(
  campaignId: string,
  column: RawBuilder<unknown>,
  percent: number,
): RawBuilder<boolean> {
  return sql<boolean>`('x' || substr(md5(${campaignId}::text || ${column}::text), 1, 8))::bit(32)::bigint % 10000
    < ${percent}::float8 * 100`;
}
