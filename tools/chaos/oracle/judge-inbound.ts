import type { Judge, Violation } from './evidence.ts';

interface InboundRow {
  vendor_id: string;
  outcome: string | null;
  payments: number;
}

/** I5 and I7: every text whose webhook we have acknowledged is there once, has one outcome, and moved money once at most. */
export const judgeInbound: Judge = async ({ texts, db }) => {
  const { rows } = await db.query<InboundRow>(
    `select m.vendor_id, m.outcome, (select count(*)::int from payment p
       where p.biller_id = m.biller_id and p.message_id = m.id) as payments
     from message m where m.direction = 'in'`,
  );
  const byVendor = new Map<string, InboundRow[]>();
  for (const row of rows) byVendor.set(row.vendor_id, [...(byVendor.get(row.vendor_id) ?? []), row]);
  const found: Violation[] = [];
  for (const text of texts.filter(({ direction }) => direction === 'inbound')) {
    const here = byVendor.get(text.uuid) ?? [];
    byVendor.delete(text.uuid);
    const isAcknowledged = text.state === 'delivered';
    const row = { text: text.text, from: text.from, uuid: text.uuid, here };
    if (isAcknowledged && here.length === 0)
      found.push({ invariant: 'I7 nothing acknowledged is lost', row });
    if (here.length > 1 || here.some(({ outcome }) => outcome === null))
      found.push({ invariant: 'I5 every inbound text has exactly one outcome', row });
    if (here.some(({ outcome, payments }) => payments !== (outcome === 'charging' ? 1 : 0)))
      found.push({ invariant: 'I5 a text moves money once, and only where it was decided', row });
  }
  for (const [uuid, here] of byVendor)
    found.push({ invariant: 'I5 nobody answers a text that was never sent', row: { uuid, here } });
  return found;
};
