import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';

const compress = promisify(gzip);

/** Quicker than the default, and a page grows by a twentieth. */
const LEVEL = 4;

type Status = 200 | 404 | 409 | 410 | 422 | 429 | 502;

/**
 * A whole page as an answer. It is compressed in one piece on another thread, where the browser takes that: as a stream,
 * which suits files, it would take this one's time from the next page.
 * @param gzipped the same page where it has been compressed already
 */
export async function sendHtml(
  c: Context,
  html: string,
  status: Status,
  gzipped?: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  c.header('Content-Type', 'text/html; charset=UTF-8');
  c.header('Vary', 'Accept-Encoding');
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(html, status);
  c.header('Content-Encoding', 'gzip');
  return c.body(gzipped ?? new Uint8Array(await compress(html, { level: LEVEL })), status);
}
