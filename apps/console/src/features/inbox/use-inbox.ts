import type { Queue } from '@kvitt/domain/desk/desk-state';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { api, readProblem } from '../../kit/api.ts';
import { useLive } from '../../kit/use-live.ts';
import { useMe } from '../../kit/use-me.ts';

export type Line = Awaited<ReturnType<typeof api.inbox.list.query>>['lines'][number];
type Cursor = Awaited<ReturnType<typeof api.inbox.list.query>>['next'];

/** The pile that is looked at: its lines as they are loaded page by page, and as live updates change them. */
export const useInbox = defineStore('inbox', () => {
  const queue = ref<Queue>('unassigned');
  const lines = ref<Line[]>([]);
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  const next = ref<Cursor>();
  const typing = ref<Record<string, { name: string; until: number }>>({});
  const now = ref(Date.now());
  let asked = 0;

  async function show(which: Queue): Promise<void> {
    const mine = ++asked;
    if (which !== queue.value) lines.value = [];
    queue.value = which;
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

  async function showMore(): Promise<void> {
    const after = next.value;
    if (!after) return;
    next.value = undefined;
    const page = await api.inbox.list.query({ queue: queue.value, after });
    const known = new Set(lines.value.map(({ id }) => id));
    lines.value.push(...page.lines.filter(({ id }) => !known.has(id)));
    next.value = page.next;
  }

  /** Puts a changed thread where it belongs now, or takes it out of the pile that it has left. */
  function place(line: Line): void {
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
      lookAnew: () => void show(queue.value),
      noteTypist: (id, one) => {
        typing.value = { ...typing.value, [id]: one };
      },
      tick: () => {
        now.value = Date.now();
      },
    });

  const typist = computed(() => (id: string) => {
    const one = typing.value[id];
    return one && one.until > now.value ? one.name : undefined;
  });

  return { queue, lines, state, next, now, typist, show, showMore, place, listen };
});

interface Hearer {
  place(line: Line): void;
  lookAnew(): void;
  noteTypist(id: string, one: { name: string; until: number }): void;
  tick(): void;
}

function hearDesk({ place, lookAnew, noteTypist, tick }: Hearer): () => void {
  const live = useLive();
  const timer = setInterval(tick, 2_000);
  const ends = [
    live.on('desk', (data) => place(data as Line)),
    live.on('reset', lookAnew),
    live.on('presence', (data) => {
      const { conversationId, agentId, name, isTyping } = data as Presence;
      if (agentId !== useMe().me?.id)
        noteTypist(conversationId, { name, until: isTyping ? Date.now() + 6_000 : 0 });
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
      return line.state === queue;
    case 'failed':
      return line.failedAt !== null;
    case 'all':
      return true;
  }
}
