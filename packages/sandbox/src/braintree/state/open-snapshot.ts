import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { emptyState } from './empty-state.ts';
import type { State } from './records.ts';

export interface Snapshot {
  state: State;
  /** Settles when everything that the state holds at the moment of the call is on disk. */
  save(): Promise<void>;
}

/**
 * Opens the state kept in `file`, or an empty one where there is none; without a file `save` does nothing.
 * Each save writes the whole state beside the file and renames it, so a kill at any moment leaves the old or the new
 * one. Saves that are asked for while one is being written share the next: a burst of requests costs two writes.
 */
export function openSnapshot(file: string | undefined): Snapshot {
  if (!file) return { state: emptyState(), save: async () => undefined };
  const state = { ...emptyState(), ...readState(file) };
  let running: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;

  const write = async () => {
    const beside = `${file}.new`;
    await writeFile(beside, JSON.stringify(state));
    await rename(beside, file);
  };
  const start = (): Promise<void> => {
    running = write().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    state,
    save() {
      if (!running) return start();
      waiting ??= running
        .catch(() => undefined)
        .then(() => {
          waiting = undefined;
          return start();
        });
      return waiting;
    },
  };
}

function readState(file: string): Partial<State> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<State>;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}
