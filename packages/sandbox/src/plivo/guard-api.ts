import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import type { PlivoWorld } from './open-world.ts';

export type ApiContext = Context<{ Bindings: HttpBindings }>;

/**
 * What stands before every API route: Basic authentication (401), the account's limit on calls (429 with
 * Retry-After), and behind it the snapshot, written before the answer goes out.
 */
export function guardApi(world: PlivoWorld): MiddlewareHandler<{ Bindings: HttpBindings }> {
  let recentCalls: number[] = [];
  return async (c, next) => {
    if (!isAuthentic(world, c))
      return refuse(c, 401, 'authentication failed, check your auth_id and auth_token');
    const { apiLimit } = world.state.settings;
    if (apiLimit) {
      const now = world.clock.now();
      recentCalls = recentCalls.filter((at) => at > now - apiLimit.windowMs);
      const oldest = recentCalls[0];
      if (recentCalls.length >= apiLimit.calls) {
        const waitMs = (oldest ?? now) + apiLimit.windowMs - now;
        c.header('Retry-After', String(Math.max(1, Math.ceil(waitMs / 1000))));
        return refuse(c, 429, 'too many requests');
      }
      recentCalls.push(now);
    }
    await next();
    world.save();
  };
}

/** A failure in the vendor's shape: every body has `api_id`, and `error` is what its SDK reads. */
export function refuse(c: ApiContext, status: 400 | 401 | 404 | 405 | 429, error: string): Response {
  return c.json({ api_id: randomUUID(), error }, status);
}

/** The parameters of a call, from a JSON body or a form; null where the body is neither. */
export async function readParams(c: ApiContext): Promise<Record<string, unknown> | null> {
  const type = c.req.header('content-type') ?? '';
  if (type.includes('form')) return c.req.parseBody();
  const body = await c.req.text();
  if (!body.trim()) return {};
  try {
    const value: unknown = JSON.parse(body);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function isAuthentic(world: PlivoWorld, c: ApiContext): boolean {
  const expected = `Basic ${Buffer.from(`${world.authId}:${world.authToken}`).toString('base64')}`;
  const given = c.req.header('authorization') ?? '';
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
