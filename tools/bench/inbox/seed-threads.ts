import type pg from 'pg';
import { loadBare } from '../kit/load-bare.ts';
import { BILLER, KEEP_CUSTOMERS, KIND, SENDER, seedBiller } from '../kit/seed-people.ts';

/** Syllables of names: 40 first names and 8,000 last ones, so that a name is shared by a few and a syllable by many. */
const FIRST = ['An', 'Bo', 'Cla', 'Da', 'El', 'Fre', 'Gu', 'Hen'];
const FIRST_END = ['na', 'ris', 'ra', 'vid', 'la'];
const LAST = [
  'Ander',
  'Berg',
  'Carl',
  'Dahl',
  'Ek',
  'Fors',
  'Gran',
  'Holm',
  'Ing',
  'Jons',
  'Karl',
  'Lind',
  'Mart',
  'Nor',
];
const LAST_MIDDLE = ['a', 'be', 'di', 'en', 'go', 'hu', 'ka', 'le', 'mi', 'no', 'ru', 'sta', 'ti', 'ul'];
const LAST_END = ['son', 'qvist', 'gren', 'man', 'lund', 'strom', 'feldt', 'ez', 'ini', 'ova', 'er', 'wood'];

/** An expression of the row's number that goes through the words. */
const pick = (words: readonly string[], by: string) =>
  `(array[${words.map((word) => `'${word}'`).join(', ')}])[1 + (${by}) % ${words.length}]`;
const FIRST_NAME = `${pick(FIRST, 'i')} || ${pick(FIRST_END, 'i / 8')}`;
const LAST_NAME = `${pick(LAST, 'i / 40')} || ${pick(LAST_MIDDLE, 'i / 560')} || ${pick(LAST_END, 'i / 7840')}`;

/**
 * Fills an empty database with `n` threads of as many customers: a bill each that is owed, a text from us, an answer, and
 * what became of it at the desk. Of a hundred threads 90 are closed, as where a machine answers most.
 */
export async function seedThreads(client: pg.Client, n: number): Promise<void> {
  await seedBiller(client, 5);
  const id = (kind: keyof typeof KIND) => `bench_id('${KIND[kind]}', i)`;
  const at = `now() - (i % 500000) * interval '10 seconds' - interval '1 minute'`;
  const rows: [string, string][] = [
    [
      'customer (biller_id, id, number, first_name, last_name, time_zone, language, created_at)',
      `${id('customer')}, 'C-' || i, ${FIRST_NAME}, ${LAST_NAME}, 'America/New_York', 'en', now()`,
    ],
    [
      'account (biller_id, id, customer_id, number, created_at)',
      `${id('account')}, ${id('customer')}, 'A-' || i, now()`,
    ],
    ['phone (biller_id, id, e164, line_type, created_at)', `${id('phone')}, bench_phone(i), 'mobile', now()`],
    [
      'account_phone (biller_id, account_id, phone_id, role, since)',
      `${id('account')}, ${id('phone')}, 'primary', now()`,
    ],
    [
      'consent (biller_id, phone_id, purpose, state, since, event_id)',
      `${id('phone')}, 'service', 'express', now(), ${id('consent')}`,
    ],
    [
      'conversation (biller_id, id, phone_id, sender_id, opened_at, last_inbound_at)',
      `${id('conversation')}, ${id('phone')}, '${SENDER}', now(), ${at}`,
    ],
    [
      `invoice (biller_id, id, account_id, number, description, currency, total_minor, issued_on, due_on, announced_at,
        created_at)`,
      `${id('invoice')}, ${id('account')}, 'B-' || i, 'Electricity', 'USD', 8420, current_date, current_date + 14, now(), now()`,
    ],
    [
      'journal_entry (biller_id, id, cause, cause_id, currency, at)',
      `${id('entry')}, 'invoice-issued', ${id('invoice')}, 'USD', now()`,
    ],
    [
      'posting (biller_id, entry_id, line, account, invoice_id, minor)',
      `${id('entry')}, unnest(array[0, 1]), unnest(array['receivable', 'revenue']), unnest(array[${id('invoice')}, null]),
        unnest(array[8420, -8420])`,
    ],
    [
      `message (biller_id, id, conversation_id, sender_id, phone_id, direction, body, state, parts, send_at, created_at, vendor_id,
        outcome)`,
      `bench_id('c', 2 * i::bigint + k), ${id('conversation')}, '${SENDER}', ${id('phone')}, (array['out', 'in'])[1 + k],
        (array['Your bill of $84.20 is due. Reply PAY to pay.', 'When is it due, and can I pay half of it?'])[1 + k],
        (array['delivered', 'received'])[1 + k], 1, ${at}, ${at} + k * interval '5 seconds', 'seed-' || i || '-' || k,
        (array[null, 'person'])[1 + k]`,
    ],
    [
      // As its trigger keeps it, and as agents then left it.
      `desk (biller_id, conversation_id, last_at, last_words, last_direction, last_state, last_message_id, unread_since, state,
        wanted_since, snoozed_until)`,
      `${id('conversation')}, ${at} + interval '5 seconds', 'When is it due, and can I pay half of it?', 'in', 'received',
        bench_id('c', 2 * i::bigint + 1), ${at} + interval '5 seconds',
        case when i % 10 = 0 then (array['open', 'open', 'waiting', 'snoozed'])[1 + i / 10 % 4] else 'closed' end,
        case when i % 10 = 0 then ${at} end, case when i % 40 = 30 then now() + interval '1 day' end`,
    ],
  ];
  const tables = rows.map(([table]) => table.slice(0, table.indexOf(' ')));
  await loadBare(client, tables, async () => {
    for (const [table, columns] of rows) {
      const twice = table.startsWith('message') ? ', generate_series(0, 1) k' : '';
      await client.query(
        `insert into ${table} select '${BILLER}', ${columns} from generate_series(1, ${n}) i${twice}`,
      );
    }
    await client.query(KEEP_CUSTOMERS);
  });
}
