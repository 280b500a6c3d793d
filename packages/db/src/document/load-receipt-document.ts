import type { ReceiptDocument } from '@kvitt/domain/document/documents';
import { paymentReference } from '@kvitt/domain/payment/payment-reference';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What a receipt says on paper, with the customer's name in full. */
export interface LoadedReceipt extends Omit<ReceiptDocument, 'customerName'> {
  firstName: string;
  lastName: string;
}

type Row = Omit<LoadedReceipt, 'reference' | 'amountMinor' | 'feeMinor' | 'paidAt' | 'givenBackMinor'> &
  Record<'amountMinor' | 'feeMinor' | 'paidAt' | 'givenBackMinor', string>;

/** Loads the receipt of an approved payment; undefined where there is none, or it was taken back. One question. */
export async function loadReceiptDocument(
  em: EntityManager,
  billerId: string,
  paymentId: string,
): Promise<LoadedReceipt | undefined> {
  const { rows } = await sql<Row>`
    select json_build_object('name', b.name, 'accent', b.accent, 'supportPhone', b.support_phone,
        'supportEmail', b.support_email) as biller,
      c.language, c.first_name as "firstName", c.last_name as "lastName", c.time_zone as "timeZone",
      a.number as "accountNumber", p.currency, p.amount_minor as "amountMinor", p.fee_minor as "feeMinor",
      coalesce(p.finished_at, p.started_at) as "paidAt", p.card_brand || case when p.card_last4 ~ '^[0-9]' then ' ··' else ' ' end || p.card_last4 as card,
      (select coalesce(json_agg(json_build_object('number', i.number, 'amountMinor', t.amount_minor, 'remainingMinor',
          (select coalesce(sum(g.minor), 0) from posting g
            where g.biller_id = i.biller_id and g.invoice_id = i.id)) order by i.due_on, i.number), '[]')
        from payment_part t join invoice i on i.biller_id = t.biller_id and i.id = t.invoice_id
        where t.biller_id = p.biller_id and t.payment_id = p.id) as bills,
      (select coalesce(sum(r.amount_minor), 0) from refund r
        where r.biller_id = p.biller_id and r.payment_id = p.id and r.state = 'done') as "givenBackMinor"
    from payment p
    join biller b on b.id = p.biller_id
    join account a on a.biller_id = p.biller_id and a.id = p.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where p.biller_id = ${billerId} and p.id = ${paymentId} and p.state = 'approved' and p.ask_at is null`.execute(
    em.getKysely(),
  );
  const [row] = rows;
  if (!row) return undefined;
  return {
    ...row,
    reference: paymentReference(paymentId),
    amountMinor: Number(row.amountMinor),
    feeMinor: Number(row.feeMinor),
    paidAt: new Date(row.paidAt),
    givenBackMinor: Number(row.givenBackMinor),
  };
}
