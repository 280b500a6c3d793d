import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

/**
 * The ways in which a vendor call goes wrong on the way.
 * `drop-before`: the connection is cut, nothing happened · `drop-after`: it happened, the answer is lost ·
 * `late`: the connection is cut now, and it happens `delayMs` later all the same · `delay`: the answer takes
 * `delayMs` · `status`: the vendor answers `status` and does nothing.
 */
export interface Fault {
  kind: 'drop-before' | 'drop-after' | 'late' | 'delay' | 'status';
  /** Only calls with this HTTP method; every method where absent. */
  method?: string;
  /** Only paths that this regular expression matches; every path where absent. */
  path?: string;
  /** Real milliseconds: a network fault happens to the caller's real socket, whatever the sandbox's clock says. */
  delayMs?: number;
  status?: number;
  /** Sent with `status`; an empty body where absent. */
  body?: string;
  headers?: Record<string, string>;
  /** How many calls it strikes before it is used up; 1 where absent. */
  times?: number;
  /** Strikes only this share of the calls, by the sandbox's seeded dice; every call where absent. */
  share?: number;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  list(): readonly Fault[];
  middleware: MiddlewareHandler<{ Bindings: HttpBindings }>;
  /** Settles when every `late` call has landed. */
  landed(): Promise<void>;
}

/** The switchboard of one vendor server: what is to go wrong with which of the next calls. */
export function createFaults(seed = 1): Faults {
  let armed: (Fault & { left: number })[] = [];
  const landing = new Set<Promise<unknown>>();
  const roll = seededDice(seed);

  const take = (method: string, path: string): Fault | undefined => {
    const fault = armed.find(
      (f) =>
        (!f.method || f.method === method) &&
        (!f.path || new RegExp(f.path).test(path)) &&
        (f.share === undefined || roll() < f.share),
    );
    if (fault && --fault.left <= 0) armed = armed.filter((other) => other !== fault);
    return fault;
  };

  return {
    add: (fault) => void armed.push({ ...fault, left: fault.times ?? 1 }),
    clear() {
      armed = [];
    },
    list: () => armed,
    landed: async () => {
      while (landing.size) await Promise.all(landing);
    },
    middleware: async (c, next) => {
      const fault = take(c.req.method, c.req.path);
      if (!fault) return next();
      // The handler may run after the socket is gone, so the body is read first; Hono keeps what was read.
      await c.req.arrayBuffer();
      const cut = () => c.env.incoming.socket.destroy();
      if (fault.kind === 'drop-before') {
        cut();
        return c.body(null);
      }
      if (fault.kind === 'drop-after') {
        await next();
        cut();
        return;
      }
      if (fault.kind === 'late') {
        cut();
        const late = sleep(fault.delayMs ?? 1000).then(() => next());
        landing.add(late);
        await late.finally(() => landing.delete(late));
        return;
      }
      if (fault.kind === 'delay') {
        await sleep(fault.delayMs ?? 1000);
        return next();
      }
      return c.body(fault.body ?? '', (fault.status ?? 503) as 503, fault.headers ?? {});
    },
  };
}

/** A small seeded generator (mulberry32): the same seed gives the same faults, so a failing round can be replayed. */
export function seededDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
