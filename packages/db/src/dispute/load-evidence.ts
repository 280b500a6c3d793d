import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What is on record of a disputed payment. Instants as text, amounts in minor units. */
export interface EvidenceRows {
  bills: { number: string; description: string; dueOn: string; amountMinor: number }[];
  /** What was said in the customer's threads, with what the carrier reported of each text. */
  texts: {
    at: string;
    direction: 'in' | 'out';
    body: string;
    state: string;
    sentAt: string | null;
    deliveredAt: string | null;
    template: string | null;
  }[];
  /** How the customer's phones stand on texts: what they agreed to, where and in which words. */
  consents: { at: string; act: string; purpose: string; channel: string; wording: string }[];
  /** Links to the disputed bills that were made, each sent to the customer's phone. */
  links: { at: string; bill: string }[];
  /** When somebody looked at the disputed bills by such a link; robots that preview links leave nothing. */
  views: { at: string; bill: string }[];
  /** When a browser proved whose the account is, and how. */
  signIns: { at: string; way: string }[];
  /** Other payments of the account that went through and were not disputed. */
  otherPayments: { at: string | null; amountMinor: number; card: string | null }[];
}

/** Texts past this many say nothing more. */
const MOST_TEXTS = 200;

/** What the record is about: a payment with its bills, or one bill. */
export interface EvidenceSubject {
  billerId: string;
  accountId: string;
  paymentId?: string;
  invoiceId?: string;
}

/** Gathers what is on record of a payment, or of a bill, for a bank that asks or whoever collects it from now on. */
export async function loadEvidence(em: EntityManager, subject: EvidenceSubject): Promise<EvidenceRows> {
  const { billerId, accountId, paymentId = null, invoiceId = null } = subject;
  const { rows } = await sql<EvidenceRows>`
    with about as (
      select invoice_id, amount_minor from payment_part where biller_id = ${billerId} and payment_id = ${paymentId}::uuid
      union all
      select id, total_minor from invoice where biller_id = ${billerId} and id = ${invoiceId}::uuid),
    phones as (select phone_id from account_phone where biller_id = ${billerId} and account_id = ${accountId})
    select
      (select coalesce(json_agg(json_build_object('number', i.number, 'description', i.description, 'dueOn', i.due_on,
        'amountMinor', t.amount_minor) order by i.due_on, i.number), '[]') from about t
        join invoice i on i.biller_id = ${billerId} and i.id = t.invoice_id) as bills,
      (select coalesce(json_agg(json_build_object('at', m.created_at, 'direction', m.direction, 'body', m.body,
        'state', m.state, 'sentAt', m.sent_at, 'template', m.template, 'deliveredAt', (
          select min(r.received_at) from delivery_report r where r.biller_id = m.biller_id and r.message_id = m.id
            and r.state = 'delivered')) order by m.created_at, m.id), '[]')
        from (select * from message where biller_id = ${billerId} and phone_id in (select phone_id from phones)
          order by created_at desc limit ${MOST_TEXTS}) m) as texts,
      (select coalesce(json_agg(json_build_object('at', e.at, 'act', e.act, 'purpose', e.purpose, 'channel', e.channel,
        'wording', e.wording) order by e.at), '[]') from consent_event e
        where e.biller_id = ${billerId} and e.phone_id in (select phone_id from phones)) as consents,
      (select coalesce(json_agg(json_build_object('at', l.created_at, 'bill', i.number) order by l.created_at), '[]')
        from portal_link l join invoice i on i.biller_id = l.biller_id and i.id = l.invoice_id
        join about t on t.invoice_id = l.invoice_id
        where l.biller_id = ${billerId}) as links,
      (select coalesce(json_agg(json_build_object('at', v.at, 'bill', i.number) order by v.at), '[]')
        from bill_view v join invoice i on i.biller_id = v.biller_id and i.id = v.invoice_id
        join about t on t.invoice_id = v.invoice_id
        where v.biller_id = ${billerId}) as views,
      (select coalesce(json_agg(json_build_object('at', ps.opened_at, 'way', ps.way) order by ps.opened_at), '[]')
        from portal_session ps where ps.biller_id = ${billerId} and ps.account_id = ${accountId}) as "signIns",
      (select coalesce(json_agg(json_build_object('at', o.finished_at, 'amountMinor', o.amount_minor,
        'card', o.card_brand || ' ..' || o.card_last4) order by o.finished_at), '[]')
        from payment o
        where o.biller_id = ${billerId} and o.account_id = ${accountId} and o.state = 'approved'
          and o.id is distinct from ${paymentId}::uuid and not exists (
          select from dispute d where d.biller_id = o.biller_id and d.payment_id = o.id)) as "otherPayments"`.execute(
    em.getKysely(),
  );
  const [row] = rows;
  if (!row) throw new Error('a question without from has one row');
  return row;
}
