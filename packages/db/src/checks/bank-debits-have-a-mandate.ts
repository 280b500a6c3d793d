import { sql } from 'kysely';
import type { Check } from './check.ts';

export const bankDebitsHaveAMandate: Check = {
  name: 'bank-debits-have-a-mandate',
  says: 'What is taken from a bank account is taken while its owner’s mandate for that very account lives.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select p.biller_id, p.id as payment_id, p.method_id, p.started_at
      from payment p
      join payment_method m on m.biller_id = p.biller_id and m.id = p.method_id and m.kind = 'bank'
      where not exists (
        select from bank_mandate b
        where b.biller_id = p.biller_id and b.method_id = p.method_id and b.account_id = p.account_id
          and b.agreed_at <= p.started_at and (b.ended_at is null or b.ended_at >= p.started_at))`.execute(
      em.getKysely(),
    );
    return rows;
  },
};
