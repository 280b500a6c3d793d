import { hashToken } from '@kvitt/db/session/hash-token';
import { type BenchDatabase, withClient } from '../kit/bench-database.ts';
import { BILLER, KIND, seedPeople } from '../kit/seed-people.ts';

/** Makes `count` people with a bill each, and links to the bills whose words we know: gives these, in the people's order. */
export async function seedLinks(database: BenchDatabase, count: number): Promise<string[]> {
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const tokens = Array.from({ length: count }, (_, link) => {
    const tail = [...String(link)].map((digit) => letters[Number(digit)]).join('');
    return tail.padStart(16, 'a');
  });
  await withClient(database.url, async (client) => {
    await seedPeople(client, { n: count, vaultTokens: ['none'], perSecond: 5 });
    await client.query(
      `insert into portal_link (biller_id, id, invoice_id, token_hash, created_at, expires_at)
      select '${BILLER}', bench_id('c', i), bench_id('${KIND.invoice}', i), hash, now(), now() + interval '1 day'
      from unnest($1::text[]) with ordinality as t (hash, i)`,
      [tokens.map(hashToken)],
    );
  });
  return tokens;
}
