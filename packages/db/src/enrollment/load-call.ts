import type { Language } from '@kvitt/domain/locale/language';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What a call's screen knows of the caller and of their handset. Of a card that it was saved, and nothing else. */
export interface CallRow {
  id: string;
  accountId: string;
  accountNumber: string;
  customerId: string;
  name: string;
  postalCode: string | null;
  language: Language;
  phone: string;
  phoneId: string;
  agentId: string;
  agent: string;
  brand: string;
  scriptKey: string;
  scriptVersion: number;
  step: string;
  state: string;
  reason: string | null;
  isPaperless: boolean;
  wantsAutopay: boolean;
  /** Who shares the call, and what it earns. */
  helperId: string | null;
  helper: string | null;
  /** Since when the call is on its step. */
  stepSince: string;
  /** Whether the account was enrolled before, which earns less or nothing. */
  isAgain: boolean;
  startedAt: string;
  askedAt: string | null;
  confirmedAt: string | null;
  stoppedAt: string | null;
  cardWantedAt: string | null;
  /** When the link for the card left, and when the caller first opened it. */
  cardSentAt: string | null;
  cardOpenedAt: string | null;
  cardSavedAt: string | null;
  endedAt: string | null;
  /** When the caller is to be called again, where that was agreed. */
  callBackAt: string | null;
  /** How the text that asks the handset stands. */
  textState: string | null;
  textReason: string | null;
  /** When that text goes out, for as long as it has not: later than now where the rules let none go at this hour. */
  textWaitsUntil: string | null;
  /** How the phone stands to bills by text, before and during the call. */
  consent: string | null;
}

/** A call with its caller's facts, by its id; undefined where the biller has none. */
export async function loadCall(
  em: EntityManager,
  billerId: string,
  id: string,
): Promise<CallRow | undefined> {
  const { rows } = await sql<CallRow>`
    select e.id, e.account_id as "accountId", a.number as "accountNumber", c.id as "customerId",
      c.first_name || ' ' || c.last_name as name, c.postal_code as "postalCode", c.language, p.e164 as phone,
      e.agent_id as "agentId", g.name as agent, b.name as brand, e.script_key as "scriptKey",
      e.script_version as "scriptVersion", e.step, e.state, e.reason, e.is_paperless as "isPaperless",
      e.wants_autopay as "wantsAutopay", e.helper_id as "helperId", h.name as helper, e.step_since as "stepSince",
      exists (select from enrollment x where x.biller_id = e.biller_id and x.account_id = e.account_id and x.id <> e.id
        and x.confirmed_at is not null) as "isAgain", k.sent_at as "cardSentAt",
      (select min(v.at) from portal_link l join bill_view v on v.biller_id = l.biller_id and v.link_id = l.id
        where l.biller_id = e.biller_id and l.message_id = k.id) as "cardOpenedAt",
      e.started_at as "startedAt", e.asked_at as "askedAt", e.confirmed_at as "confirmedAt",
      e.stopped_at as "stoppedAt", e.card_wanted_at as "cardWantedAt", e.card_saved_at as "cardSavedAt",
      e.ended_at as "endedAt", e.call_back_at as "callBackAt", e.phone_id as "phoneId", m.state as "textState", m.reason as "textReason",
      case when m.state = 'queued' then m.send_at end as "textWaitsUntil", s.state as consent
    from enrollment e
    join biller b on b.id = e.biller_id
    join account a on a.biller_id = e.biller_id and a.id = e.account_id
    join customer c on c.biller_id = e.biller_id and c.id = a.customer_id
    join phone p on p.biller_id = e.biller_id and p.id = e.phone_id
    join agent g on g.biller_id = e.biller_id and g.id = e.agent_id
    left join agent h on h.biller_id = e.biller_id and h.id = e.helper_id
    left join message k on k.biller_id = e.biller_id and k.cause = 'enrollment-card/' || e.id
    left join message m on m.biller_id = e.biller_id and m.id = e.message_id
    left join consent s on s.biller_id = e.biller_id and s.phone_id = e.phone_id and s.purpose = 'service'
    where e.biller_id = ${billerId} and e.id = ${id}`.execute(em.getKysely());
  return rows[0];
}
