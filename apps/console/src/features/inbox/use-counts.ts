import { ref } from 'vue';
import { api } from '../../kit/api.ts';
import { useClock } from '../../kit/use-clock.ts';

type Counts = Awaited<ReturnType<typeof api.inbox.counts.query>>['counts'];

/** Changes come in bursts; the piles are counted once after each. */
const COUNT_AFTER_MS = 400;

/** How many threads lie in each pile, as the server counted them last. */
export function useCounts() {
  const clock = useClock();
  const counts = ref<Counts>();
  let counting: ReturnType<typeof setTimeout> | undefined;

  /** Counts the piles after a moment, however often it is called in it. */
  function count(): void {
    if (counting) return;
    counting = setTimeout(async () => {
      counting = undefined;
      const answer = await api.inbox.counts.query().catch(() => undefined);
      if (!answer) return;
      counts.value = answer.counts;
      clock.set(answer.now);
    }, COUNT_AFTER_MS);
  }

  return { counts, count };
}
