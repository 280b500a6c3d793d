import type { OfferAction } from '@kvitt/domain/offer/journey';
import { callPerson } from '../conversation/call-person.ts';
import type { TxCtx } from '../kit/context.ts';
import { type CardAct, noteCard } from './note-card.ts';

export type TakeOfferAnswer =
  /** The page goes on to where it is done; switching autopay on, for one, asks for its own consent. */
  | { kind: 'leads'; to: 'autopay' | 'paperless' }
  /** Somebody at the biller's sees to it. */
  | { kind: 'passed-on' }
  | { kind: 'refused'; refusal: 'NO_SUCH_OFFER' };

/** Takes up an offer beside the bill, in place, within the caller's transaction. Taken up twice, it is one. */
export async function takeOffer(tx: TxCtx, act: CardAct): Promise<TakeOfferAnswer> {
  const card = await noteCard(tx, act, 'taken');
  if (card?.kind !== 'offer') return { kind: 'refused', refusal: 'NO_SUCH_OFFER' };
  const to = leadsTo(card.does);
  if (to) return { kind: 'leads', to };
  await callPerson(tx, act, { why: 'offer', note: `${card.does}: ${card.key}`, noteId: act.actId });
  return { kind: 'passed-on' };
}

function leadsTo(does: OfferAction): 'autopay' | 'paperless' | undefined {
  return does === 'autopay' || does === 'paperless' ? does : undefined;
}
