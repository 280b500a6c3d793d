import { cents, type Evidence, isCaptured, type Judge, type Sale, type Violation } from './evidence.ts';

interface PaymentRow {
  id: string;
  invoice_id: string;
  state: string;
  total_minor: number;
}

interface PostedRow {
  payment_id: string;
  cause: string;
  entries: number;
  minor: number;
}

/** I1, I2, I3 and I9: what the gateway holds against the bills, and against the ledger, to the cent. */
export const judgeMoney: Judge = async (evidence) => {
  const { rows: payments } = await evidence.db.query<PaymentRow>(
    `select p.id, p.invoice_id, p.state, i.total_minor::int as total_minor from payment p
     join invoice i on i.biller_id = p.biller_id and i.id = p.invoice_id`,
  );
  const { rows: posted } = await evidence.db.query<PostedRow>(
    `select coalesce(r.payment_id, e.cause_id) as payment_id, e.cause || ' ' || e.cause_id as cause,
       count(distinct e.id)::int as entries, sum(g.minor)::int as minor
     from journal_entry e left join refund r on r.biller_id = e.biller_id and r.id = e.cause_id
     join posting g on g.biller_id = e.biller_id and g.entry_id = e.id and g.account = 'processor'
     group by r.payment_id, e.cause_id, e.cause`,
  );
  return [
    ...judgeBills(evidence, payments),
    ...judgePostings(evidence, posted),
    ...(await judgeSums(evidence, posted)),
    ...payments
      .filter(({ state }) => state === 'started' || state === 'unknown')
      .map((row) => ({ invariant: 'I9 every unknown payment is resolved', row: { ...row } })),
  ];
};

/** What a sale has moved for good: nothing where it was voided, and less what was given back. */
function netOf(sale: Sale, sales: readonly Sale[]): number {
  if (!isCaptured(sale)) return 0;
  const back = sales.filter((other) => other.type === 'credit' && other.refundedTransactionId === sale.id);
  return cents(sale.amount) - back.reduce((sum, credit) => sum + cents(credit.amount), 0);
}

interface PaidBill {
  count: number;
  net: number;
  total: number;
  isGivenBack: boolean;
  orders: string[];
}

function judgeBills({ sales }: Evidence, payments: readonly PaymentRow[]): Violation[] {
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const perBill = new Map<string, PaidBill>();
  const found: Violation[] = [];
  for (const sale of sales.filter(isCaptured)) {
    const payment = byId.get(sale.orderId ?? '');
    if (!payment) {
      found.push({ invariant: 'I2 every captured sale belongs to a payment', row: { ...sale } });
      continue;
    }
    const bill = perBill.get(payment.invoice_id) ?? {
      count: 0,
      net: 0,
      total: payment.total_minor,
      isGivenBack: false,
      orders: [],
    };
    bill.net += netOf(sale, sales);
    if (netOf(sale, sales) < cents(sale.amount)) bill.isGivenBack = true;
    if (netOf(sale, sales) > 0) bill.count += 1;
    bill.orders.push(payment.id);
    perBill.set(payment.invoice_id, bill);
  }
  for (const [invoice, bill] of perBill) {
    // A part that was given back may have been paid once more.
    if ((bill.count > 1 && !bill.isGivenBack) || bill.net > bill.total)
      found.push({ invariant: 'I1 no bill is captured beyond what is due', row: { invoice, ...bill } });
  }
  return found;
}

function judgePostings({ sales }: Evidence, posted: readonly PostedRow[]): Violation[] {
  const invariant = 'I2 every captured sale is posted once, and every posting has a sale';
  const gateway = new Map<string, number>();
  for (const sale of sales) {
    if (sale.type === 'sale' && sale.orderId)
      gateway.set(sale.orderId, (gateway.get(sale.orderId) ?? 0) + netOf(sale, sales));
  }
  const ledger = new Map<string, number>();
  const found: Violation[] = [];
  for (const row of posted) {
    ledger.set(row.payment_id, (ledger.get(row.payment_id) ?? 0) + row.minor);
    if (row.entries > 1) found.push({ invariant, row: { ...row } });
  }
  for (const order of new Set([...gateway.keys(), ...ledger.keys()])) {
    const [atGateway, here] = [gateway.get(order) ?? 0, ledger.get(order) ?? 0];
    if (atGateway !== here) found.push({ invariant, row: { order, atGateway, here } });
  }
  return found;
}

async function judgeSums({ sales, db }: Evidence, posted: readonly PostedRow[]): Promise<Violation[]> {
  const { rows } = await db.query<Record<string, unknown>>(
    `select e.id, e.cause, sum(g.minor) as minor from journal_entry e
     left join posting g on g.biller_id = e.biller_id and g.entry_id = e.id
     group by e.id, e.cause having coalesce(sum(g.minor), 1) <> 0`,
  );
  const here = posted.reduce((sum, row) => sum + row.minor, 0);
  const atGateway = sales.reduce((sum, sale) => sum + netOf(sale, sales), 0);
  const found = rows.map((row) => ({ invariant: 'I3 every entry sums to nothing', row }));
  if (here !== atGateway)
    found.push({ invariant: 'I3 the ledger holds what the gateway holds', row: { here, atGateway } });
  return found;
}
