import { isCaptured, type Judge } from './evidence.ts';

interface ChargeRow {
  id: string;
  state: string;
  payment_id: string | null;
}

/** A planned charge is captured once at the most, counts as charged where it was, and ends. */
export const judgeAutopay: Judge = async ({ sales, db }) => {
  const { rows } = await db.query<ChargeRow>(
    `select c.id, c.state, p.id as payment_id from planned_charge c
     left join payment p on p.biller_id = c.biller_id and p.planned_charge_id = c.id`,
  );
  // Voided was taken back: it came late, or was given back.
  const held = new Set(sales.filter(isCaptured).map(({ orderId }) => orderId));
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([charge, tries]) => {
    const captured = tries.filter(({ payment_id }) => payment_id !== null && held.has(payment_id));
    const state = tries[0]?.state;
    const row = { charge, state, captured: captured.length };
    if (captured.length > 1) return [{ invariant: 'I1 a planned charge is captured once', row }];
    if (captured.length === 1 && state !== 'charged')
      return [{ invariant: 'I1 a planned charge that was captured counts as charged', row }];
    return state === 'charging' ? [{ invariant: 'I9 no planned charge stays under way', row }] : [];
  });
};
