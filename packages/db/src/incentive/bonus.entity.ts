import type { BonusKind } from '@kvitt/domain/incentive/bonus-plan';
import type { BonusState } from '@kvitt/domain/incentive/post-bonus';
import { defineEntity, p } from '@mikro-orm/postgresql';

const BonusSchema = defineEntity({
  name: 'Bonus',
  tableName: 'bonus',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    enrollmentId: p.uuid(),
    agentId: p.uuid(),
    kind: p.text().$type<BonusKind>(),
    minor: p.bigint('number'),
    currency: p.text(),
    planKey: p.text(),
    planVersion: p.integer(),
    state: p.text().$type<BonusState>(),
    /** Why a manager rejected it. */
    reason: p.text().nullable(),
    earnedAt: p.datetime(),
    /** By the plan that it was earned under: when it vests, and until when a STOP takes it back. */
    vestsAt: p.datetime(),
    clawsUntil: p.datetime(),
    /** The closed period in which it was paid out. */
    periodId: p.uuid().nullable(),
    /** Who approved or rejected it: never the agent whose it is. */
    decidedBy: p.uuid().nullable(),
    decider: p.text().nullable(),
    movedAt: p.datetime(),
  },
});

/** What one agent earns for one enrollment. How it stands is what its entries in the bonus ledger come to. */
export class Bonus extends BonusSchema.class {}
BonusSchema.setClass(Bonus);
