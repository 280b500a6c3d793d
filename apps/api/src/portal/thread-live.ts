import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { noteThreadLook } from '@kvitt/flows/conversation/note-thread-look';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import type { LiveEvent } from '../kit/live-hub.ts';
import { streamLive } from '../kit/live-stream.ts';
import { openRest } from './open-link.ts';
import type { Visit } from './visit.ts';
import { watchBill } from './watch-bill.ts';

/** What an event of the desk is about, as far as a customer may learn of it. */
interface About {
  /** Of a thread's line. */
  id?: string;
  /** Of somebody who writes. */
  conversationId?: string;
  isTyping?: boolean;
  agentId?: string;
}

/**
 * Tells a customer that their thread has changed, or that somebody is writing to them, as it happens: `/{token}/thread/live`,
 * server-sent events. It is the desk's own feed, of which only that goes out and nothing of what it says, and a look at the bill
 * now and then: the page asks for itself again, and is shown what it may show.
 */
export async function showThreadLive(visit: Visit): Promise<Response> {
  const { c, deps } = visit;
  const opened = await openRest(visit, 'thread');
  if (opened.kind === 'answered') return opened.response;
  const live = deps.console?.live;
  const billerId = opened.target.biller.id;
  const conversation = await findConversation(visit, opened.target);
  // 204 tells the browser not to ask again.
  if (!live || !conversation) return c.body(null, 204);
  const say = (event: LiveEvent) => sayToCustomer(event, conversation.id);
  const also = (tell: (text: string) => void) =>
    watchBill(visit.ctx, opened.target, () => tell('event: changed\ndata: {}\n\n'));
  return streamLive(c, { billerId, kinds: ['desk', 'presence'], say, also }, live);
}

/** That the customer is writing, told to whoever looks at the thread: POST `/{token}/thread/typing`. Kept nowhere. */
export async function noteTyping(visit: Visit): Promise<Response> {
  const { c, deps } = visit;
  const opened = await openRest(visit, 'thread');
  if (opened.kind === 'answered') return opened.response;
  const { biller, customer } = opened.target;
  const billerId = biller.id;
  const conversation = await findConversation(visit, opened.target);
  if (conversation) {
    const about = { conversationId: conversation.id, isTyping: true, agentId: customer.id, isCustomer: true };
    deps.console?.live.publish(billerId, 'presence', { ...about, name: customer.firstName });
  }
  return c.body(null, 204);
}

/** That the thread is in front of its customer: POST `/{token}/thread/seen`, sent by a page that is in view. */
export async function noteThreadSeen(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'thread');
  if (opened.kind === 'answered') return opened.response;
  await noteSeen(visit, opened.target);
  return visit.c.body(null, 204);
}

export async function noteSeen(visit: Visit, target: LinkTarget): Promise<void> {
  const { billerId, accountId } = target.invoice;
  const conversation = await findConversation(visit, target);
  if (!conversation) return;
  const conversationId = conversation.id;
  await inTransaction(visit.ctx, (tx) => noteThreadLook(tx, { billerId, accountId, conversationId }));
}

/** The thread of the phone on file; null where there is none. */
export async function findConversation(
  { ctx }: Visit,
  { phone, biller }: LinkTarget,
): Promise<Conversation | null> {
  if (!phone) return null;
  const whose = { billerId: biller.id, phoneId: phone.id };
  return ctx.em.findOne(Conversation, whose, { orderBy: { openedAt: 'asc' } });
}

function sayToCustomer({ kind, data }: LiveEvent, conversationId: string): string | undefined {
  const about = JSON.parse(data) as About & { isCustomer?: boolean };
  if (kind === 'desk') return about.id === conversationId ? 'event: changed\ndata: {}\n\n' : undefined;
  const isForMe = about.conversationId === conversationId && about.isTyping && !about.isCustomer;
  return isForMe ? 'event: typing\ndata: {}\n\n' : undefined;
}
