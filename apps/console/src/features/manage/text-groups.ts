import type { TEMPLATE_NAMES } from '@kvitt/domain/message/templates/template-vars';

export type TextName = (typeof TEMPLATE_NAMES)[number];

/** The rooms in which the texts stand on the screen, and how their names begin; the first that fits is a text's own. */
const ROOMS = [
  ['autopay', /^autopay-/],
  ['late', /^(overdue|digest-overdue|interest-added|fee-added)/],
  ['promises', /^(promise|plan|instalment|later$)/],
  ['cards', /^(card-|method-|no-card)/],
  ['credits', /^(credit|over(paid|payment)|refund)/],
  ['paying', /^(pay-question|receipt|payment-|checking-|already-paid|amount-|no-offer|offer-declined|undo)/],
  ['consent', /^(stop-|start-|opt-in|marketing-|welcome|wrong-party)/],
  ['broadcasts', /^(office-closed|outage|survey|discount-offer|referral|news)/],
  ['bills', /^(bill-|several-|due-|digest$)/],
] as const;

/** In this order; what answers a customer's words is the rest. */
export const TEXT_ROOMS = [
  'bills',
  'late',
  'paying',
  'autopay',
  'promises',
  'cards',
  'credits',
  'consent',
  'answers',
  'broadcasts',
] as const;

/** In which room of the screen a text stands. */
export function findTextRoom(name: TextName): (typeof TEXT_ROOMS)[number] {
  return ROOMS.find(([, begins]) => begins.test(name))?.[0] ?? 'answers';
}
