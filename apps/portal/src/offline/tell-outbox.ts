import type { OfflineWords } from './offline-words.ts';
import { showOffer } from './show-offer.ts';

interface OutboxNews {
  type: string;
  /** How many forms that waited were sent. */
  sent: number;
  /** How many had waited for too long. */
  lost: number;
  /** Where one that the server would not take can be looked at. */
  refusedAt?: string;
}

/** Says on the page what became of what waited for a connection, as the worker tells it. */
export function tellOutbox(words: OfflineWords): void {
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<OutboxNews | undefined>) => {
    if (data?.type !== 'OUTBOX') return;
    const { refusedAt, lost } = data;
    if (refusedAt === undefined)
      return showOffer(lost > 0 ? words.lost : words.sent, undefined, () => {}, words.close);
    showOffer(words.refused, words.look, () => location.assign(refusedAt), words.close);
  });
}
