import type { ProofWay } from '@kvitt/domain/session/step-up-ways';
import { defineEntity, p } from '@mikro-orm/postgresql';

const StepUpMissSchema = defineEntity({
  name: 'StepUpMiss',
  tableName: 'step_up_miss',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    browserHash: p.text(),
    way: p.text().$type<ProofWay>(),
    at: p.datetime(),
  },
});

/** One try to prove whose an account is that was wrong; what was tried is not kept. */
export class StepUpMiss extends StepUpMissSchema.class {}
StepUpMissSchema.setClass(StepUpMiss);
