import type { BillMenu } from '@kvitt/domain/conversation/dialog';
import type { Language } from '@kvitt/domain/locale/language';
import { DEFAULT_MONEY_RULES, type MoneyRules } from '@kvitt/domain/payment/money-rules';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Message } from './message.entity.ts';

/** Who wrote a text, to whom, and what they have asked of the thread before. */
export interface Speaker {
  biller: { name: string; supportPhone: string };
  rules: MoneyRules;
  /** The customer's, where the phone serves an account; else the biller's. */
  language: Language;
  timeZone: string;
  /** The accounts that the phone serves, oldest first. */
  accounts: { id: string; number: string; isOneReplyOn: boolean; nextStatementOn: string | undefined }[];
  menu: BillMenu | undefined;
  heldSince: Date | undefined;
}

/** Finds who wrote a text, with one question for all of it. */
export async function findSpeaker(
  em: EntityManager,
  { billerId, phoneId, conversationId }: Pick<Message, 'billerId' | 'phoneId' | 'conversationId'>,
): Promise<Speaker> {
  const { rows } = await sql<Row>`
    select b.name, b.support_phone as "supportPhone", b.language as "billerLanguage", b.time_zone as "billerZone",
      a.id as "accountId", a.number, a.next_statement_on as "nextStatementOn", a.one_reply_since is not null as "isOneReplyOn", c.language, c.time_zone as zone,
      r.rules, p.held_since as "heldSince", v.menu_invoice_ids as "menuIds", v.menu_until as "menuUntil"
    from biller b
    join phone p on p.biller_id = b.id and p.id = ${phoneId}
    join conversation v on v.biller_id = b.id and v.id = ${conversationId}
    left join money_rules r on r.biller_id = b.id
    left join account_phone s on s.biller_id = b.id and s.phone_id = p.id
    left join account a on a.biller_id = b.id and a.id = s.account_id
    left join customer c on c.biller_id = b.id and c.id = a.customer_id
    where b.id = ${billerId} order by a.created_at, a.id`.execute(em.getKysely());
  const [first] = rows;
  if (!first) throw new Error(`there is no biller ${billerId}`);
  return {
    biller: { name: first.name, supportPhone: first.supportPhone },
    rules: { ...DEFAULT_MONEY_RULES, ...first.rules },
    language: first.language ?? first.billerLanguage,
    timeZone: first.zone ?? first.billerZone,
    accounts: rows.flatMap(({ accountId, number, isOneReplyOn, nextStatementOn }) =>
      accountId === null
        ? []
        : { id: accountId, number, isOneReplyOn, nextStatementOn: nextStatementOn ?? undefined },
    ),
    menu:
      first.menuIds && first.menuUntil
        ? { invoiceIds: first.menuIds, expiresAt: new Date(first.menuUntil) }
        : undefined,
    heldSince: first.heldSince === null ? undefined : new Date(first.heldSince),
  };
}

interface Row {
  name: string;
  supportPhone: string;
  billerLanguage: Language;
  billerZone: string;
  accountId: string | null;
  number: string;
  isOneReplyOn: boolean;
  nextStatementOn: string | null;
  language: Language | null;
  zone: string | null;
  rules: Partial<MoneyRules> | null;
  heldSince: string | null;
  menuIds: string[] | null;
  menuUntil: string | null;
}
