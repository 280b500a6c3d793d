import { defineEntity, p } from '@mikro-orm/postgresql';

const PayPeriodSchema = defineEntity({
  name: 'PayPeriod',
  tableName: 'pay_period',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    /** Its last day; it begins after the last day of the one before. */
    through: p.date(),
    closedAt: p.datetime(),
    closedBy: p.uuid(),
    closer: p.text(),
  },
});

/** A time whose approved bonuses were paid out; nothing of it changes any more. */
export class PayPeriod extends PayPeriodSchema.class {}
PayPeriodSchema.setClass(PayPeriod);
