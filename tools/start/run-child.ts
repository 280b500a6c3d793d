import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { DATA } from './local-parts.ts';

export interface Child {
  name: string;
  process: ChildProcess;
  /** Settles with the first line that the child prints; rejects where it ends before that. */
  ready: Promise<string>;
  /** Asks the child to end, and settles when it has; after `graceMs` it is ended. */
  stop(graceMs?: number): Promise<void>;
}

export interface Program {
  file: string;
  args: string[];
  /** For Node itself, as `--watch`. */
  nodeArgs: string[];
  env: NodeJS.ProcessEnv;
}

/**
 * Starts one of our programs under this same Node. Its first line says that it is ready; everything after that, and all
 * that it says on standard error, is shown as it comes.
 */
export function runChild(name: string, program: Program): Child {
  const { nodeArgs, file, args, env } = program;
  const child = spawn(process.execPath, [...nodeArgs, file, ...args], {
    // Half of a second start is compiling what the first one compiled.
    env: { ...env, NODE_COMPILE_CACHE: path.join(DATA, 'compile-cache') },
    // The channel closes when we die, however we die, and the child ends with us: nothing is left holding a port.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    // In a group of its own, a Ctrl-C in the terminal reaches us alone, and we end the parts in their order.
    detached: process.platform !== 'win32',
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const ready = new Promise<string>((started, failed) => {
    const lines = createInterface({ input: child.stdout as Readable });
    let isFirst = true;
    lines.on('line', (line) => {
      if (isFirst) started(line);
      else console.log(line);
      isFirst = false;
    });
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`${name} ended before it was ready (${code})`)));
  });
  return {
    name,
    process: child,
    ready,
    async stop(graceMs = 8_000) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}
