import { insertOnce } from '@kvitt/db/kit/insert-once';
import { loadJourney } from '@kvitt/db/offer/load-journey';
import { SurveyAnswer } from '@kvitt/db/survey/survey-answer.entity';
import type { Card, OfferCard } from '@kvitt/domain/offer/journey';
import { type Attitude, judgeScore } from '@kvitt/domain/survey/judge-score';
import { callPerson } from '../conversation/call-person.ts';
import type { TxCtx } from '../kit/context.ts';
import { type CardAct, noteCard } from '../offer/note-card.ts';

export type SurveyOutcome =
  | {
      kind: 'answered';
      attitude: Attitude;
      /** What a promoter is offered. */
      offer: OfferCard | undefined;
    }
  | { kind: 'refused'; refusal: 'NO_SUCH_SURVEY' | 'NO_SUCH_SCORE' | 'COMMENT_TOO_LONG' };

/** A comment is a few sentences; whoever has more to say has a thread. */
const LONGEST_COMMENT = 1_000;

/**
 * Takes a customer's answer to a survey, within the caller's transaction: a detractor's calls a person into the thread, a
 * promoter is offered what the survey says. The same answer sent twice is one.
 */
export async function answerSurvey(
  tx: TxCtx,
  answer: CardAct & { score: number; comment: string },
): Promise<SurveyOutcome> {
  const { billerId, accountId, key, actId, score } = answer;
  const comment = answer.comment.trim();
  if (!Number.isInteger(score) || score < 0 || score > 10) {
    return { kind: 'refused', refusal: 'NO_SUCH_SCORE' };
  }
  if (comment.length > LONGEST_COMMENT) return { kind: 'refused', refusal: 'COMMENT_TOO_LONG' };
  const journey = await loadJourney(tx.em, billerId);
  const cards = journey?.rules.cards ?? [];
  const survey = cards.find((card) => card.key === key);
  if (survey?.kind !== 'survey') return { kind: 'refused', refusal: 'NO_SUCH_SURVEY' };
  const attitude = judgeScore(score);
  if (await noteCard(tx, answer, 'answered')) {
    await insertOnce(tx.em, SurveyAnswer, {
      billerId,
      id: actId,
      accountId,
      key,
      score,
      comment,
      at: tx.clock.now(),
    });
    if (attitude === 'detractor') {
      const note = comment === '' ? `${key}: ${score}/10` : `${key}: ${score}/10. ${comment}`;
      await callPerson(tx, answer, { why: 'unhappy', note, noteId: actId });
    }
  }
  const offer = attitude === 'promoter' ? findOffer(cards, survey.promoterOffer) : undefined;
  return { kind: 'answered', attitude, offer };
}

function findOffer(cards: readonly Card[], key: string | undefined): OfferCard | undefined {
  return cards.find((card) => card.kind === 'offer' && card.key === key) as OfferCard | undefined;
}
