import { DESK } from '@kvitt/domain/agent/role';
import { useQuery, useQueryCache } from '@pinia/colada';
import { computed } from 'vue';
import { api } from './api.ts';
import { useClock } from './use-clock.ts';
import { useMe } from './use-me.ts';

/** Whom the agent has promised to call again: all of them, and those whose time has come. */
export function useCallBacks() {
  const store = useMe();
  const clock = useClock();
  const cache = useQueryCache();
  const { data: all } = useQuery({
    key: ['call-backs'],
    query: async () => {
      const { list, now } = await api.enrollment.callBacks.query();
      clock.set(now);
      return list;
    },
    enabled: () => store.me !== undefined && DESK.includes(store.me.role),
  });
  const due = computed(() => (all.value ?? []).filter(({ at }) => Date.parse(at) <= clock.now));
  const refresh = () => cache.invalidateQueries({ key: ['call-backs'] });

  /** Puts one off to a time, or is done with it where none is given. */
  async function move(enrollmentId: string, at?: Date): Promise<void> {
    await api.enrollment.moveCallBack.mutate({ enrollmentId, ...(at && { at: at.toISOString() }) });
    await refresh();
  }

  return { all, due, move, refresh };
}
