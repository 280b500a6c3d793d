import type { Context } from 'hono';

/** A picture as an answer: shown as nothing else, run as nothing, kept by nobody on the way. */
export function sendPicture(c: Context, jpeg: Uint8Array): Response {
  return c.body(Uint8Array.from(jpeg), 200, {
    'Content-Type': 'image/jpeg',
    'Content-Disposition': 'inline; filename="picture.jpg"',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
}
