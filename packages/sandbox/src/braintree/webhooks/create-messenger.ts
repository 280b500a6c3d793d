import type { SandboxClock } from '../../control/clock.ts';
import type { SignedNotification } from './sign-notification.ts';

export interface Messenger {
  /** Posts a notification; settles after the first try. Later tries are laid on the sandbox's clock. */
  send(notification: SignedNotification): Promise<void>;
  /** Settles when no post is on its way. */
  idle(): Promise<void>;
  stop(): void;
}

/** The vendor's sandbox tries again each hour for three hours (production: for a day). */
const retryAfterMs = 3_600_000;
const mostRetries = 3;

/** The vendor waits this long for an answer. Real time: it is a real socket. */
const answerWithinMs = 30_000;

/** Carries notifications to `url`; to nobody where there is none. */
export function createMessenger(url: string | undefined, clock: SandboxClock): Messenger {
  const onTheirWay = new Set<Promise<void>>();
  const later = new Set<() => void>();
  const stopped = new AbortController();

  const attempt = async (notification: SignedNotification, retriesLeft: number): Promise<void> => {
    if (!url || stopped.signal.aborted || (await wasTaken(url, notification, stopped.signal))) return;
    if (retriesLeft === 0 || stopped.signal.aborted) return;
    const callOff = clock.after(retryAfterMs, () => {
      later.delete(callOff);
      return track(attempt(notification, retriesLeft - 1));
    });
    later.add(callOff);
  };
  const track = (sending: Promise<void>): Promise<void> => {
    onTheirWay.add(sending);
    return sending.finally(() => onTheirWay.delete(sending));
  };
  return {
    send: (notification) => track(attempt(notification, mostRetries)),
    async idle() {
      while (onTheirWay.size) await Promise.allSettled(onTheirWay);
    },
    stop() {
      stopped.abort();
      for (const callOff of later) callOff();
      later.clear();
    },
  };
}

async function wasTaken(
  url: string,
  notification: SignedNotification,
  stopped: AbortSignal,
): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ ...notification }),
      redirect: 'manual',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(answerWithinMs)]),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // Refused, cut or too slow: all the same to the vendor, it tries again.
    return false;
  }
}
