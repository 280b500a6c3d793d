import type { NoReason } from '@kvitt/domain/enrollment/call-script';
import { defineEntity, p } from '@mikro-orm/postgresql';

/** A step that was left, by which key, how long it was on the screen, and which wording it read, as `key@version`. */
export interface WalkedStep {
  step: string;
  key: number;
  ms: number;
  wording?: string;
}

const EnrollmentSchema = defineEntity({
  name: 'Enrollment',
  tableName: 'enrollment',
  properties: {
    billerId: p.uuid().primary(),
    /** Made by the console, so that a call that is begun twice is one. */
    id: p.uuid().primary(),

    accountId: p.uuid(),
    phoneId: p.uuid(),
    agentId: p.uuid(),
    /** A second agent, with whom the bonus is split. */
    helperId: p.uuid().nullable(),
    source: p.text().$type<'call-in' | 'call-out' | 'desk'>(),
    scriptKey: p.text(),
    scriptVersion: p.integer(),
    step: p.text(),
    stepSince: p.datetime(),
    path: p.json<WalkedStep[]>(),
    state: p.text().$type<'calling' | 'pending' | 'confirmed' | 'declined' | 'call-back'>(),
    reason: p.text().$type<NoReason | 'handset-no' | 'handset-silent' | 'stopped'>().nullable(),
    /** The text that asks the handset. */
    messageId: p.uuid().nullable(),
    /** The caller wants no paper any more; it counts when they agree in writing. */
    isPaperless: p.boolean(),
    /** The caller wants bills charged by themselves; it counts when they give the mandate. */
    wantsAutopay: p.boolean(),
    startedAt: p.datetime(),
    askedAt: p.datetime().nullable(),
    confirmedAt: p.datetime().nullable(),
    stoppedAt: p.datetime().nullable(),
    cardWantedAt: p.datetime().nullable(),
    cardSavedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    /** When the caller is to be called again, where that was agreed, and when somebody has. */
    callBackAt: p.datetime().nullable(),
    calledBackAt: p.datetime().nullable(),
  },
});

/** A call in which an agent offered bills by text, and what came of it. */
export class Enrollment extends EnrollmentSchema.class {}
EnrollmentSchema.setClass(Enrollment);
