import { cents, type Judge, type Sale, type Violation } from './evidence.ts';

interface RefundRow {
  id: string;
  state: string;
  move: string | null;
  amount_minor: number;
  asked_by: string;
  approved_by: string | null;
  vendor_id: string;
}

/** What one person of the run may give back alone, in cents. */
const ALONE_UP_TO = 10_000;

/** What was given back here against what the gateway gave back, each once and to the cent, and by two people where it takes two. */
export const judgeRefunds: Judge = async ({ sales, db }) => {
  const { rows } = await db.query<RefundRow>(
    `select r.id, r.state, r.move, r.amount_minor::int as amount_minor, r.asked_by, r.approved_by, p.vendor_id
     from refund r join payment p on p.biller_id = r.biller_id and p.id = r.payment_id`,
  );
  const credits = Map.groupBy(
    sales.filter(({ type, status }) => type === 'credit' && !REFUSED.includes(status)),
    ({ orderId }) => orderId ?? '',
  );
  return rows.flatMap((row) => judgeOne(row, credits.get(row.id) ?? [], sales));
};

/** A credit in one of these has moved nothing. */
const REFUSED: readonly string[] = ['processor_declined', 'gateway_rejected', 'failed', 'voided'];

function judgeOne(row: RefundRow, made: readonly Sale[], sales: readonly Sale[]): Violation[] {
  const found: Violation[] = [];
  const broken = (invariant: string) => found.push({ invariant, row: { ...row, made } });
  if (made.length > 1) broken('I2 no refund is made twice');
  const isDone = row.state === 'done';
  if (isDone && row.move === 'refund' && made.length === 0)
    broken('I2 a refund that counts as made was made');
  if (made.some(({ amount }) => cents(amount) !== row.amount_minor))
    broken('I2 a refund gives back what was asked for');
  if (made.length > 0 && !isDone) broken('I2 a refund that was made counts as made');
  const sale = sales.find(({ id }) => id === row.vendor_id);
  if (isDone && row.move === 'void' && sale?.status !== 'voided')
    broken('I2 what counts as voided is voided');
  const isOneMans = row.approved_by === null || row.approved_by === row.asked_by;
  if (made.length > 0 && row.amount_minor > ALONE_UP_TO && isOneMans)
    broken('L13 what is above the limit goes back by the word of two people');
  return found;
}
