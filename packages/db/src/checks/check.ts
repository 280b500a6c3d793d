import type { EntityManager } from '@mikro-orm/postgresql';

/** An invariant as a question that must have no answer. It reads only, so it may run on live data at any time. */
export interface Check {
  name: string;
  /** What holds, in one sentence. */
  says: string;
  /** The rows that break it; none where all is well. */
  find(em: EntityManager, now: Date): Promise<Record<string, unknown>[]>;
}
