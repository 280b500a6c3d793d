import { defineEntity, p } from '@mikro-orm/postgresql';

const BonusAppealSchema = defineEntity({
  name: 'BonusAppeal',
  tableName: 'bonus_appeal',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    bonusId: p.uuid(),
    /** Whose bonus it is, and who appeals. */
    agentId: p.uuid(),
    words: p.text(),
    raisedAt: p.datetime(),
    state: p.text().$type<'open' | 'upheld' | 'declined'>(),
    answer: p.text().nullable(),
    answeredBy: p.uuid().nullable(),
    answerer: p.text().nullable(),
    answeredAt: p.datetime().nullable(),
  },
});

/** An agent says that a decision about a bonus of theirs was wrong; answered once, by somebody else. */
export class BonusAppeal extends BonusAppealSchema.class {}
BonusAppealSchema.setClass(BonusAppeal);
