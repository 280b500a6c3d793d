import type { DeskState } from '@kvitt/domain/desk/desk-state';
import { defineEntity, p } from '@mikro-orm/postgresql';

const DeskSchema = defineEntity({
  name: 'Desk',
  tableName: 'desk',
  properties: {
    billerId: p.uuid().primary(),
    conversationId: p.uuid().primary(),

    state: p.text().$type<DeskState>(),
    assigneeId: p.uuid().nullable(),
    /** For whose hands it waits while nobody has it; null for everybody's. */
    team: p.text().nullable(),
    lastAt: p.datetime(),
    /** The beginning of the latest text, in or out. */
    lastWords: p.text(),
    lastDirection: p.text().$type<'in' | 'out'>(),
    lastState: p.text(),
    lastMessageId: p.uuid().nullable(),
    /** Since when there are words of the customer's that no agent has seen. */
    unreadSince: p.datetime().nullable(),
    /** Since when the customer waits for a person's answer; what the minutes count from. */
    wantedSince: p.datetime().nullable(),
    snoozedUntil: p.datetime().nullable(),
    /** When a text of ours in it failed last, and nobody has looked yet. */
    failedAt: p.datetime().nullable(),
  },
});

/** How a thread stands at the agents' desk; kept by the database as texts come and go. */
export class Desk extends DeskSchema.class {}
DeskSchema.setClass(Desk);
