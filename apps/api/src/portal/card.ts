import type { LinkTarget } from '@kvitt/db/session/find-link';
import type { Language } from '@kvitt/domain/locale/language';
import type { Card, Words } from '@kvitt/domain/offer/journey';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { putCardAway } from '@kvitt/flows/offer/put-card-away';
import { showCard } from '@kvitt/flows/offer/show-card';
import { takeOffer } from '@kvitt/flows/offer/take-offer';
import { answerSurvey } from '@kvitt/flows/survey/answer-survey';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import type { CardAnswer, CardView } from './card-view.ts';
import { openRest } from './open-link.ts';
import { chooseLanguage, leadTo, showView, type Visit } from './visit.ts';

/** What the forms send: POST `/{token}/card`. */
const FORM = z.object({
  act: z.enum(['take', 'away', 'answer']),
  key: z.string().max(60),
  actId: z.uuid(),
  score: z.coerce.number().optional(),
  comment: z.string().max(1_000).default(''),
});

/** The card that is relevant to this account today, and the note that it was shown; for who has proved whose it is. */
export async function cardFor(visit: Visit, target: LinkTarget): Promise<CardView | undefined> {
  const card = await inTransaction(visit.ctx, (tx) => showCard(tx, accountOf(target)));
  return card && cardView(visit, target, card);
}

/** Takes an offer up, answers a survey or puts a card away, and leads on to what follows. */
export async function answerCard(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, '');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const form = FORM.safeParse(await readForm(visit.c));
  if (!form.success) return leadTo(visit, '');
  const { act, key, actId, score, comment } = form.data;
  const order = { ...accountOf(target), key, actId };
  if (act === 'away') {
    await inTransaction(visit.ctx, (tx) => putCardAway(tx, order));
    return leadTo(visit, '');
  }
  if (act === 'take') {
    const answer = await inTransaction(visit.ctx, (tx) => takeOffer(tx, order));
    if (answer.kind === 'leads') return leadTo(visit, LEADS_TO[answer.to]);
    return answer.kind === 'passed-on' ? show(visit, target, { outcome: 'passed-on' }) : leadTo(visit, '');
  }
  if (score === undefined) {
    const card = await cardFor(visit, target);
    return show(visit, target, { outcome: 'no-score', ...(card && { card }) });
  }
  const answer = await inTransaction(visit.ctx, (tx) => answerSurvey(tx, { ...order, score, comment }));
  if (answer.kind === 'refused') return leadTo(visit, '');
  const { attitude, offer } = answer;
  return show(visit, target, {
    outcome: attitude === 'detractor' ? 'unhappy' : 'thanks',
    ...(offer && { card: cardView(visit, target, offer) }),
  });
}

const LEADS_TO = { autopay: '/autopay', paperless: '/paperless' } as const;

function accountOf({ invoice }: LinkTarget): { billerId: string; accountId: string } {
  return { billerId: invoice.billerId, accountId: invoice.accountId };
}

function show(visit: Visit, target: LinkTarget, answer: CardAnswer): Promise<Response> {
  return showView(visit, { kind: 'card-answer', answer }, answer.outcome === 'no-score' ? 422 : 200, target);
}

function cardView({ c, ctx }: Visit, target: LinkTarget, card: Card): CardView {
  const languages = [chooseLanguage(c, target.customer.language), target.biller.language] as const;
  const { key } = card;
  const actId = ctx.ids.next();
  if (card.kind === 'survey') return { kind: 'survey', key, actId, ...wordsIn(card.words, languages) };
  if (card.kind === 'notice') return { kind: 'notice', key, actId, ...wordsIn(card.words, languages) };
  return { kind: 'offer', key, actId, does: card.does, ...wordsIn(card.words, languages) };
}

/** In the reader's language, else the biller's, else whichever the biller wrote. */
function wordsIn<T>(words: Words<T>, languages: readonly Language[]): T {
  const found = languages.map((language) => words[language]).find(Boolean) ?? Object.values(words)[0];
  if (!found) throw new Error('a card without words');
  return found;
}
