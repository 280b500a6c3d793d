import type { Context } from 'hono';

/** What a browser saves. */
export interface SentFile {
  name: string;
  /** Without its charset; all of them are UTF-8. */
  type: string;
  /** Pieces are sent as they are made. */
  body: string | AsyncIterable<string>;
}

/** Sends a file to be saved under its name, never to be shown: what is in it came from customers. */
export function sendFile(c: Context, { name, type, body }: SentFile): Response {
  c.header('Content-Type', `${type}; charset=utf-8`);
  // Both forms: old programs read the plain one, and letters of other alphabets stand in the other.
  const plain = name.replace(/[^\w.-]/g, '_');
  c.header(
    'Content-Disposition',
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
  c.header('X-Content-Type-Options', 'nosniff');
  return c.body(typeof body === 'string' ? body : toStream(body));
}

function toStream(pieces: AsyncIterable<string>): ReadableStream {
  const encoder = new TextEncoder();
  const reader = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await reader.return?.();
    },
  });
}
