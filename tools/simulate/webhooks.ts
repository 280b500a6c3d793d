import type { Flow } from './kernel/flow.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { Process } from './kernel/process.ts';

/** A vendor waits this long for our 2xx, and tries again after these gaps, then never again. */
const ANSWER_WITHIN_MS = 8_000;
const GAPS_MS: readonly number[] = [60_000, 120_000, 240_000];

/**
 * A vendor calls our API until it answers: at least once, perhaps twice, perhaps never when nobody is there for long.
 * @param acknowledged hears of the first 2xx that the vendor has received
 */
export function deliver(
  kernel: Kernel,
  api: Process,
  act: () => Flow<void>,
  duplicate: number,
  acknowledged: () => void = () => {},
): void {
  let isAcknowledged = false;
  const attempt = (tries: number) => {
    if (isAcknowledged) return;
    if (api.isAlive) {
      kernel.begin(api, act(), () => {
        if (isAcknowledged) return;
        isAcknowledged = true;
        acknowledged();
      });
    }
    const gapMs = GAPS_MS[tries];
    if (gapMs !== undefined) kernel.after(ANSWER_WITHIN_MS + gapMs, () => attempt(tries + 1));
  };
  attempt(0);
  if (kernel.dice() < duplicate)
    kernel.after(kernel.dice() * 5_000, () => api.isAlive && kernel.begin(api, act()));
}
