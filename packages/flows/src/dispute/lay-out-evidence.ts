import type { RecordDocument, RecordPart } from '@kvitt/domain/document/record-document';
import { type Currency, money } from '@kvitt/domain/money/money';
import { toDecimal } from '@kvitt/domain/money/to-decimal';
import type { EvidencePack } from './gather-evidence.ts';
import { sayMoment } from './say-moment.ts';

/** Lays the evidence for a dispute out as a paper: what the bank is told first, and then everything it rests on. */
export function layOutEvidence(pack: EvidencePack): RecordDocument {
  const { dispute, payment } = pack;
  return {
    biller: pack.letterhead,
    title: 'Evidence for a disputed payment',
    paper: dispute.currency === 'USD' ? 'LETTER' : 'A4',
    panel: {
      label: 'Disputed amount',
      value: `${dispute.amount} ${dispute.currency}`,
      note: dispute.replyBy ? `Answer by ${dispute.replyBy}` : `Reason given: ${dispute.reason}`,
    },
    facts: [
      { label: 'Dispute', value: dispute.vendorId },
      { label: 'Reason given', value: dispute.reason },
      { label: 'Payment', value: payment.reference },
      { label: 'Paid on', value: sayMoment(payment.paidAt) },
      { label: 'Paid by', value: payment.channel },
      { label: 'Card', value: payment.card ?? 'not shown' },
    ],
    parts: [
      { heading: 'In short', note: pack.statements.join('\n') },
      ...layOutRecord(pack, dispute.currency),
    ],
  };
}

/** The parts that every paper about an account's bills has: bills, consent, the thread, links, sign-ins, payments. */
export function layOutRecord(
  rows: Pick<EvidencePack, 'bills' | 'consents' | 'texts' | 'links' | 'views' | 'signIns' | 'otherPayments'>,
  currency: Currency,
): RecordPart[] {
  const amount = (minor: number) => `${toDecimal(money(minor, currency))} ${currency}`;
  const parts: RecordPart[] = [
    {
      heading: 'Bills',
      columns: BILL_COLUMNS,
      rows: rows.bills.map((bill) => [bill.number, bill.description, bill.dueOn, amount(bill.amountMinor)]),
    },
    layOutConsents(rows),
    layOutThread(rows),
    layOutLooks(rows),
    {
      heading: 'Other payments of the account',
      columns: PAYMENT_COLUMNS,
      rows: rows.otherPayments.map(({ at, card, amountMinor }) => [
        at ? sayMoment(at) : '',
        card ?? '',
        amount(amountMinor),
      ]),
    },
  ];
  return parts.map((part) =>
    part.rows && part.rows.length > 0 ? part : { heading: part.heading, note: 'Nothing is on record.' },
  );
}

const BILL_COLUMNS: NonNullable<RecordPart['columns']> = [
  { head: 'Number', share: 0.2 },
  { head: 'For', share: 0.45 },
  { head: 'Due', share: 0.15 },
  { head: 'Amount', share: 0.2, align: 'right' },
];

const PAYMENT_COLUMNS: NonNullable<RecordPart['columns']> = [
  { head: 'When', share: 0.3 },
  { head: 'Card', share: 0.4 },
  { head: 'Amount', share: 0.3, align: 'right' },
];

function layOutConsents({ consents }: Pick<EvidencePack, 'consents'>): RecordPart {
  return {
    heading: 'What the customer agreed to',
    columns: [
      { head: 'When', share: 0.26 },
      { head: 'What', share: 0.22 },
      { head: 'In these words', share: 0.52 },
    ],
    rows: consents.map(({ at, act, purpose, channel, wording }) => [
      sayMoment(at),
      `${act}: ${purpose}, by ${channel}`,
      wording,
    ]),
  };
}

function layOutThread({ texts }: Pick<EvidencePack, 'texts'>): RecordPart {
  return {
    heading: 'What was said',
    columns: [
      { head: 'When', share: 0.26 },
      { head: 'From', share: 0.13 },
      { head: 'Text', share: 0.61 },
    ],
    rows: texts.map(({ at, direction, body, deliveredAt }) => [
      sayMoment(at),
      direction === 'in' ? 'Customer' : 'Biller',
      deliveredAt ? `${body}\nDelivered ${sayMoment(deliveredAt)}` : body,
    ]),
  };
}

function layOutLooks(rows: Pick<EvidencePack, 'links' | 'views' | 'signIns'>): RecordPart {
  const opened = [
    ...rows.links.map(({ at, bill }) => ({ at, what: `Link to bill ${bill} sent to the customer's phone` })),
    ...rows.views.map(({ at, bill }) => ({ at, what: `Bill ${bill} looked at by that link` })),
    ...rows.signIns.map(({ at, way }) => ({
      at,
      what: `The browser proved whose the account is, by ${way}`,
    })),
  ].toSorted((one, other) => one.at.localeCompare(other.at));
  return {
    heading: 'Links, looks and sign-ins',
    columns: [
      { head: 'When', share: 0.26 },
      { head: 'What', share: 0.74 },
    ],
    rows: opened.map(({ at, what }) => [sayMoment(at), what]),
  };
}
