import type { DeclineKind } from '../../payment/outcome.ts';
import type { Templates } from './template-vars.ts';

/** Short sentences, the amount before the date, what happens next, and the link last so that nothing sticks to it. */
export const ENGLISH: Templates = {
  'bill-ready': ({ firstName, amount, dueDate, invoiceNumber, card, link, withStop }) => {
    const bill = invoiceNumber === undefined ? 'your bill' : `your bill ${invoiceNumber}`;
    const pay = card === undefined ? '' : `Reply PAY to pay with ${card}. `;
    return `${firstName}, ${bill} of ${amount} is due ${dueDate}. ${pay}${withStop ? STOP : ''}See it: ${link}`;
  },
  'bill-ready-one-reply': ({ firstName, amount, dueDate, card, link, withStop }) =>
    `${firstName}, your bill of ${amount} is due ${dueDate}. Reply PAY to pay ${amount} with ${card} now. ` +
    `${withStop ? STOP : ''}See it: ${link}`,
  'pay-question': ({ amount, invoiceNumber, card, code }) =>
    `Pay ${amount} for bill ${invoiceNumber} with ${card}? Reply YES ${code} within 10 minutes. Nothing is charged before that.`,
  'pay-question-again': ({ why, amount, invoiceNumber, card, code }) =>
    `${ASKED_AGAIN[why]} Pay ${amount} for bill ${invoiceNumber} with ${card}? Reply YES ${code} within 10 minutes.`,
  receipt: ({ amount, date, card, reference, balance, link }) =>
    `Paid ${amount} on ${date} with ${card}, ref ${reference}. Left to pay: ${balance}. Receipt: ${link}`,
  'receipt-split': ({ amount, date, card, reference, split, balance, link }) =>
    `Paid ${amount} on ${date} with ${card}, ref ${reference}. Bills: ${split}. Left to pay: ${balance}. Receipt: ${link}`,
  'payment-declined': ({ why, amount, card, link }) =>
    `${amount} was not charged. ${DECLINED[why](card)} ${MEND[why]}: ${link}`,
  'checking-payment': ({ amount }) =>
    `We are checking whether your payment of ${amount} went through. You will not be charged twice.`,
  'payment-did-not-arrive': ({ amount }) =>
    `Your payment of ${amount} did not go through. Nothing was charged. Reply PAY to try again.`,
  'already-paid': ({ invoiceNumber, date }) =>
    `Bill ${invoiceNumber} was paid on ${date}. You were not charged again.`,
  'nothing-due': () => 'You have nothing to pay now. We will text you when a bill is ready.',
  'no-card': ({ amount, link }) => `No card is saved for your bill of ${amount}. Pay it here: ${link}`,
  'several-bills': ({ count, total, link }) =>
    `You have ${count} bills to pay, ${total} in all. Pay the one due first here: ${link}`,
  'amount-by-link': ({ link }) =>
    `Nothing was charged. We take one whole bill at a time. To agree on a part of it, reply AGENT. Your bill: ${link}`,
  'no-offer': () =>
    'We have no open question for you, so nothing was charged. Reply PAY to pay your bill or HELP for help.',
  'offer-declined': ({ link }) => `Nothing was charged. Your bill is still open: ${link}`,
  balance: ({ amount, count, nextDue, link }) => {
    const due = count === 1 ? `on 1 bill, due ${nextDue}` : `on ${count} bills, the next due ${nextDue}`;
    return `You have ${amount} to pay ${due}. ${count === 1 ? 'Reply PAY to pay. ' : ''}${link === undefined ? '' : `See it: ${link}`}`;
  },
  help: ({ supportPhone }) =>
    `Call ${supportPhone} for help. Reply PAY to pay, BAL for what is due, STOP to opt out. Msg frequency varies. Msg & data rates may apply.`,
  'stop-confirmed': ({ supportPhone }) =>
    `You are opted out. We will send you no more texts. Questions? Call ${supportPhone}. Reply START to get texts again.`,
  'start-confirmed': () =>
    'You will get texts about your bills. Msg frequency varies. Msg & data rates may apply. Reply HELP for help, STOP to opt out.',
  'agent-coming': () => 'We have asked a person to help you. They will answer you here.',
  'question-received': () => 'We got your text. A person will read it and answer you here.',
  'card-number-removed': ({ link }) =>
    `We removed a card number from your text. Do not text card numbers. Pay safely here: ${link}`,
  'fresh-link': ({ link }) => `Here is a new link to your bill: ${link}`,
  'wrong-party-noted': () => 'Thank you for telling us. We will not text this number again.',
  'refund-made': ({ amount, card }) =>
    `We refunded ${amount} to ${card}. Your bank may take a few days to show it.`,
};

const STOP = 'Reply STOP to opt out. ';

const ASKED_AGAIN = {
  expired: 'That code has expired.',
  changed: 'Your bill or card has changed.',
  code: 'We need the right code to pay.',
};

/** The reason as far as it helps; what a bank or a fraud rule does not say, we do not guess at. */
const DECLINED: Record<DeclineKind, (card: string) => string> = {
  'insufficient-funds': (card) => `Not enough money on ${card}.`,
  'try-later': (card) => `The bank of ${card} could not do it now.`,
  'card-refused': (card) => `The bank said no to ${card}.`,
  'card-expired': (card) => `${card} has expired.`,
  'card-data': (card) => `The details of ${card} did not match.`,
  duplicate: () => 'It looks like one we took moments ago.',
  fraud: (card) => `We could not take ${card}.`,
  'not-found': (card) => `${card} is no longer saved with us.`,
  'never-arrived': () => 'It did not reach the bank.',
  configuration: () => 'The fault is ours, not your card.',
};

const MEND: Record<DeclineKind, string> = {
  'insufficient-funds': 'Reply PAY to try again or pay here',
  'try-later': 'Reply PAY to try again or pay here',
  'card-refused': 'Use another card',
  'card-expired': 'Update it or use another card',
  'card-data': 'Update it or use another card',
  duplicate: 'See your bill',
  fraud: 'Use another card',
  'not-found': 'Add a card',
  'never-arrived': 'Reply PAY to try again or pay here',
  configuration: 'We are on it. See your bill',
};
