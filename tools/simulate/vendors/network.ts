import type { Kernel } from '../kernel/kernel.ts';

/** What requests to the processor suffer on their way; a share of them each. */
export interface NetworkFaults {
  lost: number;
  answerLost: number;
  late: number;
  unavailable: number;
}

/** The processor's own limit for a request: what was sent is there after this, or never. */
const LONGEST_LANDING_MS = 60_000;

export interface Network {
  /** Whether a fault of such a share strikes now. */
  strikes(share: number): boolean;
  tripMs(): number;
  /** What only reads: it is answered, or it is not. */
  ask<T>(read: () => T, unanswered: T, answer: (value: T) => void): void;
  /**
   * What moves money: the request is lost, turned away, cut and performed all the same up to a minute later, or performed
   * and its answer lost.
   * @param slowMs how much longer than usual it takes
   */
  order<T>(act: () => T, unknown: T, answer: (value: T) => void, slowMs?: number): void;
  calm(): void;
  lateLandings(): number;
  lostAnswers(): number;
}

export function openNetwork(kernel: Kernel, faults: NetworkFaults): Network {
  const { dice, after } = kernel;
  let isCalm = false;
  let lateLandings = 0;
  let lostAnswers = 0;
  const strikes = (share: number) => !isCalm && dice() < share;
  const tripMs = () => 20 + dice() * 400;
  return {
    strikes,
    tripMs,
    ask(read, unanswered, answer) {
      if (strikes(faults.lost)) return;
      const isUnavailable = strikes(faults.unavailable);
      const isAnswered = !strikes(faults.answerLost);
      after(tripMs(), () => {
        const value = isUnavailable ? unanswered : read();
        if (isAnswered) after(tripMs(), () => answer(value));
      });
    },
    order(act, unknown, answer, slowMs = 0) {
      if (strikes(faults.lost)) return;
      if (strikes(faults.unavailable)) {
        after(tripMs(), () => answer(unknown));
        return;
      }
      if (strikes(faults.late)) {
        lateLandings += 1;
        // The caller sees a cut connection at once, and the request goes on without it.
        after(tripMs(), () => answer(unknown));
        after(2_000 + dice() * (LONGEST_LANDING_MS - 2_000), act);
        return;
      }
      after(tripMs() + slowMs, () => {
        const value = act();
        if (strikes(faults.answerLost)) lostAnswers += 1;
        else after(tripMs(), () => answer(value));
      });
    },
    calm() {
      isCalm = true;
    },
    lateLandings: () => lateLandings,
    lostAnswers: () => lostAnswers,
  };
}
