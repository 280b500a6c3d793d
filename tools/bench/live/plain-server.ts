// What Node alone does: one process that holds streams open and writes the same bytes to all of them, so many times a
// second for so long, from the first question on the path /go.
import { createServer, type ServerResponse } from 'node:http';

const [port = '0', perSecond = '30', count = '300', bytes = '600'] = process.argv.slice(2);
const streams = new Set<ServerResponse>();

const server = createServer((incoming, outgoing) => {
  if (incoming.url === '/go') {
    outgoing.end();
    tellAll();
    return;
  }
  outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
  outgoing.write('retry: 2000\n\n');
  streams.add(outgoing);
  outgoing.once('close', () => streams.delete(outgoing));
});
server.listen(Number(port), '127.0.0.1', () => console.log(JSON.stringify({ ready: 'plain' })));

function tellAll(): void {
  let told = 0;
  const timer = setInterval(() => {
    if (++told >= Number(count)) clearInterval(timer);
    const words = `id: ${told}\nevent: desk\ndata: at ${Date.now()} ${'x'.repeat(Number(bytes))}\n\n`;
    for (const stream of streams) stream.write(words);
  }, 1_000 / Number(perSecond));
}
