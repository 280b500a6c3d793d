import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { useClock } from '../../kit/use-clock.ts';
import { useLive } from '../../kit/use-live.ts';
import { useMe } from '../../kit/use-me.ts';
import { placeLine } from './place-line.ts';
import { useCounts } from './use-counts.ts';
import { type Line, usePile } from './use-pile.ts';

/** The pile that is looked at: its lines as they are loaded page by page, and as live updates change them. */
export const useInbox = defineStore('inbox', () => {
  const clock = useClock();
  const { queue, words, lines, state, next, show, find, showMore } = usePile();
  const { counts, count } = useCounts();
  const typing = ref<Record<string, { name: string; until: number }>>({});

  /** Puts a changed thread where it belongs now; threads that were searched for stay where they are. */
  function place(line: Line): void {
    count();
    lines.value = words.value
      ? lines.value.map((one) => (one.id === line.id ? line : one))
      : placeLine(lines.value, line, queue.value, useMe().me);
  }

  /** Follows what changes, until what it gives back is called. */
  const listen = () =>
    hearDesk({
      place,
      count,
      lookAnew: () => void (words.value ? find(words.value) : show(queue.value)),
      noteTypist: (id, one) => {
        typing.value = { ...typing.value, [id]: one };
      },
    });

  const typist = computed(() => (id: string) => {
    const one = typing.value[id];
    return one && one.until > clock.now ? one.name : undefined;
  });

  return { queue, words, lines, counts, state, next, typist, show, find, showMore, count, place, listen };
});

interface Hearer {
  place(line: Line): void;
  count(): void;
  lookAnew(): void;
  noteTypist(id: string, one: { name: string; until: number }): void;
}

/** Also where nothing is told: the piles change as snoozes end, and the server's clock may be moved. */
const COUNT_EVERY_MS = 20_000;

function hearDesk({ place, count, lookAnew, noteTypist }: Hearer): () => void {
  const live = useLive();
  const clock = useClock();
  const timer = setInterval(count, COUNT_EVERY_MS);
  count();
  const ends = [
    live.on('desk', (data) => place(data as Line)),
    live.on('reset', () => {
      lookAnew();
      count();
    }),
    live.on('presence', (data) => {
      const { conversationId, agentId, name, isTyping } = data as Presence;
      if (agentId !== useMe().me?.id)
        noteTypist(conversationId, { name, until: isTyping ? clock.now + 6_000 : 0 });
    }),
  ];
  return () => {
    clearInterval(timer);
    for (const end of ends) end();
  };
}

interface Presence {
  conversationId: string;
  agentId: string;
  name: string;
  isTyping: boolean;
}
