import type { Queue } from '@kvitt/domain/desk/desk-state';
import { ref } from 'vue';
import { api, readProblem } from '../../kit/api.ts';

export type Line = Awaited<ReturnType<typeof api.inbox.list.query>>['lines'][number];
type Cursor = Awaited<ReturnType<typeof api.inbox.list.query>>['next'];

/** The lines of one pile, or of whoever is searched for, as they are loaded page by page. The latest question wins. */
export function usePile() {
  const queue = ref<Queue>('unassigned');
  const words = ref('');
  const lines = ref<Line[]>([]);
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  const next = ref<Cursor>();
  let asked = 0;

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

  return { queue, words, lines, state, next, show, find, showMore };
}
