import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { LiveEvent, LiveHub } from './live-hub.ts';

/** Proxies end a connection on which nothing is said for a minute; a console that hears nothing for two of these comes anew. */
const BEAT_MS = 20_000;

/** A console that takes nothing is cut off at this much; it comes back and asks for what it missed. */
const MOST_WAITING_BYTES = 1_000_000;

/** After this long the console comes anew, and is asked again who it is: a session that was ended hears no longer. */
const LONGEST_MS = 10 * 60_000;

/** The console tries again after this long. */
const RETRY_MS = 2_000;

/** Who listens: a biller's events, all of them or some kinds only. */
export interface Listener {
  billerId: string;
  kinds?: readonly string[];
  /** What of an event goes out, as it goes over the wire; all of it where absent, and nothing where it gives nothing. */
  say?(event: LiveEvent): string | undefined;
  /** What tells besides the events, for as long as somebody listens: what it gives back is called when nobody does. */
  also?(tell: (text: string) => void): () => void;
}

/**
 * Keeps telling a console what changes, as server-sent events. Written straight to the socket: the web streams that a
 * framework wraps around it cost more than everything else here together, and a thousand consoles are one loop.
 */
export function streamLive(c: Context, listener: Listener, hub: LiveHub): Response {
  const outgoing: ServerResponse = c.env.outgoing;
  outgoing.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    // nginx would gather events until its buffer is full.
    'x-accel-buffering': 'no',
  });
  outgoing.write(`retry: ${RETRY_MS}\n\n`);
  const tell = (event: LiveEvent) => {
    if (listener.kinds && !listener.kinds.includes(event.kind)) return;
    const text = listener.say ? listener.say(event) : write(hub, event);
    if (text === undefined) return;
    outgoing.write(text);
    if (outgoing.writableLength > MOST_WAITING_BYTES) outgoing.destroy();
  };
  const known = c.req.header('last-event-id');
  const missed = known === undefined ? [] : hub.since(listener.billerId, known);
  if (missed === undefined) outgoing.write('event: reset\ndata: {}\n\n');
  else for (const event of missed) tell(event);
  const end = hub.subscribe(listener.billerId, tell);
  const endOther = listener.also?.((text) => outgoing.write(text));
  const beat = setInterval(() => outgoing.write('event: beat\ndata: {}\n\n'), BEAT_MS);
  const leave = setTimeout(() => outgoing.end(), LONGEST_MS);
  outgoing.once('close', () => {
    end();
    endOther?.();
    clearInterval(beat);
    clearTimeout(leave);
  });
  return RESPONSE_ALREADY_SENT;
}

/** An event as it goes over the wire; made once for all who get it. */
const written = new WeakMap<LiveEvent, string>();

function write(hub: LiveHub, event: LiveEvent): string {
  const before = written.get(event);
  if (before !== undefined) return before;
  const text = `id: ${hub.epoch}-${event.id}\nevent: ${event.kind}\ndata: ${event.data}\n\n`;
  written.set(event, text);
  return text;
}
