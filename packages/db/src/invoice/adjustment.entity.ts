import type { AdjustmentKind } from '@kvitt/domain/invoice/adjustment';
import type { Currency } from '@kvitt/domain/money/money';
import { defineEntity, p } from '@mikro-orm/postgresql';

const AdjustmentSchema = defineEntity({
  name: 'Adjustment',
  tableName: 'adjustment',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    invoiceId: p.uuid(),
    kind: p.text().$type<AdjustmentKind>(),
    amountMinor: p.bigint('number'),
    currency: p.text().$type<Currency>(),
    /** Which of the bill's late fees it is, from 1; null for all else. */
    number: p.integer().nullable(),
    reason: p.text(),
    madeBy: p.text(),
    onDay: p.date(),
    at: p.datetime(),
  },
});

/** A change of what is due on a bill besides paying; posted once, under its kind and id. */
export class Adjustment extends AdjustmentSchema.class {}
AdjustmentSchema.setClass(Adjustment);
