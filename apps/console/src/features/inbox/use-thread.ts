import { useQuery, useQueryCache } from '@pinia/colada';
import { computed, onUnmounted, ref, watch } from 'vue';
import { api } from '../../kit/api.ts';
import { useClock } from '../../kit/use-clock.ts';
import { useLive } from '../../kit/use-live.ts';
import { useMe } from '../../kit/use-me.ts';
import { useInbox } from './use-inbox.ts';

export type Thread = Awaited<ReturnType<typeof api.conversation.open.query>>;
export type Happened = Thread['events'][number];
export type Move = Parameters<typeof api.conversation.move.mutate>[0]['move'];

/** One thread as it is open on the screen: its events page by page, its customer, and what an agent does with it. */
export function useThread(conversationId: () => string) {
  const store = useMe();
  const inbox = useInbox();
  const live = useLive();
  const clock = useClock();
  const cache = useQueryCache();
  const thread = ref<Thread>();
  const older = ref<Happened[]>([]);
  const sending = ref<Happened[]>([]);
  const hasOlder = ref(false);
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  const isWriter = computed(() => store.me?.role !== 'read-only' && store.me?.role !== 'compliance');
  const line = computed(() => inbox.lines.find(({ id }) => id === conversationId()) ?? thread.value?.line);
  const events = computed(() => {
    const known = new Set(thread.value?.events.map(({ id }) => id));
    const earlier = older.value.filter(({ id }) => !known.has(id));
    const bodies = new Set(
      thread.value?.events.filter((one) => one.state === 'queued').map((one) => one.body),
    );
    return [
      ...earlier,
      ...(thread.value?.events ?? []),
      ...sending.value.filter((one) => !bodies.has(one.body)),
    ];
  });
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
      if (!thread.value) hasOlder.value = found.hasMore;
      thread.value = found;
      sending.value = [];
      state.value = 'ready';
      if (isWriter.value && (found.line?.unreadSince || found.line?.failedAt)) {
        await api.conversation.move.mutate({ conversationId: id, move: { kind: 'read' } });
      }
    } catch {
      if (!thread.value) state.value = 'failed';
    }
  }

  async function loadOlder(): Promise<void> {
    const id = conversationId();
    const first = events.value[0];
    if (!first || !hasOlder.value) return;
    hasOlder.value = false;
    const before = { at: first.at, id: first.id };
    const page = await api.conversation.open.query({ conversationId: id, before }).catch(() => undefined);
    if (id !== conversationId()) return;
    older.value = [...(page?.events ?? []), ...older.value];
    hasOlder.value = page?.hasMore ?? true;
  }

  /** Does it on the screen at once, and takes it back there where the server says no. */
  async function move(move: Move): Promise<Awaited<ReturnType<typeof api.conversation.move.mutate>>> {
    const before = line.value;
    if (before && (move.kind === 'close' || move.kind === 'snooze')) {
      inbox.place({ ...before, state: move.kind === 'close' ? 'closed' : 'snoozed' });
    }
    try {
      const answer = await api.conversation.move.mutate({ conversationId: conversationId(), move });
      if (answer.kind === 'refused' && before) inbox.place(before);
      void load();
      return answer;
    } catch (error) {
      if (before) inbox.place(before);
      throw error;
    }
  }

  /** Shows words that are on their way to the server. */
  function showSending(body: string): void {
    sending.value.push({
      id: crypto.randomUUID(),
      kind: 'text',
      at: new Date(clock.now).toISOString(),
      direction: 'out',
      body,
      state: 'queued',
      reason: null,
      template: 'agent-reply',
      author: store.me?.name ?? null,
      parts: null,
      sendAt: null,
      amountMinor: null,
      card: null,
    });
  }

  watch(
    conversationId,
    () => {
      thread.value = undefined;
      older.value = [];
      sending.value = [];
      hasOlder.value = false;
      state.value = 'loading';
      void load();
    },
    { immediate: true },
  );
  const isOurs = (data: unknown) => {
    const { id, conversationId: of } = data as { id?: string; conversationId?: string };
    return id === conversationId() || of === conversationId();
  };
  const ends = [
    live.on('desk', (data) => {
      if (!isOurs(data)) return;
      void load();
      void cache.invalidateQueries({ key: ['customer', customerId.value ?? ''] });
    }),
    live.on('note', (data) => isOurs(data) && void load()),
    live.on('reset', () => void load()),
  ];
  onUnmounted(() => {
    for (const end of ends) end();
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
