import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import type { LiveEvent } from '../kit/live-hub.ts';
import { streamLive } from '../kit/live-stream.ts';
import { openRest } from './open-link.ts';
import type { Visit } from './visit.ts';

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
 * server-sent events. It is the desk's own feed, of which only that goes out and nothing of what it says: the page asks for
 * itself again, and is shown what it may show.
 */
export async function showThreadLive(visit: Visit): Promise<Response> {
  const { c, deps, ctx } = visit;
  const opened = await openRest(visit, 'thread');
  if (opened.kind === 'answered') return opened.response;
  const { phone, biller } = opened.target;
  const live = deps.console?.live;
  const billerId = biller.id;
  const conversation =
    phone &&
    (await ctx.em.findOne(Conversation, { billerId, phoneId: phone.id }, { orderBy: { openedAt: 'asc' } }));
  // 204 tells the browser not to ask again.
  if (!live || !conversation) return c.body(null, 204);
  const say = (event: LiveEvent) => sayToCustomer(event, conversation.id);
  return streamLive(c, { billerId, kinds: ['desk', 'presence'], say }, live);
}

/** That the customer is writing, told to whoever looks at the thread: POST `/{token}/thread/typing`. Kept nowhere. */
export async function noteTyping(visit: Visit): Promise<Response> {
  const { c, deps, ctx } = visit;
  const opened = await openRest(visit, 'thread');
  if (opened.kind === 'answered') return opened.response;
  const { phone, biller, customer } = opened.target;
  const billerId = biller.id;
  const conversation = phone && (await ctx.em.findOne(Conversation, { billerId, phoneId: phone.id }));
  if (conversation) {
    const about = { conversationId: conversation.id, isTyping: true, agentId: customer.id, isCustomer: true };
    deps.console?.live.publish(billerId, 'presence', { ...about, name: customer.firstName });
  }
  return c.body(null, 204);
}

function sayToCustomer({ kind, data }: LiveEvent, conversationId: string): string | undefined {
  const about = JSON.parse(data) as About & { isCustomer?: boolean };
  if (kind === 'desk') return about.id === conversationId ? 'event: changed\ndata: {}\n\n' : undefined;
  const isForMe = about.conversationId === conversationId && about.isTyping && !about.isCustomer;
  return isForMe ? 'event: typing\ndata: {}\n\n' : undefined;
}
