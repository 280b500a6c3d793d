import type { ConsentState } from '@kvitt/domain/consent/consent';
import { STOP_CONFIRMATIONS } from '@kvitt/domain/consent/text-purpose';
import type { DialogFacts } from '@kvitt/domain/conversation/dialog';
import { type Currency, money } from '@kvitt/domain/money/money';
import type { CardFace } from '@kvitt/domain/payment/outcome';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Message } from './message.entity.ts';

/** The same words within this time, under another id of the carrier's, are one text that came twice. */
const ECHO_WITHIN = '15 seconds';

type Background = Pick<
  DialogFacts,
  'method' | 'paymentInFlight' | 'lastPaid' | 'isEcho' | 'consent' | 'isOptInPending' | 'stopConfirmedAt'
>;

/**
 * Finds what stands behind a text besides bills and questions, with one question for all of it: the card that PAY would
 * charge, money under way or paid, what was said before.
 * @param payingAccount the account whose card it would be; undefined where the phone serves none
 */
export async function findBackground(
  em: EntityManager,
  { billerId, id, conversationId, phoneId, body, createdAt }: Message,
  accountIds: readonly string[],
  payingAccount: string | undefined,
): Promise<Background> {
  const at = createdAt.toISOString();
  const accounts = sql`${[...accountIds]}::uuid[]`;
  const { rows } = await sql<Row>`
    select pm.id as "methodId",
      json_build_object('brand', pm.brand, 'last4', pm.last4, 'expMonth', pm.exp_month, 'expYear', pm.exp_year) as card,
      (select json_build_object('paymentId', y.id, 'minor', y.amount_minor, 'currency', y.currency)
        from payment_part t
        join invoice i on i.biller_id = t.biller_id and i.id = t.invoice_id
        join payment y on y.biller_id = t.biller_id and y.id = t.payment_id
        where t.biller_id = ${billerId} and t.is_live and i.account_id = any(${accounts}) limit 1) as live,
      (select json_build_object('paymentId', id, 'invoiceId', invoice_id, 'paidAt', finished_at)
        from payment where biller_id = ${billerId} and account_id = any(${accounts}) and state = 'approved'
        order by finished_at desc limit 1) as paid,
      exists (select from message where biller_id = ${billerId} and conversation_id = ${conversationId}
        and direction = 'in' and body = ${body} and id <> ${id} and outcome is not null
        and created_at between ${at}::timestamptz - ${ECHO_WITHIN}::interval and ${at}::timestamptz) as "isEcho",
      (select state from consent where biller_id = ${billerId} and phone_id = ${phoneId} and purpose = 'service')
        as consent,
      exists (select from consent where biller_id = ${billerId} and phone_id = ${phoneId} and state = 'pending')
        as "isOptInPending",
      (select m.created_at from message m where m.biller_id = ${billerId} and m.conversation_id = ${conversationId}
        and m.template = any(${[...STOP_CONFIRMATIONS]}) and m.state <> 'skipped'
        and not exists (select from consent_event e where e.biller_id = m.biller_id and e.phone_id = m.phone_id
          and e.act = 'restored' and e.at > m.created_at)
        order by m.created_at desc limit 1) as "stopConfirmedAt"
    from (values (1)) as one (row)
    left join payment_method pm on pm.biller_id = ${billerId} and pm.account_id = ${payingAccount ?? null}::uuid
      and pm.is_default and pm.removed_at is null`.execute(em.getKysely());
  const [found] = rows;
  if (!found) throw new Error('a question of one row always has one answer');
  const { methodId, card, live, paid, isEcho, consent, isOptInPending, stopConfirmedAt } = found;
  return {
    method: methodId === null ? undefined : { id: methodId, card },
    paymentInFlight: live
      ? { paymentId: live.paymentId, amount: money(live.minor, live.currency) }
      : undefined,
    lastPaid: paid?.paidAt ? { ...paid, paidAt: new Date(paid.paidAt) } : undefined,
    isEcho,
    consent: consent ?? undefined,
    isOptInPending,
    stopConfirmedAt: stopConfirmedAt === null ? undefined : new Date(stopConfirmedAt),
  };
}

/** Instants come as text, by themselves and within JSON. */
interface Row {
  methodId: string | null;
  card: CardFace;
  live: { paymentId: string; minor: number; currency: Currency } | null;
  paid: { paymentId: string; invoiceId: string; paidAt: string } | null;
  isEcho: boolean;
  consent: ConsentState | null;
  isOptInPending: boolean;
  stopConfirmedAt: string | null;
}
