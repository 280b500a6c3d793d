/** How the carrier's calls to our webhooks went, as the carrier saw it. */
export interface Deliveries {
  tried: number;
  /** Answered with something else than 2xx, or not at all. */
  failed: number;
  /** Texts of which one callback was given up after the last try. */
  givenUp: Set<string>;
}

interface SeenEvent {
  kind: string;
  attempt?: { about: string; answer: number | string; againAt: number | null };
}

/** Follows the sandbox's own stream of events for as long as the run lasts. */
export function followDeliveries(carrier: string): Deliveries & { stop(): void } {
  const deliveries: Deliveries = { tried: 0, failed: 0, givenUp: new Set() };
  const stopped = new AbortController();
  const follow = async () => {
    const response = await fetch(`${carrier}/sandbox/events`, { signal: stopped.signal });
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk, { stream: true });
      const lines = rest.split('\n\n');
      rest = lines.pop() ?? '';
      for (const line of lines) note(deliveries, JSON.parse(line.slice('data: '.length)) as SeenEvent);
    }
  };
  void follow().catch(() => undefined);
  return Object.assign(deliveries, { stop: () => stopped.abort() });
}

function note(deliveries: Deliveries, { kind, attempt }: SeenEvent): void {
  if (kind !== 'callback' || !attempt) return;
  deliveries.tried += 1;
  if (typeof attempt.answer === 'number' && attempt.answer < 300) return;
  deliveries.failed += 1;
  if (attempt.againAt === null) deliveries.givenUp.add(attempt.about);
}
