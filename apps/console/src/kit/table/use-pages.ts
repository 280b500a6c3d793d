import { ref, type ShallowRef, shallowRef } from 'vue';

/** A page of lines, and where the next one begins; undefined where this is the last. */
interface Page<Line, Next> {
  lines: Line[];
  next?: Next | undefined;
}

/**
 * Lines that come page by page, each behind the last one of the page before; the latest question wins.
 * @param ask gives a page
 */
export function usePages<Line, Next>(ask: (after: Next | undefined) => Promise<Page<Line, Next>>) {
  const lines: ShallowRef<Line[]> = shallowRef([]);
  const state = ref<'pending' | 'error' | 'success'>('pending');
  const hasMore = ref(false);
  const isLoading = ref(false);
  let asked = 0;
  let next: Next | undefined;

  /** Asks anew, from the first page on. What stood there stays until the answer is there, unless it is another list. */
  async function show(isOther = false): Promise<void> {
    if (isOther) {
      lines.value = [];
      state.value = 'pending';
    }
    await load(undefined);
  }

  async function showMore(): Promise<void> {
    if (next !== undefined && !isLoading.value) await load(next);
  }

  async function load(after: Next | undefined): Promise<void> {
    const mine = ++asked;
    isLoading.value = true;
    try {
      const page = await ask(after);
      if (mine !== asked) return;
      lines.value = after === undefined ? page.lines : [...lines.value, ...page.lines];
      next = page.next;
      hasMore.value = next !== undefined;
      state.value = 'success';
    } catch {
      if (mine === asked) state.value = 'error';
    }
    if (mine === asked) isLoading.value = false;
  }

  return { lines, state, hasMore, isLoading, show, showMore };
}
