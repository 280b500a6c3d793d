import type pg from 'pg';
import { BILLER, KIND, SENDER } from '../kit/seed-people.ts';

/**
 * Puts one text about their bill into the outbox for each of `n` people, with a link to be made as it is sent. They have
 * asked for it, so that the run measures the same at any hour of the wall's clock.
 */
export async function queueTexts(client: pg.Client, n: number): Promise<void> {
  const id = (kind: keyof typeof KIND) => `bench_id('${KIND[kind]}', i)`;
  await client.query(`
    insert into message (biller_id, id, conversation_id, sender_id, phone_id, direction, body, state, purpose, template,
      cause, invoice_id, stated_minor, parts, send_at, asked_at, created_at)
    select '${BILLER}', bench_id('c', i), ${id('conversation')}, '${SENDER}', ${id('phone')}, 'out',
      'Northlight Energy: your bill is ready. See it and pay: {link}', 'queued', 'reply', 'bill-ready',
      'bench/' || i, ${id('invoice')}, (1000 + i % 9000), 1, now() - interval '1 minute', now(), now()
    from generate_series(1, ${n}) i`);
  await client.query('vacuum analyze message');
}
