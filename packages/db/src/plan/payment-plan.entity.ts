import type { Language } from '@kvitt/domain/locale/language';
import type { Currency } from '@kvitt/domain/money/money';
import type { PlanChannel, PlanPace, PlanState } from '@kvitt/domain/plan/plan';
import { defineEntity, p } from '@mikro-orm/postgresql';

const PaymentPlanSchema = defineEntity({
  name: 'PaymentPlan',
  tableName: 'payment_plan',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    /** What its bills owed when it was made. */
    totalMinor: p.bigint('number'),
    currency: p.text().$type<Currency>(),
    pace: p.text().$type<PlanPace>(),
    /** The biller's rule as it was agreed on. */
    graceDays: p.integer(),
    state: p.text().$type<PlanState>(),
    channel: p.text().$type<PlanChannel>(),
    madeBy: p.text(),
    messageId: p.uuid().nullable(),
    /** What was agreed to on a page, in the very words; null where it was agreed on by text or with an agent. */
    wordingKey: p.text().nullable(),
    wording: p.text().nullable(),
    language: p.text().$type<Language>().nullable(),
    /** Where it is told what becomes of it; null where it is told to nobody. */
    conversationId: p.uuid().nullable(),
    madeAt: p.datetime(),
    /** When it is looked at next: once a day, and at once after a payment. */
    lookAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    endedBy: p.text().nullable(),
  },
});

/** An agreement to pay some bills in instalments. What is paid of them stands in the ledger, not here. */
export class PaymentPlan extends PaymentPlanSchema.class {}
PaymentPlanSchema.setClass(PaymentPlan);
