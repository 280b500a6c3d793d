import { defineEntity, p } from '@mikro-orm/postgresql';

const SenderSchema = defineEntity({
  name: 'Sender',
  tableName: 'sender',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    number: p.text(),
    perSecond: p.double(),
    burst: p.double(),
    tokens: p.double(),
    refilledAt: p.datetime(),
    pausedAt: p.datetime().nullable(),
    /** Texts handed over in a row without an answer from the carrier, and until when none follows for that. */
    unknownStreak: p.integer().default(0),
    brakedUntil: p.datetime().nullable(),
  },
});

/** A number that a biller texts from, with the token bucket that keeps it to the carrier's rate. */
export class Sender extends SenderSchema.class {}
SenderSchema.setClass(Sender);
