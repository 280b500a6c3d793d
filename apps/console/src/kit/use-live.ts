import { defineStore } from 'pinia';
import { ref } from 'vue';

type Hear = (data: unknown) => void;

/** A connection that is lost for this long is shown; shorter ones heal before anybody would read it. */
const SHOW_MS = 3_000;

/**
 * The server says something every 20 seconds. Where nothing was heard for longer than two of them the way is gone, though
 * the browser may take many minutes to find out: a cable pulled on the way closes nothing.
 */
const DEAD_MS = 45_000;
const LOOK_EVERY_MS = 5_000;

/**
 * What changes, told by the server as it happens. The browser keeps the connection and asks for what it missed; where
 * that is too long ago, or the connection is another one, everybody is told to look anew.
 */
export const useLive = defineStore('live', () => {
  const state = ref<'closed' | 'open' | 'lost'>('closed');
  const hearers = new Map<string, Set<Hear>>();
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heardAt = 0;

  function open(): void {
    if (source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource('/console/live');
    source.onopen = () => {
      heardAt = Date.now();
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
    for (const kind of new Set([...hearers.keys(), 'reset', 'beat'])) listenFor(kind);
  }

  /** Gives the connection up, also one that has not opened yet, says so, and looks for another until there is one. */
  function begin(): void {
    if (!source) return;
    source.close();
    state.value = 'lost';
    open();
  }

  for (const event of ['offline', 'online']) addEventListener(event, begin);
  setInterval(() => state.value === 'open' && Date.now() - heardAt > DEAD_MS && begin(), LOOK_EVERY_MS);

  function listenFor(kind: string): void {
    source?.addEventListener(kind, (event) => tell(kind, JSON.parse(event.data)));
  }

  function tell(kind: string, data: unknown): void {
    heardAt = Date.now();
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
