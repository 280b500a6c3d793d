import { computed, ref } from 'vue';
import { api } from '../../kit/api.ts';
import { useClock } from '../../kit/use-clock.ts';
import { useMe } from '../../kit/use-me.ts';
import type { Happened, Thread } from './thread.ts';

/** What happened in one thread, in order: its earlier pages, its latest, and the words that are on their way. */
export function useEvents(conversationId: () => string) {
  const store = useMe();
  const clock = useClock();
  const thread = ref<Thread>();
  const older = ref<Happened[]>([]);
  const sending = ref<Happened[]>([]);
  const hasOlder = ref(false);
  const events = computed(() => joinPages(older.value, thread.value?.events ?? [], sending.value));

  /** Shows the latest page as the server has it now. */
  function show(found: Thread): void {
    if (!thread.value) hasOlder.value = found.hasMore;
    thread.value = found;
    sending.value = [];
  }

  /** Forgets everything: another thread is looked at. */
  function clear(): void {
    thread.value = undefined;
    older.value = [];
    sending.value = [];
    hasOlder.value = false;
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

  /** Shows words that are on their way to the server. */
  function showSending(body: string): void {
    sending.value.push(draftEvent(body, new Date(clock.now).toISOString(), store.me?.name ?? null));
  }

  return { thread, events, hasOlder, show, clear, loadOlder, showSending };
}

/** A page that was loaded earlier may overlap the latest one, and words on their way may have arrived in it. */
function joinPages(older: Happened[], latest: Happened[], sending: Happened[]): Happened[] {
  const known = new Set(latest.map(({ id }) => id));
  const arrived = new Set(latest.filter((one) => one.state === 'queued').map((one) => one.body));
  return [
    ...older.filter(({ id }) => !known.has(id)),
    ...latest,
    ...sending.filter((one) => !arrived.has(one.body)),
  ];
}

function draftEvent(body: string, at: string, author: string | null): Happened {
  return {
    id: crypto.randomUUID(),
    kind: 'text',
    at,
    direction: 'out',
    body,
    state: 'queued',
    reason: null,
    template: 'agent-reply',
    author,
    parts: null,
    sendAt: null,
    amountMinor: null,
    card: null,
    picture: null,
  };
}
