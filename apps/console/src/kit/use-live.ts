import { defineStore } from 'pinia';
import { ref } from 'vue';

type Hear = (data: unknown) => void;

/** A connection that is lost for this long is shown; shorter ones heal before anybody would read it. */
const SHOW_MS = 3_000;

/**
 * What changes, told by the server as it happens. The browser keeps the connection and asks for what it missed; where
 * that is too long ago it is told to look anew.
 */
export const useLive = defineStore('live', () => {
  const state = ref<'closed' | 'open' | 'lost'>('closed');
  const hearers = new Map<string, Set<Hear>>();
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    if (source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource('/console/live');
    source.onopen = () => {
      clearTimeout(timer);
      timer = undefined;
      if (state.value === 'lost') tell('reset', {});
      state.value = 'open';
    };
    source.onerror = () => {
      timer ??= setTimeout(() => {
        state.value = 'lost';
        // A browser gives up for good where it was answered with an error; the way may be free again.
        if (source?.readyState === EventSource.CLOSED) open();
        timer = undefined;
      }, SHOW_MS);
    };
    for (const kind of new Set([...hearers.keys(), 'reset'])) listenFor(kind);
  }

  function listenFor(kind: string): void {
    source?.addEventListener(kind, (event) => tell(kind, JSON.parse(event.data)));
  }

  function tell(kind: string, data: unknown): void {
    for (const hear of hearers.get(kind) ?? []) hear(data);
  }

  /** Calls `hear` for every event of a kind, until what it gives back is called. */
  function on(kind: string, hear: Hear): () => void {
    const all = hearers.get(kind) ?? new Set();
    if (!hearers.has(kind) && source && kind !== 'reset') {
      hearers.set(kind, all);
      listenFor(kind);
    }
    hearers.set(kind, all.add(hear));
    open();
    return () => all.delete(hear);
  }

  function close(): void {
    source?.close();
    source = undefined;
    state.value = 'closed';
  }

  return { state, on, close };
});
