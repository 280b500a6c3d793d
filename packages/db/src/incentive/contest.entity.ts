import { defineEntity, p } from '@mikro-orm/postgresql';

const ContestSchema = defineEntity({
  name: 'Contest',
  tableName: 'contest',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    name: p.text(),
    prize: p.text(),
    /** Enrollments of all together. */
    goal: p.integer(),
    /** `YYYY-MM-DD`, first and last day, of the biller's calendar. */
    startsOn: p.date(),
    endsOn: p.date(),
    author: p.text(),
    createdAt: p.datetime(),
    /** Called off before its last day. */
    endedAt: p.datetime().nullable(),
  },
});

/** A goal for all agents together, with a prize for who does most for it. */
export class Contest extends ContestSchema.class {}
ContestSchema.setClass(Contest);
