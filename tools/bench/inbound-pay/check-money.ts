import type pg from 'pg';

/** One payment a person, one receipt a payment, nothing owed by those who paid. */
export async function checkMoney(watch: pg.Client, wanted: number, twiceEvery: number): Promise<string> {
  const { rows } = await watch.query<Record<'paid' | 'people' | 'receipts' | 'texts', number>>(
    `select count(*)::int as paid, count(distinct p.account_id)::int as people,
      (select count(*)::int from message where template = 'receipt') as receipts,
      (select count(*)::int from message where direction = 'in') as texts
    from payment p where p.state = 'approved'`,
  );
  const { paid, people, receipts, texts } = rows[0] ?? { paid: 0, people: 0, receipts: 0, texts: 0 };
  const isRight = [paid, people, receipts, texts].every((count) => count === wanted);
  return `${isRight ? 'right' : 'WRONG'}: ${wanted} people said yes, one in ${twiceEvery} webhooks came twice; ${texts} texts kept, ${paid} payments captured of ${people} people, ${receipts} receipts queued`;
}
