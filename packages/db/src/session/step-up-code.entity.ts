import { defineEntity, p } from '@mikro-orm/postgresql';

const StepUpCodeSchema = defineEntity({
  name: 'StepUpCode',
  tableName: 'step_up_code',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    /** Of the code and this row's id. */
    codeHash: p.text(),
    madeAt: p.datetime(),
    expiresAt: p.datetime(),
    misses: p.integer(),
    usedAt: p.datetime().nullable(),
  },
});

/** A code that was texted to an account's phone. */
export class StepUpCode extends StepUpCodeSchema.class {}
StepUpCodeSchema.setClass(StepUpCode);
