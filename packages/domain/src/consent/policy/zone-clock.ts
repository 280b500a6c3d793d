/** From an instant of milliseconds, the wall clock of a zone until it is set forward or back the next time. */
export interface ClockSegment {
  /** What to add to an instant for the local time, in milliseconds. */
  offsetMs: number;
  /** The instant up to which this offset is known to hold: of the next change, or of the next look. */
  until: number;
}

/** About 99 days: few enough to hold all changes of a clock between looks, long enough to look seldom. */
const BUCKET_MS = 2 ** 33;
/** Clocks are not set twice within so short a time: Morocco's, around Ramadan, stand for a month. */
const LOOK_MS = BUCKET_MS / 16;

/** Asking Intl for an offset takes a hundred times as long as a decision may: what it said is kept. */
const ZONES = new Map<string, ZoneClock>();

export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #buckets = new Map<number, ClockSegment[]>();
  #last: (ClockSegment & { since: number }) | undefined;

  constructor(timeZone: string) {
    // Intl would take "+05:00": an offset says nothing of what the clock shows in summer.
    if (!/^[A-Za-z]/.test(timeZone)) throw new RangeError(`not a time zone: ${timeZone}`);
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  }

  /** The clock at an instant; throws where the instant is none. */
  at(instant: number): ClockSegment {
    const last = this.#last;
    if (last && instant >= last.since && instant < last.until) return last;
    const bucket = Math.floor(instant / BUCKET_MS);
    let since = bucket * BUCKET_MS;
    for (const segment of this.#bucket(bucket)) {
      if (instant < segment.until) {
        this.#last = { ...segment, since };
        return segment;
      }
      since = segment.until;
    }
    throw new RangeError(`not an instant: ${instant}`);
  }

  #bucket(bucket: number): readonly ClockSegment[] {
    const known = this.#buckets.get(bucket);
    if (known) return known;
    const start = bucket * BUCKET_MS;
    const segments: ClockSegment[] = [];
    let offsetMs = this.#ask(start);
    for (let look = start; look < start + BUCKET_MS; look += LOOK_MS) {
      const next = this.#ask(look + LOOK_MS);
      if (next === offsetMs) continue;
      segments.push({ offsetMs, until: this.#findChange(look, look + LOOK_MS, offsetMs) });
      offsetMs = next;
    }
    segments.push({ offsetMs, until: start + BUCKET_MS });
    this.#buckets.set(bucket, segments);
    return segments;
  }

  /** The instant, to the second, at which the offset is `before` no more. */
  #findChange(from: number, to: number, before: number): number {
    let low = Math.floor(from / 1_000);
    let high = Math.ceil(to / 1_000);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#ask(middle * 1_000) === before) low = middle;
      else high = middle;
    }
    return high * 1_000;
  }

  /** The offset that Intl knows, in milliseconds: it writes `GMT`, `GMT-05:00` or `GMT-00:01:15`. */
  #ask(instant: number): number {
    const text = this.#format.format(instant);
    const [, sign, hours, minutes, seconds] = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text) ?? [];
    const total = Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
    return (sign === '-' ? -total : total) * 1_000;
  }
}

/** The clock of an IANA zone, made once. Throws a RangeError where there is no such zone. */
export function zoneClock(timeZone: string): ZoneClock {
  const known = ZONES.get(timeZone);
  if (known) return known;
  const made = new ZoneClock(timeZone);
  ZONES.set(timeZone, made);
  return made;
}
