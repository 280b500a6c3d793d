import type { PlivoWorld } from './open-world.ts';
import type { SandboxEvent } from './sandbox-state.ts';

/** Also keeps the connection alive; a second, so that the clock on the page's status bar is right. */
const clockEveryMs = 1000;

/** Server-sent events: every change of the sandbox as it happens, and the sandbox's time once a real second. */
export function streamEvents(world: PlivoWorld): Response {
  const encoder = new TextEncoder();
  let close = () => {};
  const stream = new ReadableStream({
    start(controller) {
      const send = (event: SandboxEvent) =>
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
      const beat = setInterval(() => send({ kind: 'clock', now: world.now() }), clockEveryMs);
      world.listeners.add(send);
      close = () => {
        clearInterval(beat);
        world.listeners.delete(send);
      };
      send({ kind: 'clock', now: world.now() });
    },
    cancel: () => close(),
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' },
  });
}
