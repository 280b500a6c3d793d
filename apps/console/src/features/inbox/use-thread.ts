import { useQuery, useQueryCache } from '@pinia/colada';
import { computed, onUnmounted, ref, watch } from 'vue';
import { api } from '../../kit/api.ts';
import { useLive } from '../../kit/use-live.ts';
import { useMe } from '../../kit/use-me.ts';
import { useEvents } from './use-events.ts';
import { useInbox } from './use-inbox.ts';
import { useMove } from './use-move.ts';

/** One thread as it is open on the screen: its events page by page, its customer, and what an agent does with it. */
export function useThread(conversationId: () => string) {
  const store = useMe();
  const inbox = useInbox();
  const cache = useQueryCache();
  const { thread, events, hasOlder, show, clear, loadOlder, showSending } = useEvents(conversationId);
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  const isWriter = computed(() => store.me?.role !== 'read-only' && store.me?.role !== 'compliance');
  const line = computed(() => inbox.lines.find(({ id }) => id === conversationId()) ?? thread.value?.line);
  const customerId = computed(() => thread.value?.line?.customerId ?? undefined);
  const { data: customer } = useQuery({
    key: () => ['customer', customerId.value ?? ''],
    query: () => api.customer.open.query({ customerId: customerId.value ?? '' }),
    enabled: () => customerId.value !== undefined,
  });

  async function load(): Promise<void> {
    const id = conversationId();
    try {
      const found = await api.conversation.open.query({ conversationId: id });
      if (id !== conversationId()) return;
      show(found);
      state.value = 'ready';
      if (isWriter.value && (found.line?.unreadSince || found.line?.failedAt)) {
        await api.conversation.move.mutate({ conversationId: id, move: { kind: 'read' } });
      }
    } catch {
      if (!thread.value) state.value = 'failed';
    }
  }

  const move = useMove({ conversationId, line: () => line.value, load });
  watch(
    conversationId,
    () => {
      clear();
      state.value = 'loading';
      void load();
    },
    { immediate: true },
  );
  hearThread(conversationId, {
    load,
    refreshCustomer: () => void cache.invalidateQueries({ key: ['customer', customerId.value ?? ''] }),
  });

  return {
    thread,
    events,
    line,
    customer,
    customerId,
    state,
    hasOlder,
    isWriter,
    load,
    loadOlder,
    move,
    showSending,
  };
}

interface Hearer {
  load(): Promise<void>;
  refreshCustomer(): void;
}

/** Follows what changes in the thread that is looked at, for as long as the screen shows one. */
function hearThread(conversationId: () => string, { load, refreshCustomer }: Hearer): void {
  const live = useLive();
  const isOurs = (data: unknown) => {
    const { id, conversationId: of } = data as { id?: string; conversationId?: string };
    return id === conversationId() || of === conversationId();
  };
  const ends = [
    live.on('desk', (data) => {
      if (!isOurs(data)) return;
      void load();
      refreshCustomer();
    }),
    live.on('note', (data) => isOurs(data) && void load()),
    live.on('reset', () => void load()),
  ];
  onUnmounted(() => {
    for (const end of ends) end();
  });
}
