import type { ChargeSkip, PlannedChargeState } from '@kvitt/domain/autopay/autopay';
import { defineEntity, p } from '@mikro-orm/postgresql';

const PlannedChargeSchema = defineEntity({
  name: 'PlannedCharge',
  tableName: 'planned_charge',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    autopayId: p.uuid(),
    invoiceId: p.uuid(),
    /** The due date that it was planned for: a bill whose date is moved is planned anew. */
    dueOn: p.date(),
    /** Of an instalment: its plan. The bill is then the plan's first one. */
    planId: p.uuid().nullable(),
    state: p.text().$type<PlannedChargeState>(),
    reason: p.text().$type<ChargeSkip | 'DECLINED' | 'RETURNED'>().nullable(),
    /** How many payments were started for it; each has the number in its id. */
    tries: p.integer(),
    /** The customer's day on which it is charged, or tried again. */
    chargeOn: p.date(),
    /** When it is charged, or tried again. */
    chargeAt: p.datetime(),
    /** When the customer is to be told of it; null once that is done. */
    tellAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});

/** What autopay will charge: one bill, or one instalment of a plan, on one due date. */
export class PlannedCharge extends PlannedChargeSchema.class {}
PlannedChargeSchema.setClass(PlannedCharge);
