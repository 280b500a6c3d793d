import { type Child, startChild } from './child.ts';
import type { Stage } from './stage.ts';

/** The API of the run: whenever it ends it is started again, as any supervisor would. */
export interface KeptApi {
  now(): Child;
  /** Milliseconds from each death to the next process that serves. */
  recoveriesMs: number[];
  /** Ends that nobody caused, with what the process said last. */
  falls: string[];
  /** Kills it with -9. */
  crash(): void;
  stop(): void;
}

export async function keepApi(stage: Stage): Promise<KeptApi> {
  let isOver = false;
  let isCrashing = false;
  const recoveriesMs: number[] = [];
  const falls: string[] = [];
  let child = startChild('api-process.ts', stage.assignment);
  await child.heard('ready');

  const watch = async () => {
    const { by, lastLines } = await child.ended;
    if (isOver) return;
    if (!isCrashing) falls.push(`api ended by ${by}: ${lastLines.trim().slice(-400)}`);
    isCrashing = false;
    const diedMs = Date.now();
    child = startChild('api-process.ts', stage.assignment);
    void watch();
    await child.heard('ready').then(
      () => recoveriesMs.push(Date.now() - diedMs),
      () => undefined,
    );
  };
  void watch();
  return {
    now: () => child,
    recoveriesMs,
    falls,
    crash() {
      isCrashing = true;
      child.kill('SIGKILL');
    },
    stop() {
      isOver = true;
      child.kill('SIGKILL');
    },
  };
}
