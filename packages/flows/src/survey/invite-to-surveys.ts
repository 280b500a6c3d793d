import { findStanding } from '@kvitt/db/consent/find-standing';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { findEnds } from '@kvitt/db/message/find-ends';
import { CardEvent } from '@kvitt/db/offer/card-event.entity';
import { type AccountToInvite, findAccountsToInvite } from '@kvitt/db/offer/find-accounts-to-invite';
import { loadJourney } from '@kvitt/db/offer/load-journey';
import { loadSituation } from '@kvitt/db/offer/load-situation';
import type { SurveyCard } from '@kvitt/domain/offer/journey';
import { pickInvitation } from '@kvitt/domain/offer/pick-card';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { findAddressee } from '../message/find-addressee.ts';
import { queueText } from '../message/queue-text.ts';

/** After the reminders of the day. */
const LATE_MORNING_MINUTE = 660;

/** An invitation that has waited longer than this would come out of the blue. */
const USEFUL_MS = 2 * 86_400_000;

/**
 * Invites by text to the biller's surveys, some days after a payment: whoever the survey fits that day, once, or again when
 * its rule lets it come again. The link leads to the bill that was paid, with the question in front.
 * @returns how many accounts were looked at
 */
export async function inviteToSurveys(ctx: Ctx): Promise<number> {
  const found = await findAccountsToInvite(ctx.em.fork(), ctx.clock.now(), LATE_MORNING_MINUTE);
  return oneByOne(ctx, found, (account) => inTransaction(ctx, (tx) => invite(tx, account)));
}

async function invite(tx: TxCtx, account: AccountToInvite): Promise<void> {
  const { billerId, accountId, id: paymentId, today } = account;
  const journey = await loadJourney(tx.em, billerId);
  const inviting = journey?.rules.cards.find(
    (card) => card.kind === 'survey' && card.inviteAfterDays !== undefined,
  );
  if (!journey || !inviting) return;
  const situation = await loadSituation(tx.em, { billerId, accountId }, today);
  const survey = pickInvitation(journey.rules, situation);
  const isInvited = survey ? await tell(tx, account, survey) : false;
  // Named by the payment: whoever looks at it a second time notes nothing new.
  await insertOnce(tx.em, CardEvent, {
    billerId,
    id: tx.ids.derived(paymentId, 'survey-invitation'),
    accountId,
    key: (survey ?? inviting).key,
    what: isInvited ? 'invited' : 'passed-over',
    onDay: today,
    at: tx.clock.now(),
  });
}

/** @returns whether a text goes out */
async function tell(tx: TxCtx, account: AccountToInvite, survey: SurveyCard): Promise<boolean> {
  const { billerId, accountId, id: paymentId, invoiceId } = account;
  const to = await findAddressee(tx, { billerId, accountId });
  if (!to) return false;
  const { thread, write, language, accountNumber } = to;
  const { brand, firstName } = to.vars;
  const vars = { brand, firstName, link: '{link}' };
  // Without its link there is nothing to answer.
  if ((await findEnds(tx.em, { billerId, ...thread })).isWithoutLinks) return false;
  const template = survey.promoterOffer === undefined ? 'survey-invitation' : 'survey-with-offer';
  if (template === 'survey-with-offer' && !(await mayAdvertise(tx, billerId, thread.phoneId))) return false;
  const body =
    template === 'survey-invitation'
      ? write(template, language, { ...vars, withStop: true }, accountNumber)
      : write(template, language, vars, accountNumber);
  const answer = await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template,
    body,
    cause: `survey-invitation/${paymentId}`,
    invoiceId,
    sendBefore: new Date(tx.clock.now().getTime() + USEFUL_MS),
  });
  return answer.kind === 'queued' || answer.kind === 'held';
}

/** Whether a phone has agreed to advertising in some way; whether that will do here is the contact policy's to say. */
async function mayAdvertise(tx: TxCtx, billerId: string, phoneId: string): Promise<boolean> {
  const { marketing } = await findStanding(tx.em, billerId, phoneId);
  return marketing !== undefined && marketing !== 'pending' && marketing !== 'revoked';
}
