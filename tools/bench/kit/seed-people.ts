import type pg from 'pg';
import { OUR_NUMBER } from './bench-parts.ts';
import { loadBare } from './load-bare.ts';

/** The biller and its number; each id says of what it is and of which person, so that statements can name them. */
export const BILLER = '10000000-0000-7000-8000-000000000000';
export const SENDER = '20000000-0000-7000-8000-000000000000';

/** The first digit of an id. */
export const KIND = {
  customer: 3,
  account: 4,
  phone: 5,
  conversation: 6,
  invoice: 7,
  entry: 8,
  method: 9,
  offer: 'a',
  consent: 'b',
} as const;

/**
 * Fills an empty database with `n` people, by set-based statements: each has an account, a phone that agreed to texts, a
 * thread, a card in the vault, a posted bill of its own amount, and an open question that YES and 42 answers.
 * @param vaultTokens cards in the processor's vault, shared out among them
 * @param perSecond how many texts a second the biller's number may send
 */
export async function seedPeople(
  client: pg.Client,
  { n, vaultTokens, perSecond }: { n: number; vaultTokens: string[]; perSecond: number },
): Promise<void> {
  await seedBiller(client, perSecond);
  const tokens = `array[${vaultTokens.map((token) => client.escapeLiteral(token)).join(', ')}]`;
  const rows = peopleRows(tokens);
  const tables = rows.map(([table]) => table.slice(0, table.indexOf(' ')));
  await loadBare(client, tables, async () => {
    for (const [table, columns] of rows) {
      await client.query(
        `insert into ${table} select '${BILLER}', ${columns} from generate_series(1, ${n}) i`,
      );
    }
    await client.query(KEEP_CUSTOMERS);
  });
}

/** The biller with its number, and the functions by which the statements of a run name ids and phones. */
export async function seedBiller(client: pg.Client, perSecond: number): Promise<void> {
  for (const statement of [...FUNCTIONS, ...billerRows(perSecond)]) await client.query(statement);
}

/** What triggers keep of customers that a bare load switches off: the words of their names, and what they owe. */
export const KEEP_CUSTOMERS = `insert into customer_word (biller_id, word)
    select distinct c.biller_id, word from customer c, name_words(c.folded_name) word;
  insert into customer_standing (biller_id, customer_id, sort_name)
    select c.biller_id, c.id, fold_name(c.last_name || ' ' || c.first_name) from customer c;
  insert into customer_stale (biller_id, customer_id) select c.biller_id, c.id from customer c`;

const FUNCTIONS = [
  `create function bench_id(kind text, i bigint) returns uuid immutable language sql
    return (kind || '0000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid`,
  `create function bench_phone(i bigint) returns text immutable language sql
    return '+1' || (2122000000 + i)::text`,
];

function billerRows(perSecond: number): string[] {
  return [
    `insert into biller (id, slug, name, currency, time_zone, language, accent, support_phone, created_at)
      values ('${BILLER}', 'bench', 'Northlight Energy', 'USD', 'America/New_York', 'en', '#0f6e66', '800-555-0100', now())`,
    `insert into sender (biller_id, id, number, per_second, burst, tokens, refilled_at)
      values ('${BILLER}', '${SENDER}', '+${OUR_NUMBER}', ${perSecond}, ${perSecond}, ${perSecond}, now())`,
  ];
}

/** Table with its columns behind the biller, and the columns' values for person `i`. */
function peopleRows(tokens: string): [string, string][] {
  const id = (kind: keyof typeof KIND) => `bench_id('${KIND[kind]}', i)`;
  const amount = '(1000 + i % 9000)';
  return [
    [
      'customer (biller_id, id, number, first_name, last_name, time_zone, language, created_at)',
      `${id('customer')}, 'C-' || i, 'Cindy', 'Rivera', 'America/New_York', 'en', now()`,
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
      'conversation (biller_id, id, phone_id, sender_id, opened_at)',
      `${id('conversation')}, ${id('phone')}, '${SENDER}', now()`,
    ],
    [
      `invoice (biller_id, id, account_id, number, description, currency, total_minor, issued_on, due_on, announced_at,
        created_at)`,
      `${id('invoice')}, ${id('account')}, 'B-' || i, 'Electricity, last month', 'USD', ${amount}, current_date,
        current_date + 14, now(), now()`,
    ],
    [
      'journal_entry (biller_id, id, cause, cause_id, currency, at)',
      `${id('entry')}, 'invoice-issued', ${id('invoice')}, 'USD', now()`,
    ],
    [
      // Both lines at once: the ledger is balanced after every statement.
      'posting (biller_id, entry_id, line, account, invoice_id, minor)',
      `${id('entry')}, unnest(array[0, 1]), unnest(array['receivable', 'revenue']),
        unnest(array[${id('invoice')}, null]), unnest(array[${amount}, -${amount}])`,
    ],
    [
      `payment_method (biller_id, id, account_id, brand, last4, exp_month, exp_year, vault_token, is_default,
        created_at)`,
      `${id('method')}, ${id('account')}, 'Visa', '1111', 12, 2030, (${tokens})[1 + i % cardinality(${tokens})], true,
        now()`,
    ],
    [
      `pay_offer (biller_id, id, conversation_id, invoice_id, method_id, kind, amount_minor, currency, code, state,
        created_at, expires_at)`,
      `${id('offer')}, ${id('conversation')}, ${id('invoice')}, ${id('method')}, 'question', ${amount}, 'USD', '42',
        'open', now(), now() + interval '1 day'`,
    ],
  ];
}
