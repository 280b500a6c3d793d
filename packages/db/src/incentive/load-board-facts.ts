import type { BonusAccount } from '@kvitt/domain/incentive/post-bonus';
import type { Currency } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What stands around a leaderboard. */
export interface BoardFacts {
  currency: Currency;
  timeZone: string;
  /** Whether agents see their own place alone. */
  isPrivate: boolean;
  /** What the agent who asks has, by account, in minor units, as the bonus ledger has it. */
  bonus: Partial<Record<BonusAccount, number>>;
}

/** The biller's side of the board, and what the agent has earned, with one question. */
export async function loadBoardFacts(
  em: EntityManager,
  billerId: string,
  agentId: string,
): Promise<BoardFacts> {
  const { rows } = await sql<BoardFacts>`
    select b.currency, b.time_zone as "timeZone", coalesce(s.is_private, false) as "isPrivate",
      coalesce((select jsonb_object_agg(account, minor) from (select p.account, -sum(p.minor) as minor from bonus_posting p
        where p.biller_id = b.id and p.agent_id = ${agentId} group by p.account) a), '{}') as bonus
    from biller b left join board_setting s on s.biller_id = b.id where b.id = ${billerId}`.execute(
    em.getKysely(),
  );
  const [facts] = rows;
  if (!facts) throw new Error(`no biller ${billerId}`);
  return facts;
}
