import { answerAutopay, answerAutopayNo, answerAutopayYes } from './answers/answer-autopay.ts';
import { answerLanguage, answerLinks, answerPaper, answerWithLink } from './answers/answer-language.ts';
import { answerLater, answerPromise, answerUndo } from './answers/answer-later.ts';
import { answerAmount, answerChoice, answerNo, answerPay, answerYes } from './answers/answer-pay.ts';
import { answerPlan } from './answers/answer-plan.ts';
import {
  answerContinue,
  answerKeepBills,
  answerStart,
  answerStop,
  answerUnclearStop,
  answerWrongParty,
} from './answers/answer-stop.ts';
import { askWhich } from './answers/ask-which.ts';
import { answered, type DialogStep, say, step } from './answers/step.ts';
import type { AutopayFacts, AutopayOffer, DialogFacts } from './dialog.ts';
import type { Intent } from './intent.ts';

/**
 * Decides what a customer's text leads to. Pure: the same words, facts and instant give the same step.
 * Money moves on two answers only (a YES to autopay's own question moves none at once): YES with the code of the open question, and PAY to a bill that stated amount and
 * card where the customer has switched one-reply pay on; in both the amount must still be what was stated.
 */
export function stepDialog(intent: Intent, facts: DialogFacts, now: Date): DialogStep {
  switch (intent.kind) {
    case 'opt-out':
    case 'cease':
      return answerStop(intent.kind, facts, now);
    case 'wrong-party':
      return answerWrongParty(facts, now);
    case 'review-hold':
      return answerUnclearStop(facts);
    case 'start':
      return answerStart(facts);
    case 'help':
      return facts.hasCarrierAnswered ? step('answered') : answered({ kind: 'help' });
    case 'card-number':
      return step('card-number-removed', say({ kind: 'card-number-removed', bill: facts.bills[0] }));
    case 'continue':
      return answerContinue(facts);
    case 'agent':
      return step('passed-to-person', { do: 'call-person', why: 'asked' }, say({ kind: 'person-coming' }));
    case 'free-text':
      return answerFreeText(facts);
    default:
      // Everything from here on is a command, and says the same thing once when it comes twice.
      return facts.isEcho ? step('echo') : answerCommand(intent, facts, now);
  }
}

type Command = Exclude<
  Intent,
  {
    kind:
      | 'opt-out'
      | 'cease'
      | 'wrong-party'
      | 'review-hold'
      | 'start'
      | 'help'
      | 'card-number'
      | 'continue'
      | 'agent'
      | 'free-text';
  }
>;

function answerCommand(intent: Command, facts: DialogFacts, now: Date): DialogStep {
  switch (intent.kind) {
    case 'pay':
    case 'pay-now':
      return answerPay(facts, now, intent.kind === 'pay' && intent.isWish === true);
    case 'pay-amount':
      return answerAmount(intent, facts, now);
    case 'pay-several':
      return answerChoice(intent.which, facts, now);
    case 'choice':
      // A figure, or "all", answers a list; where none was texted, it is words like any other.
      return facts.menu ? answerChoice(intent.which, facts, now) : answerFreeText(facts);
    case 'yes':
      return isAboutAutopay(facts)
        ? answerAutopayYes(facts.autopay.offer, intent.code, facts, now)
        : answerYes(intent.code, facts, now);
    case 'no':
      return isAboutAutopay(facts) ? answerAutopayNo(facts) : answerNo(facts);
    case 'undo':
      return answerUndo(facts, now);
    case 'promise':
      return answerPromise(intent, facts);
    case 'later':
      return answerLater(facts);
    case 'plan':
      return answerPlan(facts);
    case 'balance':
    case 'due':
      return answerBalance(facts);
    case 'bills':
      if (facts.isAskedWhich && facts.consent === 'revoked') return answerKeepBills();
      return facts.billCount > 1 ? askWhich(facts) : answerBalance(facts);
    case 'who':
      return answered({ kind: 'who' });
    case 'link':
      return answerWithLink('link', facts);
    case 'card':
      return answerWithLink('card-link', facts);
    case 'autopay':
      return answerAutopay(intent.to, facts);
    case 'paper':
      return answerPaper();
    case 'keep':
      return answerKeep(facts);
    case 'links':
      return answerLinks(intent.isWanted);
    case 'language':
      return answerLanguage(intent);
  }
}

/** The latest question was whether to switch autopay on; one about paying closes it, and it closes one about paying. */
function isAboutAutopay(
  facts: DialogFacts,
): facts is DialogFacts & { autopay: AutopayFacts & { offer: AutopayOffer } } {
  return facts.autopay?.offer !== undefined && facts.offer?.kind !== 'question';
}

/** KEEP: the customer's consent to what they overpaid being a credit; without any such money it is words like any other. */
function answerKeep(facts: DialogFacts): DialogStep {
  const { overpaid } = facts;
  if (!overpaid) return answerFreeText(facts);
  return step(
    'changed-setting',
    { do: 'keep-overpayment', creditId: overpaid.creditId },
    say({ kind: 'overpayment-kept', amount: overpaid.amount }),
  );
}

function answerBalance(facts: DialogFacts): DialogStep {
  const [first] = facts.bills;
  const { billCount: count, totalDue: total } = facts;
  if (!first) return answered({ kind: 'nothing-due' });
  // Where all of it is paid by a plan, its next part says more than a sum that nobody is to pay now.
  const planned = (facts.plans ?? []).flatMap(({ invoiceIds }) => invoiceIds);
  if (facts.bills.every(({ invoiceId }) => planned.includes(invoiceId))) return answerPlan(facts);
  return answered(
    total ? { kind: 'balance', count, total, first } : { kind: 'several-bills', count, total, first },
  );
}

/** A person reads whatever is no command. Once a day the customer is told so, with what can be said besides. */
function answerFreeText(facts: DialogFacts): DialogStep {
  const told = facts.isToldToday ? [] : [say({ kind: 'menu' })];
  return step('passed-to-person', { do: 'call-person', why: 'question' }, ...told);
}
