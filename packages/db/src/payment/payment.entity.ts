import type { Currency } from '@kvitt/domain/money/money';
import type { CardFeeTerms } from '@kvitt/domain/payment/card-fee';
import type { Initiator } from '@kvitt/domain/payment/decide-initiator';
import type { DeclineKind } from '@kvitt/domain/payment/outcome';
import type { PaymentChannel, PaymentState } from '@kvitt/domain/payment/payment';
import { defineEntity, p } from '@mikro-orm/postgresql';

const PaymentSchema = defineEntity({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    invoiceId: p.uuid(),
    /** The stored card; null where a new one was entered on the page. */
    methodId: p.uuid().nullable(),
    /** All that is charged: the parts, and the fee. */
    amountMinor: p.bigint('number'),
    /** What of it was added for paying by card; 0 for most. */
    feeMinor: p.bigint('number').default(0),
    /** The biller's terms that the fee was worked out by, as they were then; null where there is none. */
    feeTerms: p.json<CardFeeTerms>().nullable(),
    currency: p.text().$type<Currency>(),
    channel: p.text().$type<PaymentChannel>(),
    state: p.text().$type<PaymentState>(),
    declineKind: p.text().$type<DeclineKind>().nullable(),
    processorCode: p.text().nullable(),
    /** The processor's own id of the sale. */
    vendorId: p.text().nullable(),
    cardBrand: p.text().nullable(),
    cardLast4: p.text().nullable(),
    isCardKept: p.boolean(),
    /** The card that is kept becomes the default one: its holder has proved who they are. */
    takesOver: p.boolean(),
    /** What the networks were told about who moved the money; null until it was asked for. */
    initiator: p.text().$type<Initiator>().nullable(),
    /** The planned charge that it is a try of; null where a person asked for it. */
    plannedChargeId: p.uuid().nullable(),
    /** Of a payment that is an instalment: its plan. */
    planId: p.uuid().nullable(),
    /** The inbound text that asked for it. */
    messageId: p.uuid().nullable(),
    /** Where the texts about it go; null where it was paid on the page by someone without a thread. */
    conversationId: p.uuid().nullable(),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
    /** When the bank was found to have sent it back instead of settling it; `voided` then. */
    returnedAt: p.datetime().nullable(),
    /** In the words of the bank's network: R01 … */
    returnCode: p.text().nullable(),
    /** The day, `YYYY-MM-DD`, by which a bank that settles late has settled it; null where that is at once. */
    clearsBy: p.date().nullable(),
    /** When the processor was seen to have settled it; not looked for where it settles at once. */
    settledAt: p.datetime().nullable(),
    /** How often the processor was asked after the answer was lost. */
    asked: p.integer(),
    /** When to ask the processor what became of it, should nobody know by then; null once it is known. */
    askAt: p.datetime().nullable(),
  },
});

/** One try to move money for one bill. The row is committed before the processor is asked. */
export class Payment extends PaymentSchema.class {}
PaymentSchema.setClass(Payment);
