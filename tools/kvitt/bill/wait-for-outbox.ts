import { setTimeout as pause } from 'node:timers/promises';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { notice } from '../notice.ts';

export interface Outbox {
  waiting: number;
  /** What the biller's numbers may send together. */
  perSecond: number;
}

const LOOK_EVERY_MS = 500;
/** A worker takes up what waits within two seconds; texts that stand still for longer have none. */
const STILL_MS = 15_000;

/** Waits until nothing waits any more; gives up where nothing moves, because then no worker runs. */
export async function waitForOutbox(look: () => Promise<Outbox>): Promise<ExitCode> {
  let least = Number.POSITIVE_INFINITY;
  let movedAt = performance.now();
  for (;;) {
    const { waiting } = await look();
    if (waiting === 0) return EXIT.done;
    if (waiting < least) {
      least = waiting;
      movedAt = performance.now();
    }
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${waiting} texts wait`);
    if (performance.now() - movedAt > STILL_MS) {
      notice(`${waiting} texts wait and nothing takes them: start a worker with \`npm start\`.`);
      return EXIT.no;
    }
    await pause(LOOK_EVERY_MS);
  }
}
