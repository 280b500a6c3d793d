import type { Queue } from '@kvitt/domain/desk/desk-state';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { api, readProblem } from '../../kit/api.ts';
import { useClock } from '../../kit/use-clock.ts';
import { useLive } from '../../kit/use-live.ts';
import { useMe } from '../../kit/use-me.ts';

export type Line = Awaited<ReturnType<typeof api.inbox.list.query>>['lines'][number];
type Cursor = Awaited<ReturnType<typeof api.inbox.list.query>>['next'];
type Counts = Awaited<ReturnType<typeof api.inbox.counts.query>>['counts'];

/** Changes come in bursts; the piles are counted once after each. */
const COUNT_AFTER_MS = 400;

/** The pile that is looked at: its lines as they are loaded page by page, and as live updates change them. */
export const useInbox = defineStore('inbox', () => {
  const clock = useClock();
  const queue = ref<Queue>('unassigned');
  const words = ref('');
  const lines = ref<Line[]>([]);
  const counts = ref<Counts>();
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  const next = ref<Cursor>();
  const typing = ref<Record<string, { name: string; until: number }>>({});
  let asked = 0;
  let counting: ReturnType<typeof setTimeout> | undefined;

  async function show(which: Queue): Promise<void> {
    const mine = ++asked;
    if (which !== queue.value || words.value) lines.value = [];
    queue.value = which;
    words.value = '';
    if (lines.value.length === 0) state.value = 'loading';
    try {
      const page = await api.inbox.list.query({ queue: which });
      if (mine !== asked) return;
      lines.value = page.lines;
      next.value = page.next;
      state.value = 'ready';
    } catch (error) {
      if (mine === asked && readProblem(error).kind !== 'signed-out') state.value = 'failed';
    }
  }

  /** Threads of whoever is called so, wherever they lie; none of the words shows the pile again. */
  async function find(typed: string): Promise<void> {
    if (typed.trim().length < 2) {
      if (words.value) await show(queue.value);
      return;
    }
    const mine = ++asked;
    words.value = typed;
    try {
      const found = await api.inbox.find.query({ words: typed });
      if (mine !== asked) return;
      lines.value = found;
      next.value = undefined;
      state.value = 'ready';
    } catch {
      if (mine === asked) state.value = 'failed';
    }
  }

  async function showMore(): Promise<void> {
    const after = next.value;
    if (!after) return;
    next.value = undefined;
    const page = await api.inbox.list.query({ queue: queue.value, after });
    const known = new Set(lines.value.map(({ id }) => id));
    lines.value.push(...page.lines.filter(({ id }) => !known.has(id)));
    next.value = page.next;
  }

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

  /** Puts a changed thread where it belongs now, or takes it out of the pile that it has left. */
  function place(line: Line): void {
    count();
    if (words.value) {
      lines.value = lines.value.map((one) => (one.id === line.id ? line : one));
      return;
    }
    const others = lines.value.filter(({ id }) => id !== line.id);
    if (!isIn(queue.value, line, useMe().me?.id)) {
      lines.value = others;
      return;
    }
    const at = others.findIndex(({ lastAt }) => lastAt <= line.lastAt);
    lines.value = at < 0 ? [...others, line] : others.toSpliced(at, 0, line);
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

function isIn(queue: Queue, line: Line, me: string | undefined): boolean {
  switch (queue) {
    case 'unassigned':
      return line.state === 'open' && line.assigneeId === null;
    case 'mine':
      return line.state === 'open' && line.assigneeId === me;
    case 'waiting':
    case 'snoozed':
    case 'closed':
      return line.state === queue;
    case 'failed':
      return line.failedAt !== null;
    case 'all':
      return true;
  }
}
