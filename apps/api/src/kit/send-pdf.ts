import type { Context } from 'hono';

/** A PDF as an answer: kept by no cache, listed by no robot, under a name that any file system takes. */
export function sendPdf(c: Context, pdf: Buffer, name: string): Response {
  const file = name.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 100);
  return c.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${file}.pdf"`,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow',
    'X-Content-Type-Options': 'nosniff',
  });
}
