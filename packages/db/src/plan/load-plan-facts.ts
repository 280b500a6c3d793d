import type { DialogFacts } from '@kvitt/domain/conversation/dialog';
import type { Intent } from '@kvitt/domain/conversation/intent';
import { type Currency, money } from '@kvitt/domain/money/money';
import { standPlan } from '@kvitt/domain/plan/stand-plan';
import { localDate } from '@kvitt/domain/time/local-date';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { OpenBillRow } from '../invoice/find-open-bills.ts';
import type { Message } from '../message/message.entity.ts';
import { findPlannableBills } from './find-plannable-bills.ts';
import { findRunningPlans } from './find-running-plans.ts';

/** What an answer depends on where a plan runs, was offered, or is asked for; nothing is asked of the database else. */
export async function loadPlanFacts(
  em: EntityManager,
  text: Message,
  { intent, bills, now }: { intent: Intent['kind']; bills: readonly OpenBillRow[]; now: Date },
): Promise<Pick<DialogFacts, 'plans' | 'planOffer' | 'planDue'>> {
  const { billerId } = text;
  const planned = [...new Set(bills.filter(({ hasPlan }) => hasPlan).map(({ accountId }) => accountId))];
  const running = await findRunningPlans(em, billerId, planned);
  const plans = running.flatMap((plan) => {
    const { accountId, currency, instalments } = plan;
    const standing = standPlan(instalments, plan.balanceMinor, localDate(now, plan.timeZone));
    const { next, paidParts: paid } = standing;
    if (!next) return [];
    return {
      accountId,
      invoiceIds: plan.bills.map(({ invoiceId }) => invoiceId),
      next: { number: next.number, dueOn: next.dueOn, amount: money(next.amountMinor, currency) },
      count: instalments.length,
      paid,
      left: money(standing.leftMinor, currency),
    };
  });
  const planOffer = intent === 'yes' || intent === 'no' ? await findOffer(em, text) : undefined;
  const [first] = bills;
  const wanted = planOffer?.accountId ?? (intent === 'plan' ? first?.accountId : undefined);
  const planDue = wanted === undefined ? undefined : await findDue(em, billerId, wanted);
  return { plans, planOffer, planDue };
}

async function findDue(em: EntityManager, billerId: string, accountId: string) {
  const open = await findPlannableBills(em, { billerId, accountId });
  const [first] = open;
  if (!first || open.some(({ currency }) => currency !== first.currency)) return undefined;
  return money(
    open.reduce((sum, { dueMinor }) => sum + dueMinor, 0),
    first.currency,
  );
}

/** A STOP ends what was offered before it, as it does with any question. */
async function findOffer(
  em: EntityManager,
  { billerId, conversationId, phoneId, createdAt }: Message,
): Promise<DialogFacts['planOffer']> {
  const { rows } = await sql<Row>`
    select id, account_id as "accountId", total_minor as "totalMinor", currency, parts, first_on::text as "firstOn",
      code, expires_at as "expiresAt"
    from plan_offer o
    where biller_id = ${billerId} and conversation_id = ${conversationId} and state = 'open'
      and not exists (select from consent_event s
        where s.biller_id = o.biller_id and s.phone_id = ${phoneId} and s.act = 'revoked'
          and s.at >= o.created_at and s.at < ${createdAt.toISOString()}::timestamptz)
    order by created_at desc limit 1`.execute(em.getKysely());
  const [row] = rows;
  if (!row) return undefined;
  const { totalMinor, currency, expiresAt, ...offer } = row;
  return { ...offer, total: money(Number(totalMinor), currency), expiresAt: new Date(expiresAt) };
}

/** Sums and instants come as text from a raw query. */
interface Row {
  id: string;
  accountId: string;
  totalMinor: string;
  currency: Currency;
  parts: number;
  firstOn: string;
  code: string;
  expiresAt: string;
}
