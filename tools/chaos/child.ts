import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

/** A process of the run. */
export interface Child {
  pid: number;
  /** Sends it a word. */
  tell(word: object): void;
  /** Settles with the first word that has `name`; rejects when the process ends before. */
  heard<T>(name: string): Promise<T>;
  kill(signal: NodeJS.Signals): void;
  /** The signal that ended it, or its exit code, and the last lines that it wrote. */
  ended: Promise<{ by: string; lastLines: string }>;
}

const COMPILED = '../../node_modules/.cache/kvitt-chaos';

const living = new Set<ChildProcess>();

/** Starts a file of this folder as a process; nothing that it was started with outlives this process. */
export function startChild(file: string, assignment: object): Child {
  const child = fork(path.join(import.meta.dirname, file), [JSON.stringify(assignment)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Hundreds of processes load the same files: compiled once, they start in half the time.
    env: { ...process.env, NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, COMPILED) },
  });
  living.add(child);
  let lastLines = '';
  const note = (chunk: Buffer) => {
    lastLines = `${lastLines}${chunk}`.slice(-4_000);
  };
  child.stdout?.on('data', note);
  child.stderr?.on('data', note);
  const words: Record<string, unknown> = {};
  const listeners = new Set<() => void>();
  child.on('message', (word) => {
    Object.assign(words, word);
    for (const listener of listeners) listener();
  });
  // A word to a process that has just died is lost, as it would be to a machine that has.
  child.on('error', () => {});
  const ended = new Promise<{ by: string; lastLines: string }>((end) => {
    child.once('exit', (code, signal) => {
      living.delete(child);
      end({ by: signal ?? String(code), lastLines });
    });
  });
  return {
    pid: child.pid ?? 0,
    tell: (word) => void (child.connected && child.send(word, () => {})),
    heard: <T>(name: string) =>
      new Promise<T>((resolve, reject) => {
        const look = () => {
          if (!(name in words)) return;
          listeners.delete(look);
          resolve(words[name] as T);
        };
        listeners.add(look);
        void ended.then(({ by }) =>
          reject(new Error(`${file} ended by ${by} before it was ${name}\n${lastLines}`)),
        );
        look();
      }),
    kill: (signal) => void child.kill(signal),
    ended,
  };
}

/** Ends whatever is left, stopped processes included. */
export function killChildren(): void {
  for (const child of living) child.kill('SIGKILL');
}
