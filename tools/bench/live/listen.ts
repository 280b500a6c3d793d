// So many consoles in one process: each holds a stream of server-sent events open and takes what comes. Every event says
// when it was caused, as "at" and the machine's milliseconds. Asked by a message, it tells what came, and how late.
import { Agent, request } from 'node:http';
import { percentile } from '../kit/percentile.ts';

/** What all consoles together were told since the last question. */
export interface Heard {
  deliveries: number;
  /** Consoles whose stream has ended. */
  lost: number;
  p50Ms: number;
  p99Ms: number;
}

const [url = '', cookie = '', count = '0'] = process.argv.slice(2);
const CAUSED = /at (\d{13})/g;
let lateMs: number[] = [];
let lost = 0;

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
for (let opened = 0; opened < Number(count); opened += 50) {
  const some = Math.min(50, Number(count) - opened);
  await Promise.all(Array.from({ length: some }, open));
}
console.log(JSON.stringify({ ready: 'consoles' }));

process.on('message', () => {
  const heard: Heard = {
    deliveries: lateMs.length,
    lost,
    p50Ms: percentile(lateMs, 0.5),
    p99Ms: percentile(lateMs, 0.99),
  };
  lateMs = [];
  process.send?.(heard);
});
process.on('disconnect', () => process.exit());

function open(): Promise<void> {
  return new Promise((opened, failed) => {
    const outgoing = request(url, { agent, headers: { cookie, accept: 'text/event-stream' } }, (incoming) => {
      if (incoming.statusCode !== 200)
        return failed(new Error(`a console was answered ${incoming.statusCode}`));
      incoming.setEncoding('utf8');
      let rest = '';
      incoming.on('data', (chunk: string) => {
        const nowMs = Date.now();
        const words = rest + chunk;
        const end = words.lastIndexOf('\n\n');
        rest = words.slice(end + 1);
        for (const [, causedMs] of words.slice(0, end + 1).matchAll(CAUSED))
          lateMs.push(nowMs - Number(causedMs));
      });
      incoming.on('close', () => {
        lost += 1;
      });
      opened();
    });
    outgoing.on('error', failed);
    outgoing.end();
  });
}
