import pg from 'pg';

/** The channel over which the database says that something at a desk has changed: `biller kind id`. */
const LIVE_CHANNEL = 'kvitt_live';

/** What a console is told. `id` numbers the events of one process, so that a console can ask for what it missed. */
export interface LiveEvent {
  id: number;
  billerId: string;
  kind: string;
  /** JSON, written once however many consoles read it. */
  data: string;
}

export interface LiveHub {
  /** Names this process's count of events: another's numbers mean nothing here. */
  epoch: string;
  /** Tells all consoles of a biller something. */
  publish(billerId: string, kind: string, data: unknown): void;
  /** Calls `tell` for every event of a biller from now on, until what it gives back is called. */
  subscribe(billerId: string, tell: (event: LiveEvent) => void): () => void;
  /** What was told after `id`; undefined where that is too long ago, or was another process's number. */
  since(billerId: string, id: string): LiveEvent[] | undefined;
  close(): Promise<void>;
}

/** Enough for a console that was away for a minute at 30 events a second. */
const KEPT = 2_000;

/** Changes of one thread within this time are told once. */
const GATHER_MS = 100;

export interface HubOptions {
  databaseUrl: string;
  /** Loads what consoles are told of the things that have changed, with one question for all of them. */
  load(billerId: string, kind: string, ids: readonly string[]): Promise<unknown[]>;
  onError(error: unknown): void;
}

/**
 * One connection that listens, for all consoles of this process: what has changed is gathered, loaded once, and handed
 * to everyone who looks. A console costs no question of its own.
 */
export async function openLiveHub(options: HubOptions): Promise<LiveHub> {
  const epoch = Date.now().toString(36);
  const listeners = new Map<string, Set<(event: LiveEvent) => void>>();
  const kept: LiveEvent[] = [];
  let last = 0;

  const publish: LiveHub['publish'] = (billerId, kind, data) => {
    const event = { id: ++last, billerId, kind, data: JSON.stringify(data) };
    kept.push(event);
    if (kept.length > KEPT * 2) kept.splice(0, KEPT);
    for (const tell of listeners.get(billerId) ?? []) tell(event);
  };
  const gather = gatherChanges(options, publish, (billerId) => listeners.has(billerId));
  const listening = await listen(options.databaseUrl, gather.add, () => {
    // What was said while nobody listened is lost: every console looks anew.
    for (const billerId of listeners.keys()) publish(billerId, 'reset', {});
  });
  return {
    epoch,
    publish,
    subscribe(billerId, tell) {
      const all = listeners.get(billerId) ?? new Set();
      listeners.set(billerId, all.add(tell));
      return () => {
        all.delete(tell);
        if (all.size === 0) listeners.delete(billerId);
      };
    },
    since(billerId, known) {
      const [itsEpoch, number] = known.split('-');
      const from = Number(number);
      const oldest = kept[0]?.id ?? last + 1;
      if (itsEpoch !== epoch || !Number.isInteger(from) || from < oldest - 1) return undefined;
      return kept.filter((event) => event.id > from && event.billerId === billerId);
    },
    async close() {
      gather.stop();
      await listening.stop();
    },
  };
}

/** Gathers ids by biller and kind for a moment, then has them loaded and told. */
function gatherChanges(
  options: HubOptions,
  publish: LiveHub['publish'],
  isWatched: (billerId: string) => boolean,
): { add(payload: string): void; stop(): void } {
  let waiting = new Map<string, Set<string>>();
  let timer: NodeJS.Timeout | undefined;
  const tellAll = async () => {
    timer = undefined;
    const now = waiting;
    waiting = new Map();
    for (const [key, ids] of now) {
      const [billerId = '', kind = ''] = key.split(' ');
      try {
        for (const one of await options.load(billerId, kind, [...ids])) publish(billerId, kind, one);
      } catch (error) {
        options.onError(error);
      }
    }
  };
  return {
    add(payload) {
      const [billerId = '', kind = '', id = ''] = payload.split(' ');
      if (!isWatched(billerId)) return;
      const key = `${billerId} ${kind}`;
      waiting.set(key, (waiting.get(key) ?? new Set()).add(id));
      timer ??= setTimeout(() => void tellAll(), GATHER_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

async function listen(
  url: string,
  hear: (payload: string) => void,
  onReturn: () => void,
): Promise<{ stop(): Promise<void> }> {
  let isStopped = false;
  let client: pg.Client | undefined;
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on('notification', ({ payload }) => hear(payload ?? ''));
    next.on('error', () => next.end().catch(() => undefined));
    next.on('end', () => again());
    await next.connect();
    await next.query(`listen ${LIVE_CHANNEL}`);
    client = next;
  };
  const again = () => {
    if (isStopped) return;
    setTimeout(() => {
      connect().then(onReturn, again);
    }, 1_000).unref();
  };
  await connect();
  return {
    async stop() {
      isStopped = true;
      await client?.end();
    },
  };
}
