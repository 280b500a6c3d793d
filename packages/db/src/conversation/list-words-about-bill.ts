import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Something that the customer or a person of the biller's wrote. */
export interface WordsAboutBill {
  id: string;
  /** An ISO instant. */
  at: string;
  from: 'customer' | 'biller';
  body: string;
  /** Who of the biller's people wrote it. */
  author: string | null;
  /** Of the picture that came with it, in points. */
  picture: { width: number; height: number } | null;
}

/** More than this is read in the thread of texts. */
const MOST = 60;

/**
 * What was written about a bill, oldest first: questions asked on its page, and a person's answers. The texts of a phone that
 * serves this account alone are among them; of a phone that serves others too only what names this bill is, since it may
 * have been about theirs.
 */
export async function listWordsAboutBill(
  em: EntityManager,
  bill: { billerId: string; invoiceId: string; accountId: string },
  conversationId: string,
): Promise<WordsAboutBill[]> {
  const { billerId, invoiceId, accountId } = bill;
  const { rows } = await sql<WordsAboutBill>`
    with alone as (
      select not exists (
        select from account_phone s join account_phone o on o.biller_id = s.biller_id and o.phone_id = s.phone_id
        where s.biller_id = ${billerId} and s.account_id = ${accountId} and o.account_id <> s.account_id) as is_alone)
    select * from (
      select m.id, m.created_at as at, case m.direction when 'in' then 'customer' else 'biller' end as "from", m.body,
        case when m.direction = 'out' then split_part(m.cause, '/', 3) end as author,
        (select jsonb_build_object('width', g.width, 'height', g.height) from message_picture g
          where g.biller_id = m.biller_id and g.message_id = m.id) as picture
      from message m, alone where m.biller_id = ${billerId} and m.conversation_id = ${conversationId}
        and (m.invoice_id = ${invoiceId} or alone.is_alone)
        and (m.template = 'page-question' or (m.direction = 'in' and m.outcome = 'passed-to-person')
          or (m.template = 'agent-reply' and m.state in ('sending', 'uncertain', 'sent', 'delivered')))
      order by m.created_at desc, m.id desc limit ${MOST}) latest
    order by at, id`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
