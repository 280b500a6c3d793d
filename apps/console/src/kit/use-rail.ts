import { onMounted, onUnmounted, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { api } from './api.ts';
import { useLive } from './use-live.ts';

/** Changes come in bursts; the rail is counted once after each. */
const COUNT_AFTER_MS = 800;

/** A call back falls due by the clock alone, of which nothing tells. */
const COUNT_EVERY_MS = 60_000;

/** What waits behind the rail's entries, counted anew where something has changed; undefined until it was counted once. */
export function useRail() {
  const { t } = useI18n();
  const live = useLive();
  const counts = ref<Awaited<ReturnType<typeof api.rail.counts.query>>>();
  const ends: (() => void)[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function count(): Promise<void> {
    waiting = undefined;
    // A count that could not be had leaves the one before: the banner says that the connection is gone.
    counts.value = await api.rail.counts.query().catch(() => counts.value);
  }
  const soon = () => {
    waiting ??= setTimeout(() => void count(), COUNT_AFTER_MS);
  };

  onMounted(() => {
    void count();
    for (const kind of ['desk', 'rail', 'reset']) ends.push(live.on(kind, soon));
    const timer = setInterval(soon, COUNT_EVERY_MS);
    ends.push(() => clearInterval(timer));
  });
  onUnmounted(() => {
    clearTimeout(waiting);
    for (const end of ends) end();
  });

  /** What waits there: as it stands in the rail, and in words. The server counts up to a hundred. */
  function waitsAt(what: 'inbox' | 'work' | 'enroll' | 'refunds', number = 0) {
    if (number === 0) return undefined;
    const most = number > 99 ? `${t('rail.more', { count: 99 })}: ` : '';
    const words = `${most}${t(`rail.${what}`, { count: number }, number)}`;
    return { short: number > 99 ? '99+' : String(number), words };
  }

  return { counts, waitsAt };
}
