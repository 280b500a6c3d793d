import { defineEntity, p } from '@mikro-orm/postgresql';

const PlanBillSchema = defineEntity({
  name: 'PlanBill',
  tableName: 'plan_bill',
  properties: {
    billerId: p.uuid().primary(),
    planId: p.uuid().primary(),
    invoiceId: p.uuid().primary(),
  },
});

/** A bill that a payment plan is about. */
export class PlanBill extends PlanBillSchema.class {}
PlanBillSchema.setClass(PlanBill);
