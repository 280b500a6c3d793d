import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { listWordsAboutBill } from '@kvitt/db/conversation/list-words-about-bill';
import { Desk } from '@kvitt/db/desk/desk.entity';
import { listBillFacts } from '@kvitt/db/invoice/list-bill-facts';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { tellTimeline } from '@kvitt/domain/invoice/timeline/tell-timeline';
import { askOnPage } from '@kvitt/flows/conversation/ask-on-page';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import { loadLines } from './load-lines.ts';
import { openRest } from './open-link.ts';
import type { ThreadItem, ThreadView } from './thread-view.ts';
import { chooseLanguage, leadTo, showView, type Visit } from './visit.ts';

/** What the form sends: POST `/{token}/thread`. */
const FORM = z.object({
  questionId: z.uuid(),
  body: z.string().max(4_000),
  /** The line of the bill that it is about; empty where it is about all of it. */
  line: z.string().max(4).optional(),
  /** `wrong` disputes it, which a person is told before they read it. */
  concern: z.enum(['question', 'wrong']).default('question'),
});

/** What has happened to the bill and what was written about it, in one list, with room to ask. */
export async function showThread(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'thread');
  if (opened.kind === 'answered') return opened.response;
  return renderThread(visit, opened.target, {});
}

/** Takes a question and shows it in its place. */
export async function thread(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'thread');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const { billerId, accountId, id: invoiceId } = target.invoice;
  const form = FORM.safeParse(await readForm(visit.c));
  if (!form.success) return renderThread(visit, target, { problem: 'too-long' });
  const { questionId, body, line, concern } = form.data;
  const lines = await loadLines(visit.ctx, target);
  const about = lines.find(({ at }) => String(at) === line);
  const answer = await inTransaction(visit.ctx, (tx) =>
    askOnPage(tx, {
      billerId,
      accountId,
      invoiceId,
      questionId: visit.ctx.ids.derived(questionId.toLowerCase(), invoiceId),
      why: concern === 'wrong' ? 'line-disputed' : 'question',
      body: about && body.trim() ? `${about.description}: ${body}` : body,
    }),
  );
  if (answer.kind === 'refused') return renderThread(visit, target, { problem: answer.refusal, draft: body });
  return leadTo(visit, '/thread?asked=1');
}

async function renderThread(
  visit: Visit,
  target: LinkTarget,
  said: { problem?: ThreadView['problem']; draft?: string },
): Promise<Response> {
  const { ctx, c } = visit;
  const view: ThreadView = {
    questionId: ctx.ids.next(),
    number: target.invoice.number,
    items: await listItems(visit, target),
    lines: await loadLines(ctx, target),
    isAsked: c.req.query('asked') === '1',
    ...(said.problem && { problem: said.problem }),
    ...(said.draft && { draft: said.draft }),
  };
  return showView(visit, { kind: 'thread', thread: view }, said.problem ? 422 : 200, target);
}

/** The same facts that the biller's people see, and the words that were written about the bill, by time. */
async function listItems(visit: Visit, target: LinkTarget): Promise<ThreadItem[]> {
  const { em } = visit.ctx;
  const { billerId, id: invoiceId, accountId, currency } = target.invoice;
  const facts = await listBillFacts(em, billerId, invoiceId);
  const language = chooseLanguage(visit.c, target.customer.language);
  const events = tellTimeline(facts, { language, currency, audience: 'customer' }).map(
    ({ id, at, tone, words, times }) => ({ kind: 'event' as const, id, at, tone, words, times }),
  );
  const conversation = target.phone
    ? await em.findOne(Conversation, { billerId, phoneId: target.phone.id }, { orderBy: { openedAt: 'asc' } })
    : null;
  const written = conversation
    ? await listWordsAboutBill(em, { billerId, invoiceId, accountId }, conversation.id)
    : [];
  const unreadSince = conversation && (await findUnread(visit, conversation));
  const words = written.map((one) => ({
    kind: 'words' as const,
    ...one,
    ...(one.from === 'customer' && isBefore(one.at, unreadSince) && { isSeen: true }),
  }));
  return [...events, ...words].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Since when nobody at the desk has looked; null where somebody has seen everything. */
async function findUnread({ ctx }: Visit, { billerId, id }: Conversation): Promise<Date | null> {
  const desk = await ctx.em.fork().findOne(Desk, { billerId, conversationId: id });
  return desk?.unreadSince ?? null;
}

function isBefore(at: string, unreadSince: Date | null): boolean {
  return unreadSince === null || Date.parse(at) < unreadSince.getTime();
}
