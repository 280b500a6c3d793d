import type { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { listWordsAboutBill } from '@kvitt/db/conversation/list-words-about-bill';
import { Desk } from '@kvitt/db/desk/desk.entity';
import { listBillFacts } from '@kvitt/db/invoice/list-bill-facts';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { tellTimeline } from '@kvitt/domain/invoice/timeline/tell-timeline';
import { askOnPage } from '@kvitt/flows/conversation/ask-on-page';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { loadLines } from './load-lines.ts';
import { openRest } from './open-link.ts';
import { readThreadForm } from './read-thread-form.ts';
import { findConversation, noteSeen } from './thread-live.ts';
import type { ThreadItem, ThreadView } from './thread-view.ts';
import { chooseLanguage, leadTo, showView, type Visit } from './visit.ts';

/** What has happened to the bill and what was written about it, in one list, with room to ask. */
export async function showThread(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'thread');
  if (opened.kind === 'answered') return opened.response;
  // Without script the page itself is the sign that it is looked at; the script's own questions are none.
  if (visit.c.req.header('sec-fetch-dest') !== 'empty') await noteSeen(visit, opened.target);
  // One that is far too large is not even read.
  return renderThread(
    visit,
    opened.target,
    visit.c.req.query('large') === '1' ? { problem: 'picture-large' } : {},
  );
}

/** Takes a question and shows it in its place. */
export async function thread(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'thread');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const { billerId, accountId, id: invoiceId } = target.invoice;
  const read = await readThreadForm(visit.c);
  if (read.kind === 'refused')
    return renderThread(visit, target, { problem: read.refusal, draft: read.draft });
  const { questionId, body, line, concern } = read.form;
  const lines = await loadLines(visit.ctx, target);
  const about = lines.find(({ at }) => String(at) === line);
  // Sent twice it is one question; with other words, from a page that was gone back to, it is another.
  const said = [invoiceId, line, concern, body.replaceAll('\r\n', '\n')].join('/');
  const answer = await inTransaction(visit.ctx, (tx) =>
    askOnPage(tx, {
      billerId,
      accountId,
      invoiceId,
      questionId: visit.ctx.ids.derived(questionId.toLowerCase(), said),
      why: concern === 'wrong' ? 'line-disputed' : 'question',
      body: about && body.trim() ? `${about.description}: ${body}` : body,
      picture: read.picture,
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
  const conversation = await findConversation(visit, target);
  const written = conversation
    ? await listWordsAboutBill(em, { billerId, invoiceId, accountId }, conversation.id)
    : [];
  const unreadSince = conversation && (await findUnread(visit, conversation));
  const words = written.map(({ picture, ...one }) => ({
    kind: 'words' as const,
    ...one,
    ...(picture && { picture }),
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
