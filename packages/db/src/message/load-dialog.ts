import type { DialogFacts, OpenOffer, StoredCard } from '@kvitt/domain/conversation/dialog';
import type { Intent } from '@kvitt/domain/conversation/intent';
import { chooseLaterDay } from '@kvitt/domain/invoice/decide-due-move';
import { money } from '@kvitt/domain/money/money';
import type { AgreedPart } from '@kvitt/domain/payment/payment-part';
import { localDate } from '@kvitt/domain/time/local-date';
import type { EntityDictionary, EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { findAutopayFacts } from '../autopay/find-autopay-facts.ts';
import { findOverpaid } from '../credit/find-overpaid.ts';
import { findOpenBills } from '../invoice/find-open-bills.ts';
import { loadDueMoveFacts } from '../invoice/load-due-move-facts.ts';
import { findPayerPlaces } from '../payment/find-payer-places.ts';
import { PayOffer } from '../payment/pay-offer.entity.ts';
import { loadPlanFacts } from '../plan/load-plan-facts.ts';
import { findBackground } from './find-background.ts';
import { findLastText } from './find-last-text.ts';
import { findSpeaker, type Speaker } from './find-speaker.ts';
import { findStopFacts } from './find-stop-facts.ts';
import type { Message } from './message.entity.ts';
import { wasTold } from './was-told.ts';

/** Everything that an answer depends on, and who is spoken to. */
export interface Dialog extends Pick<Speaker, 'biller' | 'language' | 'accounts'> {
  facts: Omit<DialogFacts, 'freshCode'>;
  /** The latest text of ours that went out to the phone, for who asks whether it is ours; only loaded for them. */
  lastTextId: string | undefined;
  /** The codes of every question that is open in the thread, whatever it is about. */
  openCodes: readonly string[];
}

const YEAR_MS = 365 * 86_400_000;

/**
 * Loads what the answer to an inbound text depends on; the caller holds its conversation's lock. Every text waits for
 * this, so it asks few questions of many parts, and what few answers depend on is asked for those only.
 * @param now for the customer's own calendar date
 */
export async function loadDialog(
  em: EntityManager,
  text: Message,
  intent: Intent['kind'],
  now: Date,
): Promise<Dialog> {
  const { billerId } = text;
  const { biller, language, accounts, timeZone, ...speaker } = await findSpeaker(em, text);
  const accountIds = accounts.map((account) => account.id);
  const { bills, count, total } = await findOpenBills(em, billerId, accountIds);
  const offers = await findOffers(em, text);
  const { cards, openCodes, ...background } = await findBackground(em, text, accountIds);
  const autopay = asksAutopay(intent) ? await findAutopayFacts(em, text, accountIds) : undefined;
  const overpaid = intent === 'keep' ? await findOverpaid(em, billerId, accountIds) : undefined;
  const candidate = findCandidate(accountIds, cards);
  const today = localDate(now, timeZone);
  const facts: Dialog['facts'] = {
    ...speaker,
    ...offers,
    ...background,
    ...(await loadPlanFacts(em, text, { intent, bills, now })),
    language,
    today,
    bills: bills.map((bill) => ({
      ...bill,
      // The card that PAY would charge belongs to the account of the bill, not to whoever else shares the phone.
      method: cards.get(bill.accountId),
      isOneReplyOn: accounts.some((one) => one.id === bill.accountId && one.isOneReplyOn),
    })),
    billCount: count,
    totalDue: total,
    // Only where a fee can be added at all, which is nowhere by default.
    ...(speaker.rules.cardFee && { payerPlaces: await findPlaces(em, billerId, accountIds) }),
    ...(intent === 'later' && count === 1 && (await findLaterDay(em, text, { bills, speaker, today, now }))),
    ...(overpaid && { overpaid }),
    hasCarrierAnswered: text.carrierIntent !== null,
    ...(await findStopFacts(em, text, intent)),
    ...(autopay && { autopay: { ...autopay, ...(candidate && { candidate }) } }),
    isToldToday: isWords(intent) && (await wasTold(em, text, { today, timeZone })),
  };
  const lastTextId = intent === 'who' ? await findLastText(em, text) : undefined;
  return { biller, language, accounts, facts, lastTextId, openCodes };
}

/**
 * A STOP ends whatever was offered before it, for every text that came after it: a YES of weeks later, or of after a
 * START, answers nothing. A YES that came before the STOP still counts, however late it is worked on. A bill's own text
 * offers something to texts that came after it was sent: PAY from before, or where it never went out, has not seen it.
 */
async function findOffers(
  em: EntityManager,
  { billerId, conversationId, phoneId, createdAt }: Message,
): Promise<{ offer: OpenOffer | undefined; openOffers: number }> {
  const { rows } = await sql<{ offer: EntityDictionary<PayOffer>; parts: AgreedPart[] | null }>`
    select to_json(o) as offer, (select json_agg(json_build_object('invoiceId', t.invoice_id,
        'amountMinor', t.amount_minor, 'isPartial', t.is_partial) order by t.place)
      from pay_offer_part t where t.biller_id = o.biller_id and t.offer_id = o.id) as parts
    from pay_offer o
    where o.biller_id = ${billerId} and o.conversation_id = ${conversationId} and o.state = 'open'
      and not exists (select from consent_event s
        where s.biller_id = o.biller_id and s.phone_id = ${phoneId} and s.act = 'revoked'
          and s.at >= o.created_at and s.at < ${createdAt.toISOString()}::timestamptz)
      and (o.kind <> 'bill' or exists (select from message m
        where m.biller_id = o.biller_id and m.conversation_id = o.conversation_id and m.invoice_id = o.invoice_id
          and m.template = 'bill-ready-one-reply' and m.stated_minor = o.amount_minor
          and m.state in ('sent', 'delivered') and m.sent_at <= ${createdAt.toISOString()}::timestamptz))
    order by o.created_at desc`.execute(em.getKysely());
  const open = rows.map(({ offer, parts }) => ({ row: em.map(PayOffer, offer), parts }));
  // A question that was asked is what a customer answers; a bill's own offer stands behind it.
  const latest = open.find(({ row }) => row.kind === 'question') ?? open[0];
  const offer = latest && {
    id: latest.row.id,
    kind: latest.row.kind,
    invoiceId: latest.row.invoiceId,
    methodId: latest.row.methodId,
    amount: money(latest.row.amountMinor, latest.row.currency),
    feeMinor: latest.row.feeMinor,
    ...(latest.parts && { parts: latest.parts }),
    code: latest.row.code,
    expiresAt: latest.row.expiresAt,
  };
  // One whose time is over is still answered in words, but stands in nobody's way.
  const valid = open.filter(({ row }) => row.expiresAt > createdAt);
  return { offer, openOffers: valid.length };
}

/** Where the biller lets customers choose the day, which is nowhere by default. */
async function findLaterDay(
  em: EntityManager,
  { billerId }: Message,
  of: { bills: readonly { invoiceId: string }[]; speaker: Pick<Speaker, 'rules'>; today: string; now: Date },
): Promise<{ laterOn?: string }> {
  const { dueMove } = of.speaker.rules;
  const [bill] = of.bills;
  if (!dueMove || !bill) return {};
  const since = new Date(of.now.getTime() - YEAR_MS);
  const facts = await loadDueMoveFacts(em, { billerId, invoiceId: bill.invoiceId }, since);
  const laterOn = chooseLaterDay(facts, dueMove, of.today);
  return laterOn === undefined ? {} : { laterOn };
}

async function findPlaces(em: EntityManager, billerId: string, accountIds: readonly string[]) {
  const payers = await findPayerPlaces(em, billerId, accountIds);
  return new Map([...payers].map(([accountId, { places }]) => [accountId, places]));
}

/** Texts whose answer may be about autopay. */
function asksAutopay(intent: Intent['kind']): boolean {
  return intent === 'autopay' || intent === 'yes' || intent === 'no';
}

/** A text can name one account's mandate only where the phone serves no other. */
function findCandidate(
  accountIds: readonly string[],
  cards: ReadonlyMap<string, StoredCard>,
): { accountId: string; method: StoredCard } | undefined {
  const [accountId, ...others] = accountIds;
  const method = accountId === undefined ? undefined : cards.get(accountId);
  return accountId !== undefined && method && others.length === 0 ? { accountId, method } : undefined;
}

/** Texts that are answered with what can be said; a figure may be, where nothing was listed. */
function isWords(intent: Intent['kind']): boolean {
  return intent === 'free-text' || intent === 'choice';
}
