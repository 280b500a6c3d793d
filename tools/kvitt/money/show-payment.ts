import { paymentReference } from '@kvitt/domain/payment/payment-reference';
import type { Ctx } from '@kvitt/flows/kit/context';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { isUuid } from '../is-uuid.ts';
import { notice } from '../notice.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { REFERENCES, readReference } from './read-reference.ts';

/** `pay show ID`: what became of a payment, named by its id or by the reference that its receipt carries. */
export async function showPayment(id: string, options: { json?: boolean }): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const payments = await findPayments(ctx, id.trim());
    if (payments.length === 0) {
      notice(`There is no payment ${id}.`);
      return EXIT.no;
    }
    for (const payment of payments) {
      await writeAnswer(options.json ? `${JSON.stringify(payment)}\n` : describe(payment));
    }
    return EXIT.done;
  });
}

interface ShownPayment {
  id: string;
  reference: string;
  state: string;
  declineKind: string | null;
  processorCode: string | null;
  amount: string;
  currency: string;
  biller: string;
  bill: string;
  account: string;
  card: string | null;
  channel: string;
  processorId: string | null;
  startedAt: string;
  finishedAt: string | null;
  timesAsked: number;
  askAgainAt: string | null;
  entries: { cause: string; at: string; postings: { account: string; minor: number }[] }[];
}

/** The ids of a payment and its biller, by its own id or the reference on its receipt; undefined where none is meant. */
export async function findPaymentKey(
  ctx: Ctx,
  id: string,
): Promise<{ billerId: string; paymentId: string } | undefined> {
  const [where, value] = isUuid(id) ? [BY_ID, id] : [BY_REFERENCE, readReference(id)];
  if (value === undefined) return undefined;
  const [row] = await ctx.em
    .fork()
    .execute<{ billerId: string; paymentId: string }[]>(
      `select p.biller_id as "billerId", p.id as "paymentId" from payment p where ${where}`,
      [value],
    );
  return row;
}

async function findPayments(ctx: Ctx, id: string): Promise<ShownPayment[]> {
  const [where, value] = isUuid(id) ? [BY_ID, id] : [BY_REFERENCE, readReference(id)];
  if (value === undefined) return [];
  const rows = await ctx.em
    .fork()
    .execute<Omit<ShownPayment, 'reference'>[]>(`${SELECT} where ${where}`, [value]);
  return rows.map(({ id: paymentId, ...row }) => ({
    id: paymentId,
    reference: paymentReference(paymentId),
    ...row,
  }));
}

const SELECT = `
  select p.id, p.state, p.decline_kind as "declineKind", p.processor_code as "processorCode",
    (p.amount_minor / 100.0)::numeric(20, 2)::text as amount, p.currency, b.slug as biller, i.number as bill,
    a.number as account, p.card_brand || ' ..' || p.card_last4 as card, p.channel, p.vendor_id as "processorId",
    to_json(p.started_at) #>> '{}' as "startedAt", to_json(p.finished_at) #>> '{}' as "finishedAt",
    p.asked as "timesAsked",
    case when p.state in ('started', 'unknown') then to_json(p.ask_at) #>> '{}' end as "askAgainAt",
    (select coalesce(json_agg(json_build_object('cause', e.cause, 'at', e.at, 'postings',
        (select json_agg(json_build_object('account', g.account, 'minor', g.minor) order by g.line)
          from posting g where g.biller_id = e.biller_id and g.entry_id = e.id)) order by e.at, e.id), '[]')
      from journal_entry e where e.biller_id = p.biller_id and e.cause_id = p.id) as entries
  from payment p
  join biller b on b.id = p.biller_id
  join invoice i on i.biller_id = p.biller_id and i.id = p.invoice_id
  join account a on a.biller_id = p.biller_id and a.id = p.account_id`;

const BY_ID = 'p.id = ?';

const BY_REFERENCE = `('x' || right(p.id::text, 12))::bit(48)::bigint % ${REFERENCES} = ?`;

function describe(payment: ShownPayment): string {
  const why = [payment.declineKind, payment.processorCode].filter((part) => part !== null).join(', ');
  const rows: [string, string | number | null][] = [
    ['payment', payment.id],
    ['reference', payment.reference],
    ['state', why === '' ? payment.state : `${payment.state} (${why})`],
    ['amount', `${payment.amount} ${payment.currency}`],
    ['bill', `${payment.bill}, account ${payment.account}, biller ${payment.biller}`],
    ['card', payment.card],
    ['asked for by', payment.channel],
    ['processor id', payment.processorId],
    ['started', payment.startedAt],
    ['finished', payment.finishedAt],
    ['times asked', payment.timesAsked],
    ['asked again', payment.askAgainAt],
  ];
  const lines = rows
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name.padEnd(14)}${value}`);
  const entries = payment.entries.map(({ cause, at, postings }) => {
    const sides = postings.map(({ account, minor }) => `${account} ${minor > 0 ? '+' : ''}${minor}`);
    return `${'entry'.padEnd(14)}${cause}, ${at}: ${sides.join(', ')}`;
  });
  return `${[...lines, ...entries].join('\n')}\n`;
}
