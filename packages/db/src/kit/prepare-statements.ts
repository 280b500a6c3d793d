import type { Pool, PoolClient } from 'pg';

/** So many times a statement has come before each connection keeps its plan: what comes once is not worth the memory. */
const WORTH_IT = 3;

/** Kept by a process at most, and counted at most until then: statements with lists in them have a text for each length. */
const MOST_NAMED = 400;
const MOST_COUNTED = 2_000;

/** What PostgreSQL says of a kept plan whose columns a migration has changed meanwhile. */
const CHANGED = { code: '0A000', message: 'cached plan must not change result type' };

/**
 * Has PostgreSQL keep the plans of statements that come again and again, by giving each a name of its own. Planning a
 * question over ten tables takes it 5 to 12 ms and answering it 1: of a payment's time more than half was planning. A kept
 * plan is made anew when its tables have been analysed, and goes with its connection.
 */
export function prepareStatements(pool: Pool): void {
  const names = countStatements();
  pool.on('connect', (client: PoolClient) => {
    const ask = client.query.bind(client) as (...args: unknown[]) => unknown;
    const askNamed = async (text: string, values: unknown[], name: string): Promise<unknown> => {
      const isAlone = client.getTransactionStatus() === 'I';
      try {
        return await ask({ name, text, values });
      } catch (error) {
        if (!isChanged(error)) throw error;
        names.retire(text);
        // Inside a transaction nothing can be asked any more: it is given up, and works when it is tried again.
        if (!isAlone) throw error;
        return ask(text, values);
      }
    };
    client.query = ((...args: unknown[]) => {
      const [text, values] = args;
      // Cursors, and whoever wants to be called back, are left alone.
      const isPlain = args.length === 2 && typeof text === 'string' && Array.isArray(values);
      const name = isPlain ? names.of(text) : undefined;
      return isPlain && name !== undefined ? askNamed(text, values, name) : ask(...args);
    }) as typeof client.query;
  });
}

interface Names {
  /** The name of a statement that has come often enough. */
  of(text: string): string | undefined;
  /** From now on it has none. */
  retire(text: string): void;
}

function countStatements(): Names {
  const named = new Map<string, string | undefined>();
  const counted = new Map<string, number>();
  return {
    of(text) {
      if (named.has(text)) return named.get(text);
      if (named.size >= MOST_NAMED) return undefined;
      const count = (counted.get(text) ?? 0) + 1;
      if (count <= WORTH_IT) {
        if (counted.size >= MOST_COUNTED) counted.clear();
        counted.set(text, count);
        return undefined;
      }
      counted.delete(text);
      named.set(text, `kvitt_${named.size}`);
      return named.get(text);
    },
    retire: (text) => named.set(text, undefined),
  };
}

function isChanged(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === CHANGED.code && message === CHANGED.message;
}
