import type { Context } from 'hono';
import { proxy } from 'hono/proxy';

/**
 * Passes a request on to the sandbox's card fields, so that the browser sees them on our own origin: the fields' library
 * talks only to frames of the page's origin or of the processor's. There is no such route with the real processor.
 */
export async function passOn(c: Context, origin: string): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  return proxy(`${origin}${pathname}${search}`, { raw: c.req.raw });
}
