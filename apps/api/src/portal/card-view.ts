import type { OfferAction } from '@kvitt/domain/offer/journey';

/** The one card beside a bill, in the reader's language. `actId` names the answer, so that sending it twice is one. */
export type CardView = { key: string; actId: string; title: string } & (
  | { kind: 'notice'; body: string }
  | { kind: 'survey' }
  | { kind: 'offer'; does: OfferAction; body: string; action: string }
);

/** What became of an answer; it needs no script. */
export interface CardAnswer {
  outcome: 'thanks' | 'unhappy' | 'passed-on' | 'no-score';
  /** What a promoter is offered, or the survey once more where no number was chosen. */
  card?: CardView;
}
