import type { ConsentState } from '@kvitt/domain/consent/consent';
import { STOP_CONFIRMATIONS } from '@kvitt/domain/consent/text-purpose';
import type { DialogFacts, StoredCard } from '@kvitt/domain/conversation/dialog';
import { type Currency, money } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { openCodes } from '../conversation/find-open-codes.ts';
import { idArray } from '../kit/id-array.ts';
import type { Message } from './message.entity.ts';

/**
 * The same words within this time, under another id of the carrier's, are one text that came twice; unless something else
 * was said in between, as in PAY, NO, PAY.
 */
const ECHO_WITHIN = '15 seconds';

type Background = Pick<
  DialogFacts,
  | 'paymentInFlight'
  | 'lastPaid'
  | 'isEcho'
  | 'consent'
  | 'isOptInPending'
  | 'isMarketingPending'
  | 'stopConfirmedAt'
> & {
  /** The card that PAY would charge, by account; accounts that keep none are not in it. */
  cards: ReadonlyMap<string, StoredCard>;
  /** The codes of every question that is open in the thread. */
  openCodes: readonly string[];
};

/**
 * Finds what stands behind a text besides bills and questions, with one question for all of it: the cards that PAY could
 * charge, money under way or paid, what was said before.
 */
export async function findBackground(
  em: EntityManager,
  { billerId, id, conversationId, phoneId, body, createdAt }: Message,
  accountIds: readonly string[],
): Promise<Background> {
  const at = createdAt.toISOString();
  const accounts = idArray(accountIds);
  const { rows } = await sql<Row>`
    select
      (select json_object_agg(account_id, json_build_object('id', id, 'card', json_build_object(
          'brand', brand, 'last4', last4, 'expMonth', exp_month, 'expYear', exp_year, 'kind', kind, 'funding', funding)))
        from payment_method where biller_id = ${billerId} and account_id = any(${accounts})
          and is_default and removed_at is null and closed_at is null) as cards,
      (select json_build_object('paymentId', y.id, 'minor', y.amount_minor, 'currency', y.currency)
        from payment_part t
        join invoice i on i.biller_id = t.biller_id and i.id = t.invoice_id
        join payment y on y.biller_id = t.biller_id and y.id = t.payment_id
        where t.biller_id = ${billerId} and t.is_live and i.account_id = any(${accounts}) limit 1) as live,
      (select json_build_object('paymentId', y.id, 'invoiceId', y.invoice_id, 'paidAt', y.finished_at,
          'minor', y.amount_minor, 'currency', y.currency, 'isComingBack', y.ask_at is not null or exists (
            select from refund f where f.biller_id = y.biller_id and f.payment_id = y.id and f.state <> 'refused'))
        from payment y where y.biller_id = ${billerId} and y.account_id = any(${accounts}) and y.state = 'approved'
        order by y.finished_at desc limit 1) as paid,
      (select before.body = ${body} and before.outcome is not null from message before
        where before.biller_id = ${billerId} and before.conversation_id = ${conversationId}
          and before.direction = 'in' and before.id <> ${id}
          and before.created_at between ${at}::timestamptz - ${sql.lit(ECHO_WITHIN)}::interval and ${at}::timestamptz
        order by before.created_at desc, before.id desc limit 1) as "isEcho",
      (select state from consent where biller_id = ${billerId} and phone_id = ${phoneId} and purpose = 'service')
        as consent,
      exists (select from consent where biller_id = ${billerId} and phone_id = ${phoneId} and state = 'pending')
        as "isOptInPending",
      exists (select from consent where biller_id = ${billerId} and phone_id = ${phoneId} and state = 'pending'
        and purpose = 'marketing') as "isMarketingPending",
      (select m.created_at from message m where m.biller_id = ${billerId} and m.conversation_id = ${conversationId}
        and m.template in (${sql.join(STOP_CONFIRMATIONS)}) and m.state <> 'skipped'
        and not exists (select from consent_event e where e.biller_id = m.biller_id and e.phone_id = m.phone_id
          and e.act = 'restored' and e.at > m.created_at)
        order by m.created_at desc limit 1) as "stopConfirmedAt",
      ${openCodes({ billerId, conversationId })} as "openCodes"`.execute(em.getKysely());
  const [found] = rows;
  if (!found) throw new Error('a question of one row always has one answer');
  const { cards, live, paid, isEcho, consent, stopConfirmedAt, ...asFound } = found;
  return {
    cards: new Map(Object.entries(cards ?? {})),
    paymentInFlight: live
      ? { paymentId: live.paymentId, amount: money(live.minor, live.currency) }
      : undefined,
    lastPaid: paid?.paidAt
      ? {
          paymentId: paid.paymentId,
          invoiceId: paid.invoiceId,
          paidAt: new Date(paid.paidAt),
          amount: money(paid.minor, paid.currency),
          isComingBack: paid.isComingBack,
        }
      : undefined,
    isEcho: isEcho === true,
    consent: consent ?? undefined,
    ...asFound,
    stopConfirmedAt: stopConfirmedAt === null ? undefined : new Date(stopConfirmedAt),
  };
}

/** Instants come as text, by themselves and within JSON. */
interface Row {
  cards: Record<string, StoredCard> | null;
  live: { paymentId: string; minor: number; currency: Currency } | null;
  paid: {
    paymentId: string;
    invoiceId: string;
    paidAt: string;
    minor: number;
    currency: Currency;
    isComingBack: boolean;
  } | null;
  /** Null where no other text came within that time. */
  isEcho: boolean | null;
  consent: ConsentState | null;
  isOptInPending: boolean;
  isMarketingPending: boolean;
  stopConfirmedAt: string | null;
  openCodes: string[];
}
