import type { FlagKind } from '@kvitt/domain/incentive/find-flags';
import { defineEntity, p } from '@mikro-orm/postgresql';

const EnrollmentFlagSchema = defineEntity({
  name: 'EnrollmentFlag',
  tableName: 'enrollment_flag',
  properties: {
    billerId: p.uuid().primary(),
    enrollmentId: p.uuid().primary(),
    kind: p.text().$type<FlagKind>().primary(),

    /** What it was seen by. */
    evidence: p.json<Record<string, string | number | readonly string[]>>(),
    raisedAt: p.datetime(),
    clearedAt: p.datetime().nullable(),
    clearedBy: p.uuid().nullable(),
    clearer: p.text().nullable(),
    /** Why it was nothing. */
    note: p.text().nullable(),
  },
});

/** That an enrollment looks as if it were none; its bonuses are not approved before somebody has looked. */
export class EnrollmentFlag extends EnrollmentFlagSchema.class {}
EnrollmentFlagSchema.setClass(EnrollmentFlag);
