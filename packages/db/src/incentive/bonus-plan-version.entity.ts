import type { BonusPlan } from '@kvitt/domain/incentive/bonus-plan';
import { defineEntity, p } from '@mikro-orm/postgresql';

const BonusPlanVersionSchema = defineEntity({
  name: 'BonusPlanVersion',
  tableName: 'bonus_plan',
  properties: {
    billerId: p.uuid().primary(),
    version: p.integer().primary(),

    plan: p.json<BonusPlan>(),
    authorId: p.uuid(),
    author: p.text(),
    createdAt: p.datetime(),
  },
});

/** What agents earned from a time on; the newest is in force, and bonuses keep the terms of theirs. */
export class BonusPlanVersion extends BonusPlanVersionSchema.class {}
BonusPlanVersionSchema.setClass(BonusPlanVersion);
