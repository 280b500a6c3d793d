import { given, linked, when } from './icu-parts.ts';
import type { Templates } from './template-vars.ts';

const STOP = 'Reply STOP to opt out.';
const STOP_IF = when('withStop', STOP);
const SEE = linked('See it');
const BILL = given('invoiceNumber', ' for bill {invoiceNumber}');
const PAY = given('card', 'Reply PAY to pay with {card}.');
const TERMS = given(
  'lateFee',
  given(
    'feeOn',
    'A late fee of {lateFee} applies from {feeOn}.',
    'After that a late fee of {lateFee} applies.',
  ),
  'No late fee applies.',
);
const CONSEQUENCES =
  given(
    'lateFee',
    given('feeOn', 'A late fee of {lateFee} is added on {feeOn}. ', 'A late fee of {lateFee} applies. '),
  ) + given('interruptionOn', 'Service may be interrupted from {interruptionOn}.');
const RATES = 'Msg frequency varies. Msg & data rates may apply.';

/** Short sentences, the amount before the date, what happens next, and the link last so that nothing sticks to it. */
export const ENGLISH: Templates = {
  'account-message': `You have a message about ${given('accountTail', 'account ..{accountTail}', 'your account')}. ${STOP} ${SEE}`,
  welcome:
    '{firstName}, you will get your bills by text. {when, select, in_days {The next one comes in {days, plural, one {# day} other {# days}}.} tomorrow {The next one comes tomorrow.} today {The next one comes today.} other {We will text you when the next one is ready.}} Reply HELP for help, STOP to opt out.',
  'bill-ready': `{firstName}, your bill${given('invoiceNumber', ' {invoiceNumber}')} of {amount} is due {dueDate}. ${PAY} ${STOP_IF} ${SEE}`,
  'bill-ready-one-reply': `{firstName}, your bill of {amount} is due {dueDate}. Reply PAY to pay {amount} with {card} now. ${STOP_IF} ${SEE}`,
  'bill-ready-autopay': `{firstName}, your bill${given('invoiceNumber', ' {invoiceNumber}')} of {amount} is due {dueDate}. Autopay takes it from {card} on {date}. To pay now instead, reply PAY. ${STOP_IF} ${SEE}`,
  'bill-ready-plan': `{firstName}, your bill {invoiceNumber} is paid in parts. Part {number} of {count}, {amount}, is due {dueDate}. ${PAY} ${STOP_IF} ${SEE}`,
  'bill-ready-more': `{firstName}, your new bill of {amount} is due {dueDate}. You have {count} bills to pay{total, select, none {} other {, {total} in all}}. Reply BILLS to choose. ${STOP_IF} ${SEE}`,
  'several-bills': `You have {count} bills to pay{total, select, none {} other {, {total} in all}}. ${linked('Pay the one due first here')}`,
  'bill-changed': `{firstName}, your bill {invoiceNumber} has changed. It is now {amount}, due {dueDate}. ${SEE}`,
  'due-date-moved': `Your bill of {amount} is now due {dueDate}. ${SEE}`,
  'due-in-days': `{firstName}, {amount}${BILL} is due in {days, plural, one {# day} other {# days}}, {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'due-tomorrow': `{firstName}, {amount}${BILL} is due tomorrow, {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'due-today': `{firstName}, {amount}${BILL} is due today, {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  digest: `{firstName}, you have {count, plural, one {# open bill} other {# open bills}}, {total} in all, the next due {nextDue}. Reply BILLS to choose. ${STOP_IF} ${SEE}`,
  'digest-overdue': `{firstName}, you have {count, plural, one {# open bill} other {# open bills}}, {total} in all. The first was due {oldestDue} and is past due. Reply BILLS to choose. ${STOP} ${SEE}`,
  'autopay-ahead': `{firstName}, autopay takes {amount}${BILL} from {card} on {date}. To pay now instead, reply PAY. ${STOP_IF} ${SEE}`,
  'autopay-failed': `{firstName}, autopay of {amount} with {card} did not go through. ${given('retryOn', 'We will try again on {retryOn}.', 'We will not try again by ourselves.')} ${linked('Use another card')}`,
  'card-expiring': `{firstName}, {card} expires {expires}. ${when('hasAutopay', 'Autopay needs a card that is valid after that.')} ${linked('Update it')}`,
  'method-closed': `{firstName}, the bank has closed {card}. We do not charge it any more. ${when('hasAutopay', 'Autopay needs another way to pay.')} ${linked('Add one')}`,
  'overdue-soft': `{firstName}, {amount}${BILL} was due {dueDate}. ${given('graceUntil', 'There is no fee if you pay by {graceUntil}.', 'No late fee applies.')} ${PAY} ${STOP} ${SEE}`,
  overdue: `{firstName}, {amount}${BILL} was due {dueDate} and is past due. ${CONSEQUENCES} ${PAY} ${STOP} ${SEE}`,
  'overdue-again': `{firstName}, {amount}${BILL} is still open, {daysLate, plural, one {# day} other {# days}} after {dueDate}. ${CONSEQUENCES} To pay in parts, reply PLAN. ${PAY} ${STOP} ${SEE}`,
  'overdue-last': `{firstName}, this is our last reminder: {amount}${BILL} was due {dueDate}. ${CONSEQUENCES} To find another way, reply AGENT. ${PAY} ${STOP} ${SEE}`,
  'fee-added': `{firstName}, a late fee of {fee} was added to bill {invoiceNumber}, due {dueDate}. You have {amount} to pay. ${PAY} ${STOP} ${SEE}`,
  'interest-added': `{firstName}, we added interest of {interest}${given('fee', ' and a late fee of {fee}')} to bill {invoiceNumber}, due {dueDate}. You have {amount} to pay. ${PAY} ${STOP} ${SEE}`,
  'promise-due': `{firstName}, today is the day you chose to pay {amount}. ${PAY} ${STOP_IF} ${SEE}`,
  'promise-broken': `{firstName}, we have not received the {amount} you planned to pay by {date}. For another day, reply PROMISE and the day. ${PAY} ${STOP} ${SEE}`,
  'instalment-due': `{firstName}, part {number} of {count} of your plan, {amount}${BILL}, is due {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'instalment-missed': `{firstName}, part {number} of {count} of your plan, {amount}, was due {dueDate}. ${given('endsOn', 'Your plan ends if it is not paid by {endsOn}.')} ${PAY} ${STOP} ${SEE}`,
  'plan-broken': `{firstName}, the part of your plan that was due {dueDate} was not paid. The plan has ended and {amount} is due now. ${PAY} ${STOP} ${SEE}`,

  'pay-question':
    'Pay {amount} for bill {invoiceNumber} with {card}? Reply YES {code} within 10 minutes. Nothing is charged before that.',
  'pay-question-again':
    '{why, select, expired {That code has expired.} changed {Your bill or card has changed.} other {We need the right code to pay.}} Pay {amount} for bill {invoiceNumber} with {card}? Reply YES {code} within 10 minutes.',
  'pay-question-part':
    '{why, select, asked {} expired {That code has expired.} changed {Your bill or card has changed.} other {We need the right code to pay.}} Pay {amount} of the {due} due on bill {invoiceNumber} with {card}? Reply YES {code} within 10 minutes.',
  'pay-question-instalment':
    '{why, select, asked {} expired {That code has expired.} changed {Your plan or card has changed.} other {We need the right code to pay.}} Pay part {number} of {count} of your plan, {amount}, with {card}? Reply YES {code} within 10 minutes. Nothing is charged before that.',
  'pay-question-several':
    '{why, select, asked {} expired {That code has expired.} changed {Your bill or card has changed.} other {We need the right code to pay.}} Pay {amount} for bills {invoiceNumber} with {card}? Reply YES {code} within 10 minutes.',
  receipt: `Paid {amount} on {date} with {card}, ref {reference}. Left to pay: {balance}. ${linked('Receipt')}`,
  'receipt-split': `Paid {amount} on {date} with {card}, ref {reference}. Bills: {split}. Left to pay: {balance}. ${linked('Receipt')}`,
  'receipt-early': `Paid {amount} on {date} with {card}, ref {reference}. Autopay on {autopayDate} will not charge this bill again. Left to pay: {balance}. ${linked('Receipt')}`,
  'payment-declined': `{amount} was not charged. {why, select, insufficient_funds {Not enough money on {card}. Reply PAY to try again or pay here} try_later {The bank of {card} could not do it now. Reply PAY to try again or pay here} card_refused {The bank said no to {card}. Use another card} card_expired {{card} has expired. Update it or use another card} card_data {The details of {card} did not match. Update it or use another card} needs_authentication {The bank of {card} wants you to confirm it. Confirm and pay here} duplicate {It looks like one we took moments ago. See your bill} fraud {We could not take {card}. Use another card} not_found {{card} is no longer saved with us. Add a card} never_arrived {It did not reach the bank. Reply PAY to try again or pay here} other {The fault is ours, not your card. We are on it. See your bill}}${given('link', ': {link}', '.')}`,
  'checking-payment':
    'We are checking whether your payment of {amount} went through. You will not be charged twice.',
  'payment-did-not-arrive':
    'Your payment of {amount} did not go through. Nothing was charged. Reply PAY to try again.',
  'payment-returned': `Your bank returned the payment of {amount} for bill {invoiceNumber}, so the bill is open again. ${given('fee', 'A fee of {fee} was added.')} ${given('retryOn', 'We try again on {retryOn}.')} ${linked('Pay another way')}`,
  'refund-made': 'We refunded {amount} to {card}. Your bank may take a few days to show it.',
  'credit-added': `A credit of {amount} was added to your account. ${SEE}`,
  overpaid:
    'You paid {amount} more than was due. Reply KEEP to have it taken off your next bill, or AGENT to get it back.',
  'overpayment-kept':
    'We keep your {amount} and take it off your next bill. To get it back instead, reply AGENT.',
  'overpayment-returned':
    'We have sent your {amount} back to where it came from. Your bank may take a few days to show it.',
  'credit-expiring': `Your credit of {amount} can be used until {date}. It is taken off your next bill by itself. ${STOP_IF}`,
  'already-paid': 'Bill {invoiceNumber} was paid on {date}. You were not charged again.',
  'nothing-due': 'You have nothing to pay now. We will text you when a bill is ready.',
  'no-card': `No card is saved for your bill of {amount}. ${linked('Pay it here')}`,
  'amount-by-link': `Nothing was charged. We take one whole bill at a time. To agree on a part of it, reply AGENT. ${linked('Your bill')}`,
  'amount-not-possible':
    'Nothing was charged. We can take from {least} to {most} for this bill. Reply PAY and the amount.',
  'no-offer':
    'We have no open question for you, so nothing was charged. Reply PAY to pay your bill or HELP for help.',
  'offer-declined': `Nothing was charged. Your bill is still open${given('link', ': {link}', '.')}`,
  'undo-done': `Your payment of {amount} with {card} was taken back. Your bill is open again. ${SEE}`,
  'undo-too-late':
    'It is too late to take back your payment of {amount}. To ask for a refund, reply AGENT or call {supportPhone}.',
  'undo-checking': 'We are taking back your payment of {amount}. We will text you when it is done.',
  'undo-nothing': 'There is no payment that can be taken back. To ask about an older one, reply AGENT.',
  'promise-made': `We have noted that you will pay {amount} by {date}. Nothing is charged by itself. ${linked('Pay here')}`,
  'promise-how':
    'Which day will you pay? Reply PROMISE and the day, such as PROMISE FRI, or PROMISE FRI 50 for a part.',
  'promise-amount-not-possible':
    'We can note a promise of {least} up to {most}. Reply PROMISE, the day and the amount.',
  'promise-not-possible':
    'We cannot note that day. The latest is {latest}. Reply PROMISE and a day, such as PROMISE {example}.',
  'promise-kept': 'You paid {amount} as you had planned. Thank you. Left to pay: {balance}.',
  later:
    'Nothing was charged. You have {amount} to pay {count, plural, =1 {by {nextDue}} other {on {count} bills, the next due {nextDue}}}. To choose a day, reply PROMISE and the day, such as PROMISE FRI.',
  'plan-how':
    'To pay a part now, reply PAY and the amount, such as PAY 50. To agree on a plan with a person, reply AGENT.',
  'plan-offered': `You can pay {amount} in {count} parts of {part}, the first on {firstDate}. To agree, reply YES {code} within a day. Nothing is agreed before that. ${linked('Other plans')}`,
  'plan-made': `Your plan is set: {count} parts of {part}, the first on {firstDate}. ${given('card', 'Each is charged to {card} on its day.')} ${SEE}`,
  'plan-running': `Of your plan, {paid} of {count} parts are paid and {balance} is left. Next: {amount}, due {dueDate}. ${PAY} ${SEE}`,
  'plan-paid': 'Your plan is paid in full. Thank you.',
  'plan-ended': `Your plan has ended. {amount} is due now. ${SEE}`,
  'plan-not-possible':
    'This bill cannot be paid in parts by text. Reply AGENT and a person will look at it with you.',
  balance: `You have {amount} to pay {count, plural, =1 {on 1 bill, due {nextDue}. Reply PAY to pay.} other {on {count} bills, the next due {nextDue}.}} ${SEE}`,
  'bills-menu':
    '{menu} Reply the number of the bill to pay{total, select, none {} other {, or ALL for {total}}}.',

  help: `Call {supportPhone} for help. Reply PAY to pay, BAL for what is due, STOP to opt out. ${RATES}`,
  who: 'This is really us{accountTail, select, none {} other {, about account ..{accountTail}}}.{reference, select, none {} other { Our last text to you has the reference {reference}.}} To check, call {supportPhone}, as printed on your bill. Our links begin with {site}',
  'stop-confirmed':
    'You are opted out. We will send you no more texts. Questions? Call {supportPhone}. Reply START to get texts again.',
  'stop-confirmed-choose':
    'You are opted out of all texts. To keep texts about bills only, reply BILLS. Without a reply we send no more. Questions? Call {supportPhone}.',
  'start-confirmed': `You will get texts about your bills. ${RATES} Reply HELP for help, STOP to opt out.`,
  'opt-in-request': `${given('code', '{code} is your code for our page. Type it there, or reply', 'Reply')} YES to get your bills by text and pay by text. ${RATES} HELP for help, STOP to opt out.`,
  'opt-in-confirmed': `You are signed up for texts about your bills. {when, select, in_days {The next one comes in {days, plural, one {# day} other {# days}}.} tomorrow {The next one comes tomorrow.} today {The next one comes today.} other {We will text you when the next one is ready.}} ${RATES} Reply HELP for help, STOP to opt out.`,
  'marketing-opt-in-request': `Reply YES to get news and offers by automated texts. You need not agree to buy anything. ${RATES} HELP for help, STOP to opt out.`,
  'marketing-confirmed': `You are signed up for news and offers by text. ${RATES} Reply HELP for help, STOP to opt out.`,
  'agent-coming': 'We have asked a person to help you. They will answer you here.',
  'question-received': 'We got your text. A person will read it and answer you here.',
  'stop-unclear': 'We got your text, and a person will read it. To get no more texts, reply STOP.',
  'what-to-say':
    'We got your text. A person will read it and answer you here. You can also reply PAY to pay, BILLS for your bills, LATER for more time or HELP.',
  'dispute-noted':
    'We got your question about bill {invoiceNumber}. We send no reminders of it while we look into it.',
  'card-number-removed': `We removed a card number from your text. Do not text card numbers. ${linked('Pay safely here')}`,
  'fresh-link': 'Here is a new link to your bill: {link}',
  'wrong-party-noted': 'Thank you for telling us. We will not text this number again.',
  'login-code': 'Your code is {code}. It works for 10 minutes. We never ask for it on the phone.',
  'language-changed': 'We will write to you in English from now on.',
  'language-choices':
    'For another language, reply LANG EN (English), LANG ES (Spanish), LANG DE (German), LANG SV (Swedish) or LANG NB (Norwegian).',
  'links-off': 'We will send you texts without links. You can still pay by reply: PAY, or BILLS to choose.',
  'links-on': 'We will send links with your bills again.',
  'paper-on': 'You will get your bills on paper again, from the next one on.',
  'payer-asked': 'You were asked to see to bill {invoiceNumber}. Look at it and pay here: {link}',
  'phone-moving':
    'From {date} your texts go to another phone. If that was not you, call {supportPhone} before then.',
  'paperless-by-link': 'To get no more bills on paper, read what that means and agree here: {link}',
  'autopay-question':
    '{terms} Card: {card}. {total, select, none {} other {What is open now, {total}, is charged too. }}To agree, reply YES {code} within 10 minutes.',
  'autopay-on': `Autopay is on with {card}. We will text you before each charge. ${SEE}`,
  'autopay-off': `Autopay is off. Nothing is charged unless you pay. ${SEE}`,
  'autopay-by-link': 'To switch autopay on, read the terms and agree here: {link}',
  'autopay-page': 'See or change autopay here: {link}',
  'card-link': 'Add a card or change it here: {link}',
  'office-closed': `Our office is closed {closedOn} and opens again {opensOn}. You can pay by text at any time. ${STOP_IF}`,
  outage: `Service is down in {area}, and we are working on it. ${given('expected', 'We expect it back {expected}.')} ${STOP_IF}`,
  'survey-invitation': `{firstName}, how are we doing? One question, one minute. ${STOP_IF} Answer here: {link}`,
  'survey-with-offer': `{firstName}, how are we doing? One question, one minute, and an offer at the end. ${STOP} Answer here: {link}`,
  'discount-offer': `{firstName}, bill {invoiceNumber} is {amount} instead of {fullAmount} if you pay by {payBy}. ${PAY} ${STOP} ${SEE}`,
  referral: `{firstName}, tell a friend about us. {offer} ${STOP} Pass this on: {link}`,
  news: `{news} ${STOP} ${linked('Read more')}`,
};
