import { Sender } from '@kvitt/db/biller/sender.entity';
import { chargeDue } from '@kvitt/flows/autopay/charge-due';
import { planCharges } from '@kvitt/flows/autopay/plan-charges';
import { tellAhead } from '@kvitt/flows/autopay/tell-ahead';
import { runCampaigns } from '@kvitt/flows/campaign/run-campaigns';
import { expireConsents } from '@kvitt/flows/consent/expire-consents';
import { sealLedgers } from '@kvitt/flows/consent/seal-ledgers';
import { answerWaitingTexts } from '@kvitt/flows/conversation/answer-waiting-texts';
import { endUnclearStops } from '@kvitt/flows/conversation/end-unclear-stops';
import { expireCredits } from '@kvitt/flows/credit/expire-credits';
import { useAllCredits } from '@kvitt/flows/credit/use-all-credits';
import { warnOfExpiry } from '@kvitt/flows/credit/warn-of-expiry';
import { keepStandings } from '@kvitt/flows/customer/keep-standings';
import { movePhones } from '@kvitt/flows/customer/move-phones';
import { wakeSnoozed } from '@kvitt/flows/desk/wake-snoozed';
import { forgetImports } from '@kvitt/flows/import/forget-imports';
import { vestBonuses } from '@kvitt/flows/incentive/vest-bonuses';
import { beginMornings } from '@kvitt/flows/invoice/begin-mornings';
import { chargeAllLateFees } from '@kvitt/flows/invoice/charge-all-late-fees';
import { endHolds } from '@kvitt/flows/invoice/end-holds';
import { lapseDiscounts } from '@kvitt/flows/invoice/lapse-discounts';
import { offerDiscounts } from '@kvitt/flows/invoice/offer-discounts';
import type { Ctx } from '@kvitt/flows/kit/context';
import { lookUpTexts } from '@kvitt/flows/message/look-up-texts';
import { sendTexts } from '@kvitt/flows/message/send-texts';
import { forgetMethods } from '@kvitt/flows/method/forget-methods';
import { watchExpiries } from '@kvitt/flows/method/watch-expiries';
import { reconcileBillers } from '@kvitt/flows/payment/reconcile-billers';
import { settleUnknown } from '@kvitt/flows/payment/settle-unknown';
import { lookAtPlans } from '@kvitt/flows/plan/look-at-plans';
import { judgePromises } from '@kvitt/flows/promise/judge-promises';
import { remindOfPromises } from '@kvitt/flows/promise/remind-of-promises';
import { sendPushes } from '@kvitt/flows/push/send-pushes';
import { settleRefunds } from '@kvitt/flows/refund/settle-refunds';
import { noteSentReminders } from '@kvitt/flows/reminder/note-sent-reminders';
import { planDueReminders } from '@kvitt/flows/reminder/plan-due-reminders';
import { queueDueReminders } from '@kvitt/flows/reminder/queue-due-reminders';
import { watchHealth } from '@kvitt/flows/report/watch-health';
import { inviteToSurveys } from '@kvitt/flows/survey/invite-to-surveys';

/** Something that is done again and again; gives how much it found to do. */
export interface Round {
  name: string;
  /** Milliseconds between rounds that found nothing; after one that did, the next follows at once. */
  everyMs: number;
  run(ctx: Ctx): Promise<number>;
}

/**
 * What is due by a time that stands in a row rather than in a queue: each round asks the database what is due, so nothing
 * is lost by a crash and nothing piles up during one.
 */
export const ROUNDS: readonly Round[] = [
  // Woken by the outbox's notice; the interval is for texts that become due later and for a notice that was missed.
  { name: 'send texts', everyMs: 500, run: sendAllTexts },
  { name: 'send notes', everyMs: 1_000, run: sendPushes },
  { name: 'look up texts', everyMs: 5_000, run: lookUpTexts },
  { name: 'settle unknown payments', everyMs: 1_000, run: settleUnknown },
  { name: 'settle refunds', everyMs: 2_000, run: settleRefunds },
  { name: 'reconcile', everyMs: 60_000, run: reconcileBillers },
  { name: 'plan autopay', everyMs: 30_000, run: planCharges },
  { name: 'tell of autopay', everyMs: 10_000, run: tellAhead },
  { name: 'charge autopay', everyMs: 5_000, run: chargeDue },
  { name: 'watch expiries', everyMs: 60_000, run: watchExpiries },
  { name: 'forget methods', everyMs: 30_000, run: forgetMethods },
  { name: 'judge promises', everyMs: 30_000, run: judgePromises },
  { name: 'remind of promises', everyMs: 30_000, run: remindOfPromises },
  { name: 'look at plans', everyMs: 30_000, run: lookAtPlans },
  { name: 'use credits', everyMs: 30_000, run: useAllCredits },
  { name: 'warn of expiring credits', everyMs: 60_000, run: warnOfExpiry },
  { name: 'expire credits', everyMs: 60_000, run: expireCredits },
  { name: 'expire consents', everyMs: 60_000, run: expireConsents },
  { name: 'seal consent ledgers', everyMs: 5_000, run: sealLedgers },
  { name: 'end holds', everyMs: 60_000, run: endHolds },
  { name: 'charge late fees', everyMs: 60_000, run: chargeAllLateFees },
  { name: 'lapse discounts', everyMs: 60_000, run: lapseDiscounts },
  { name: 'forget imports', everyMs: 600_000, run: forgetImports },
  { name: 'move phones', everyMs: 60_000, run: movePhones },
  { name: 'offer discounts', everyMs: 60_000, run: offerDiscounts },
  { name: 'wake snoozed threads', everyMs: 5_000, run: wakeSnoozed },
  { name: 'answer waiting texts', everyMs: 5_000, run: answerWaitingTexts },
  { name: 'plan reminders', everyMs: 30_000, run: (ctx) => planDueReminders(ctx) },
  { name: 'end unclear stops', everyMs: 30_000, run: endUnclearStops },
  { name: 'queue reminders', everyMs: 5_000, run: queueDueReminders },
  { name: 'note sent reminders', everyMs: 5_000, run: noteSentReminders },
  { name: 'invite to surveys', everyMs: 60_000, run: inviteToSurveys },
  { name: 'run campaigns', everyMs: 1_000, run: runCampaigns },
  { name: 'vest bonuses', everyMs: 60_000, run: vestBonuses },
  { name: 'watch health', everyMs: 60_000, run: watchHealth },
  { name: 'keep customers', everyMs: 2_000, run: keepStandings },
  { name: 'begin mornings', everyMs: 30_000, run: beginMornings },
];

/** One round over all senders; each is held to its own rate by its own bucket. */
export async function sendAllTexts(ctx: Ctx): Promise<number> {
  const senders = await ctx.em.fork().find(Sender, { pausedAt: null });
  const taken = await Promise.all(senders.map((sender) => sendBatches(ctx, sender)));
  return taken.reduce((sum, count) => sum + count, 0);
}

/** As many texts of one sender, in two batches, as the carrier takes at once. */
const BATCHES_AT_ONCE = 2;

/** Sends a batch, and where it was full claims and checks the next while the carrier answers for this one. */
async function sendBatches(ctx: Ctx, sender: Sender, left = BATCHES_AT_ONCE): Promise<number> {
  let behind: Promise<number> = Promise.resolve(0);
  const taken = await sendTexts(ctx, sender, () => {
    if (left === 1) return;
    behind = sendBatches(ctx, sender, left - 1);
    // It is waited for below; a fault before that is nobody's oversight.
    behind.catch(() => undefined);
  });
  return taken + (await behind);
}
