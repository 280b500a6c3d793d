import type pg from 'pg';
import { askInTurn, type Pace } from '../kit/ask-in-turn.ts';
import { BILLER, KIND } from '../kit/seed-people.ts';

/** What the same tables answer to statements that ask for the least that each screen needs, over a bare connection. */
export interface BareInbox {
  list: Pace;
  page: Pace;
  thread: Pace;
  name: Pace;
}

const LINES = 50;
const EVENTS = 60;

/** Measures the least: no HTTP, no session, no role, no names, no amounts, and every key known beforehand. */
export async function measureBare(client: pg.Client, n: number, count: number): Promise<BareInbox> {
  const list = `select * from desk where biller_id = '${BILLER}'`;
  const latest = `order by last_at desc, conversation_id desc limit ${LINES}`;
  const ask = (text: string, values: unknown[] = []) => client.query({ name: text.slice(-60), text, values });
  const { rows } = await client.query<{ last_at: Date; conversation_id: string }>(`${list} ${latest}`);
  const last = rows.at(-1);
  return {
    list: await askInTurn(count, () => ask(`${list} ${latest}`)),
    page: await askInTurn(count, () =>
      ask(`${list} and (last_at, conversation_id) < ($1, $2) ${latest}`, [
        last?.last_at,
        last?.conversation_id,
      ]),
    ),
    thread: await askInTurn(count, (index) =>
      ask(
        `select * from message where biller_id = '${BILLER}' and conversation_id = bench_id('${KIND.conversation}', $1)
         order by created_at desc, id desc limit ${EVENTS}`,
        [1 + ((index * 7_919) % n)],
      ),
    ),
    name: await askInTurn(count, (index) =>
      ask(`select id from customer where biller_id = '${BILLER}' and folded_name like $1 limit 20`, [
        `%${WHOLE_NAMES[index % WHOLE_NAMES.length]}%`,
      ]),
    ),
  };
}

/** Last names as they are written; each is that of some hundred customers of a million. */
export const WHOLE_NAMES = [
  'jonsagren',
  'lindenson',
  'martigren',
  'dahlkaman',
  'bergulez',
  'holmruova',
  'grannowood',
];
