import { PROCESSOR_TIMEOUT_MS, QUARANTINE_MS } from '@kvitt/domain/payment/timetable';

/** The one time of a run, shared by all of its processes: an instant of the run is `baseMs + factor × Date.now()`. */
export interface RunTime {
  factor: number;
  baseMs: number;
}

/** Milliseconds since the epoch, in the time of the run. */
export function nowIn(time: RunTime): number {
  return Math.round(time.baseMs + time.factor * Date.now());
}

/** Everything that is measured on real sockets and real processes, in real milliseconds. */
export interface RealTimes {
  processorTimeoutMs: number;
  carrierTimeoutMs: number;
  /** A request that was cut on our side lands at the vendor after one of these. */
  lateMs: readonly number[];
  /** An answer that is merely slow. */
  slowMs: number;
  /** How long a stopped process (SIGSTOP) stands still. */
  stopMs: number;
}

/** The longest that the product itself waits between committing a payment and calling, in the time of the run. */
const CALL_WITHIN_MS = 15_000;

/** What a busy machine may add between two instants that should be one. */
const SLACK_MS = 1_500;

/**
 * The product's timetable (timeout, quarantine, looking again) runs on the clock of the run, `factor` times as fast as
 * the machine's; a fault of the network or a stopped process is a matter of real sockets and takes real time. So the real
 * times are what the timetable's would be, divided by the factor, and one relation has to hold: the last instant at which
 * a sale may land must lie before the first at which "there is no such sale" is believed, as it does at the vendor.
 * @throws where the factor is too large for that, because every double charge found then would be the run's own
 */
export function chooseTimes(factor: number): RealTimes {
  const times = {
    processorTimeoutMs: PROCESSOR_TIMEOUT_MS / factor,
    carrierTimeoutMs: 8_000 / factor,
    lateMs: [2_000, 6_000, 14_000, 25_000].map((ms) => ms / factor),
    slowMs: 5_000 / factor,
    stopMs: 5_000,
  };
  const lastLandingMs = CALL_WITHIN_MS / factor + times.stopMs + Math.max(...times.lateMs) + SLACK_MS;
  const quarantineMs = (PROCESSOR_TIMEOUT_MS + QUARANTINE_MS) / factor;
  if (lastLandingMs >= quarantineMs) {
    throw new RangeError(
      `a factor of ${factor} leaves a quarantine of ${quarantineMs} ms, and a sale may land after ${lastLandingMs} ms`,
    );
  }
  return times;
}
