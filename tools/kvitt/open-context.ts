import type { Ctx } from '@kvitt/flows/kit/context';
import { makeIds } from '@kvitt/flows/kit/make-ids';
import { notice } from './notice.ts';
import type { OpenDatabase } from './open-database.ts';
import { readPublicUrl } from './read-public-url.ts';

/**
 * The context that a command gives to a flow: the database and the clock. A command calls no vendor and queues no job,
 * so it needs none of their keys, and says so where a flow tries.
 * @param offsetMs by how much the test clock lies ahead of the machine's
 */
export function openContext(orm: OpenDatabase['orm'], offsetMs = 0): Ctx {
  const clock = { now: () => new Date(Date.now() + offsetMs) };
  const say = (fields: object, message: string) => notice(`${message} ${JSON.stringify(fields)}`);
  return {
    em: orm.em.fork(),
    clock,
    ids: makeIds(clock),
    sms: unavailable<Ctx['sms']>('the carrier'),
    payments: unavailable<Ctx['payments']>('the card processor'),
    jobs: unavailable<Ctx['jobs']>('the queue'),
    log: { info: () => {}, warn: say },
    publicUrl: readPublicUrl(process.env) ?? '',
  };
}

function unavailable<T extends object>(what: string): T {
  return new Proxy({} as T, {
    get() {
      throw new Error(`a command has no need of ${what}`);
    },
  });
}
