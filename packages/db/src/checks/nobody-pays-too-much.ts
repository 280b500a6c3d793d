import { sql } from 'kysely';
import type { Check } from './check.ts';

export const nobodyPaysTooMuch: Check = {
  name: 'nobody-pays-too-much',
  says: 'No bill was paid beyond what it was issued for.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select biller_id, invoice_id, sum(minor) as minor from posting where account = 'receivable'
      group by biller_id, invoice_id having sum(minor) < 0`.execute(em.getKysely());
    return rows;
  },
};
