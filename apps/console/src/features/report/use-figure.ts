import { ref } from 'vue';
import { api } from '../../kit/api.ts';
import type { FigureAsked } from './figure-link.ts';

type Asked = Parameters<typeof api.report.list.query>[0];
type Page = Awaited<ReturnType<typeof api.report.list.query>>;

/** The lines behind a number, page by page; the latest question wins. */
export function useFigure() {
  const lines = ref<Page['lines']>([]);
  const currency = ref('USD');
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  const hasMore = ref(false);
  let part: Asked | undefined;
  let next: Page['next'];

  async function show(asked: FigureAsked): Promise<void> {
    // An address that somebody has typed is judged by the server, like any other.
    const mine = { ...asked } as Asked;
    part = mine;
    state.value = 'loading';
    lines.value = [];
    await load(mine);
  }

  async function showMore(): Promise<void> {
    if (part && next) await load({ ...part, after: next });
  }

  async function load(asked: Asked): Promise<void> {
    const mine = part;
    try {
      const page = await api.report.list.query(asked);
      if (mine !== part) return;
      lines.value = [...lines.value, ...page.lines];
      currency.value = page.currency;
      next = page.next;
      hasMore.value = next !== undefined;
      state.value = 'ready';
    } catch {
      if (mine === part) state.value = 'failed';
    }
  }

  return { lines, currency, state, hasMore, show, showMore };
}
