import type { TextPurpose } from '@kvitt/domain/consent/text-purpose';
import type { InboundOutcome } from '@kvitt/domain/conversation/dialog';
import type { MessageState } from '@kvitt/domain/message/message-state';
import { defineEntity, p } from '@mikro-orm/postgresql';

const MessageSchema = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    conversationId: p.uuid(),
    senderId: p.uuid(),
    phoneId: p.uuid(),
    direction: p.text().$type<'in' | 'out'>(),
    /** As it was received, card numbers removed; as it will be sent, with {link} where a link is made at that instant. */
    body: p.text(),
    state: p.text().$type<MessageState>(),
    purpose: p.text().$type<TextPurpose>().nullable(),
    template: p.text().nullable(),
    /** What made this text, with its id: the key under which it is queued once. */
    cause: p.text().nullable(),
    /** When the customer's own text or payment came that this answers; null where it goes unasked. */
    askedAt: p.datetime().nullable(),
    /** The bill that it speaks of, and what it says is due; checked again when it is claimed. */
    invoiceId: p.uuid().nullable(),
    statedMinor: p.bigint('number').nullable(),
    parts: p.integer(),
    sendAt: p.datetime(),
    /** The rules of contact let it go no earlier; its time for being offered to the carrier begins then. */
    deferredUntil: p.datetime().nullable(),
    /** Pointless, or not allowed, after this. */
    sendBefore: p.datetime().nullable(),
    attempts: p.integer(),
    claimedAt: p.datetime().nullable(),
    sentAt: p.datetime().nullable(),
    vendorId: p.text().nullable(),
    /** The highest sequence of the carrier's reports that was applied. */
    reportSequence: p.integer().nullable(),
    /** Why it was not sent or not delivered: a refusal's code, or the carrier's number. */
    reason: p.text().nullable(),
    /** Who decided that it may go, where the rules left that to a person. */
    releasedBy: p.text().nullable(),
    /** Inbound: what came of it, exactly one. */
    outcome: p.text().$type<InboundOutcome>().nullable(),
    carrierIntent: p.text().$type<'optout' | 'optin' | 'help'>().nullable(),
    createdAt: p.datetime(),
  },
});

/** A text, in or out. Outgoing ones are the outbox: claimed, checked again and sent from here. */
export class Message extends MessageSchema.class {}
MessageSchema.setClass(Message);
