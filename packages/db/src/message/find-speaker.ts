import type { Language } from '@kvitt/domain/locale/language';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Message } from './message.entity.ts';

/** Who wrote a text, and to whom. */
export interface Speaker {
  biller: { name: string; supportPhone: string };
  /** The customer's, where the phone serves an account; else the biller's. */
  language: Language;
  /** The accounts that the phone serves, oldest first. */
  accounts: { id: string; isOneReplyOn: boolean }[];
}

/** Finds who wrote a text, with one question for all of it. */
export async function findSpeaker(
  em: EntityManager,
  { billerId, phoneId }: Pick<Message, 'billerId' | 'phoneId'>,
): Promise<Speaker> {
  const { rows } = await sql<Row>`
    select b.name, b.support_phone as "supportPhone", b.language as "billerLanguage", a.id as "accountId",
      a.one_reply_since is not null as "isOneReplyOn", c.language
    from biller b
    left join account_phone s on s.biller_id = b.id and s.phone_id = ${phoneId}
    left join account a on a.biller_id = b.id and a.id = s.account_id
    left join customer c on c.biller_id = b.id and c.id = a.customer_id
    where b.id = ${billerId} order by a.created_at, a.id`.execute(em.getKysely());
  const [first] = rows;
  if (!first) throw new Error(`there is no biller ${billerId}`);
  return {
    biller: { name: first.name, supportPhone: first.supportPhone },
    language: first.language ?? first.billerLanguage,
    accounts: rows.flatMap(({ accountId, isOneReplyOn }) =>
      accountId === null ? [] : { id: accountId, isOneReplyOn },
    ),
  };
}

interface Row {
  name: string;
  supportPhone: string;
  billerLanguage: Language;
  accountId: string | null;
  isOneReplyOn: boolean;
  language: Language | null;
}
