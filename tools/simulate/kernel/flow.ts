/**
 * What a flow of the model asks of the kernel. Between any two of these its process may stop for a while, or die.
 * `transaction`: all of `act` is kept, or none · `call`: a request to a vendor, whose answer may never come ·
 * `wait`: until so much time has gone by, or until somebody rings the bell · `together`: several flows at once, until the
 * last of them is over.
 */
export type Step =
  | { do: 'transaction'; act: () => unknown }
  | {
      do: 'call';
      send: (answer: (value: unknown) => void) => void;
      timeoutMs: number | undefined;
      lost: unknown;
    }
  | { do: 'wait'; ms: number; bell?: Bell }
  | { do: 'together'; flows: Flow<void>[] };

/** One flow, as far as it has come. */
export type Flow<T> = Generator<Step, T, unknown>;

/** Something that waiting rounds listen to. */
export interface Bell {
  ring(): void;
  /** Calls `heard` at the next ring; gives back a function that calls it off. */
  listen(heard: () => void): () => void;
}

/** One transaction: `act` runs at once and alone, as if the database took transactions one after the other. */
export function* transaction<T>(act: () => T): Flow<T> {
  return (yield { do: 'transaction', act }) as T;
}

/**
 * One call to a vendor. `lost` is what the adapter gives where no answer has come in time.
 * @param timeoutMs undefined waits for ever
 */
export function* call<T>(
  send: (answer: (value: T) => void) => void,
  timeoutMs: number | undefined,
  lost: T,
): Flow<T> {
  return (yield { do: 'call', send: send as never, timeoutMs, lost }) as T;
}

export function* wait(ms: number, bell?: Bell): Flow<void> {
  yield { do: 'wait', ms, ...(bell && { bell }) };
}

export function* together(flows: Flow<void>[]): Flow<void> {
  if (flows.length > 0) yield { do: 'together', flows };
}

export function makeBell(): Bell {
  const listeners = new Set<() => void>();
  return {
    ring() {
      const all = [...listeners];
      listeners.clear();
      for (const heard of all) heard();
    },
    listen(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}
