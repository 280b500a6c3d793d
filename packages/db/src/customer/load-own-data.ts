import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

/** The rooms of a customer's own data, in the order in which they are shown. */
export const OWN_DATA_ROOMS = [
  'person',
  'phones',
  'bills',
  'lines',
  'payments',
  'refunds',
  'methods',
  'autopay',
  'plans',
  'promises',
  'credits',
  'disputes',
  'texts',
  'pictures',
  'consents',
  'surveys',
  'looks',
  'browsers',
  'notes',
  'invites',
  'passkeys',
] as const;

export type OwnDataRoom = (typeof OWN_DATA_ROOMS)[number];

export type OwnData = Record<OwnDataRoom, Record<string, unknown>[]>;

/**
 * Loads everything that is held about an account, room by room, as it is kept: for its customer, who may have it (GDPR 15
 * and 20), with the pictures themselves where they are asked for. What would open something, as hashes do, and what other people wrote for themselves, is not among it.
 */
export async function loadOwnData(
  em: EntityManager,
  { billerId, accountId, hasPictures }: { billerId: string; accountId: string; hasPictures: boolean },
): Promise<OwnData> {
  const of = sql`t.biller_id = ${billerId} and t.account_id = ${accountId}`;
  const mine = sql`t.biller_id = ${billerId} and t.phone_id in (select phone_id from account_phone
    where biller_id = ${billerId} and account_id = ${accountId})`;
  const bills = sql`t.biller_id = ${billerId} and t.invoice_id in (select id from invoice
    where biller_id = ${billerId} and account_id = ${accountId})`;
  // Of a phone that serves other accounts too, what names no bill may have been about theirs.
  const alone = sql`not exists (select from account_phone o where o.biller_id = t.biller_id and o.phone_id = t.phone_id
    and o.account_id <> ${accountId})`;
  const rooms: Record<OwnDataRoom, RawBuilder<unknown>> = {
    person: sql`select c.first_name, c.last_name, c.number, c.postal_code, c.region, c.time_zone, c.language, c.date_of_birth,
      c.created_at, t.number as account_number from account t
      join customer c on c.biller_id = t.biller_id and c.id = t.customer_id
      where t.biller_id = ${billerId} and t.id = ${accountId}`,
    phones: sql`select p.e164, t.role, t.since, p.line_type, p.unreachable_since, p.no_links_since from account_phone t
      join phone p on p.biller_id = t.biller_id and p.id = t.phone_id where ${of} order by t.since`,
    bills: sql`select t.number, t.description, t.issued_on::text, t.due_on::text, t.total_minor, t.currency from invoice t
      where ${of} order by t.issued_on, t.number`,
    lines: sql`select i.number as bill, t.at, t.description, t.net_minor, t.tax_minor from invoice_line t
      join invoice i on i.biller_id = t.biller_id and i.id = t.invoice_id where ${bills} order by i.number, t.at`,
    payments: sql`select t.started_at, t.finished_at, t.amount_minor, t.currency, t.state, t.channel, t.card_brand, t.card_last4
      from payment t where ${of} order by t.started_at`,
    refunds: sql`select t.asked_for_at, t.finished_at, t.amount_minor, t.currency, t.state from refund t
      join payment y on y.biller_id = t.biller_id and y.id = t.payment_id
      where t.biller_id = ${billerId} and y.account_id = ${accountId} order by t.asked_for_at`,
    methods: sql`select t.kind, t.brand, t.last4, t.exp_month, t.exp_year, t.nickname, t.created_at, t.removed_at
      from payment_method t where ${of} order by t.created_at`,
    autopay: sql`select t.state, t.wording, t.agreed_at, t.ended_at from autopay t where ${of} order by t.agreed_at`,
    plans: sql`select t.total_minor, t.currency, t.pace, t.state, t.made_at, t.ended_at from payment_plan t
      where ${of} order by t.made_at`,
    promises: sql`select t.amount_minor, t.currency, t.due_on::text, t.state, t.made_at from promise t
      where ${of} order by t.made_at`,
    credits: sql`select t.kind, t.amount_minor, t.currency, t.reason, t.granted_at, t.expires_on::text, t.ended_as
      from credit t where ${of} order by t.granted_at`,
    disputes: sql`select t.amount_minor, t.currency, t.state, t.reason, t.opened_at from dispute t
      join payment y on y.biller_id = t.biller_id and y.id = t.payment_id
      where t.biller_id = ${billerId} and y.account_id = ${accountId} order by t.opened_at`,
    texts: sql`select t.created_at, t.direction, t.body, t.state, t.template, t.sent_at from message t
      where ${mine} and (${bills} or ${alone}) order by t.created_at, t.id`,
    pictures: sql`select t.created_at, m.body as words, t.width, t.height${
      hasPictures ? sql`, encode(t.jpeg, 'base64') as jpeg` : sql``
    } from message_picture t join message m on m.biller_id = t.biller_id and m.id = t.message_id
      where ${of} order by t.created_at, t.message_id`,
    consents: sql`select t.at, t.purpose, t.act, t.channel, t.wording, t.wording_key, t.actor, t.evidence, t.hash
      from consent_event t where ${mine} order by t.seq`,
    surveys: sql`select t.at, t.key, t.score, t.comment from survey_answer t where ${of} order by t.at`,
    looks: sql`select t.at, i.number as bill from bill_view t
      join invoice i on i.biller_id = t.biller_id and i.id = t.invoice_id where ${bills} order by t.at`,
    browsers: sql`select t.opened_at, t.expires_at, t.ended_at, t.way from portal_session t where ${of} order by t.opened_at`,
    notes: sql`select t.created_at, t.ended_at, t.ended_why, split_part(t.endpoint, '/', 3) as service, t.language
      from push_subscription t where ${of} order by t.created_at`,
    invites: sql`select t.made_at, t.ended_at, t.for_whom, i.number as bill from payer_invite t
      join invoice i on i.biller_id = t.biller_id and i.id = t.invoice_id where ${of} order by t.made_at`,
    passkeys: sql`select t.added_at, t.used_at, t.removed_at from portal_passkey t where ${of} order by t.added_at`,
  };
  const kysely = em.getKysely();
  const loaded: [string, unknown[]][] = [];
  for (const room of OWN_DATA_ROOMS) {
    loaded.push([room, (await rooms[room].execute(kysely)).rows]);
  }
  return Object.fromEntries(loaded) as OwnData;
}
