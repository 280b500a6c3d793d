import type { ConsentStanding } from '@kvitt/domain/consent/consent';
import type { BillFacts } from '@kvitt/domain/reminder/find-skip';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Home } from './find-home.ts';
import { STANDING_PARTS } from './standing-parts.ts';

/** A bill with all that its reminders depend on, and where its customer is. */
export interface FoundBill extends Omit<BillFacts, 'announcedOn'>, Home {
  invoiceId: string;
  issuedOn: string;
  dueOn: string;
  announcedAt: Date | null;
  createdAt: Date;
  isSmsCapable: boolean;
  consents: ConsentStanding;
}

/** Finds a bill by its number, with what its reminders depend on as it is now; undefined where there is none. */
export async function findRemindedBill(
  em: EntityManager,
  billerId: string,
  number: string,
): Promise<FoundBill | undefined> {
  const { isHeld, hasPromise, hasAutopay, isFirstMiss } = STANDING_PARTS;
  const { rows } = await sql<Row>`
    select i.id as "invoiceId", i.issued_on::text as "issuedOn", i.due_on::text as "dueOn",
      i.announced_at as "announcedAt", i.created_at as "createdAt", ${isHeld} as "isHeld",
      ${hasPromise} as "hasPromise", ${hasAutopay} as "hasAutopay", ${isFirstMiss} as "isFirstMiss",
      (select coalesce(sum(g.minor), 0) from posting g where g.biller_id = i.biller_id and g.invoice_id = i.id)
        as "openMinor",
      c.time_zone as "timeZone", coalesce(c.region, '') as region, coalesce(c.postal_code, '') as "postalCode",
      coalesce(p.e164, '') as phone,
      coalesce(p.line_type <> 'landline' and p.unreachable_since is null, true) as "isSmsCapable",
      coalesce((select json_object_agg(o.purpose, o.state) from consent o
        where o.biller_id = p.biller_id and o.phone_id = p.id), '{}') as consents
    from invoice i
    join account a on a.biller_id = i.biller_id and a.id = i.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    left join account_phone s on s.biller_id = a.biller_id and s.account_id = a.id and s.role = 'primary'
    left join phone p on p.biller_id = s.biller_id and p.id = s.phone_id
    where i.biller_id = ${billerId} and i.number = ${number}`.execute(em.getKysely());
  const [row] = rows;
  return (
    row && {
      ...row,
      openMinor: Number(row.openMinor),
      createdAt: new Date(row.createdAt),
      announcedAt: row.announcedAt === null ? null : new Date(row.announcedAt),
    }
  );
}

/** Sums and instants come as text from a raw query. */
interface Row extends Omit<FoundBill, 'openMinor' | 'announcedAt' | 'createdAt'> {
  openMinor: string;
  announcedAt: string | null;
  createdAt: string;
}
