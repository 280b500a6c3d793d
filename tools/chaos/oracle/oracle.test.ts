import { describe, expect, it } from 'vitest';
import type { CarrierText, Evidence, Judge, Sale } from './evidence.ts';
import { judgeAutopay } from './judge-autopay.ts';
import { judgeInbound } from './judge-inbound.ts';
import { judgeMoney } from './judge-money.ts';
import { judgeOutbound } from './judge-outbound.ts';
import { judgeRefunds } from './judge-refunds.ts';
import { judgeReminders } from './judge-reminders.ts';
import { judgeStops } from './judge-stops.ts';

/** Answers each question that names a table with the rows of that table; the first name that fits counts. */
function fakeDb(tables: [pattern: RegExp, rows: object[]][]): Evidence['db'] {
  const query = async (sql: string) => ({ rows: tables.find(([pattern]) => pattern.test(sql))?.[1] ?? [] });
  return { query } as unknown as Evidence['db'];
}

const sale = (id: string, orderId: string): Sale => ({
  id,
  type: 'sale',
  amount: '84.20',
  status: 'submitted_for_settlement',
  orderId,
  refundedTransactionId: null,
});

const text = (change: Partial<CarrierText>): CarrierText => ({
  uuid: 'u1',
  origin: 'api',
  direction: 'outbound',
  from: 'us',
  to: 'ann',
  text: 'words',
  state: 'delivered',
  url: 'http://us/status?m=m1',
  acceptedAt: Date.parse('2026-11-20T16:00:00Z'),
  reportedAt: null,
  ...change,
});

async function find(judge: Judge, evidence: Partial<Evidence>): Promise<string[]> {
  const nothing = {
    sales: [],
    texts: [],
    factor: 1,
    baseMs: 0,
    longestDelayMs: 0,
    givenUp: new Set<string>(),
  };
  const found = await judge({ ...nothing, db: fakeDb([]), ...evidence });
  return found.map(({ invariant }) => invariant.slice(0, 3).trim());
}

const payment = (id: string) => ({ id, invoice_id: 'bill', state: 'approved', total_minor: 8420 });
const posting = (id: string, minor = 8420) => ({
  payment_id: id,
  cause: 'payment-captured',
  entries: 1,
  minor,
});

describe('the oracle about money', () => {
  const judged = (sales: Sale[], posted: object[]) =>
    find(judgeMoney, {
      sales,
      db: fakeDb([
        [/from payment p/, [payment('p1'), payment('p2')]],
        [/account = 'processor'/, posted],
      ]),
    });

  it('finds nothing where one sale is posted once', async () => {
    expect(await judged([sale('s1', 'p1')], [posting('p1')])).toEqual([]);
  });

  it('finds a bill that is captured twice, even where both are posted', async () => {
    const sales = [sale('s1', 'p1'), sale('s2', 'p2')];
    expect(await judged(sales, [posting('p1'), posting('p2')])).toEqual(['I1']);
  });

  it('does not count a sale that was voided', async () => {
    const sales = [sale('s1', 'p1'), { ...sale('s2', 'p2'), status: 'voided' }];
    expect(await judged(sales, [posting('p1')])).toEqual([]);
  });

  it('finds a sale that is not posted, a posting without a sale, and one that is a cent off', async () => {
    expect(await judged([sale('s1', 'p1')], [])).toEqual(['I2', 'I3']);
    expect(await judged([], [posting('p1')])).toEqual(['I2', 'I3']);
    expect(await judged([sale('s1', 'p1')], [posting('p1', 8421)])).toEqual(['I2', 'I3']);
  });
});

describe('the oracle about what is given back', () => {
  const credit = { ...sale('c1', 'r1'), type: 'credit' as const, refundedTransactionId: 's1' };
  const row = {
    id: 'r1',
    state: 'done',
    move: 'refund',
    amount_minor: 8420,
    asked_by: 'ann',
    approved_by: null,
    vendor_id: 's1',
  };
  const judged = (sales: Sale[], change: object = {}) =>
    find(judgeRefunds, { sales, db: fakeDb([[/from refund/, [{ ...row, ...change }]]]) });

  it('finds nothing where it was given back once, or its sale was voided', async () => {
    expect(await judged([sale('s1', 'p1'), credit])).toEqual([]);
    expect(await judged([{ ...sale('s1', 'p1'), status: 'voided' }], { move: 'void' })).toEqual([]);
  });

  it('finds what was made twice, never, of another amount, or by one person alone', async () => {
    expect(await judged([credit, { ...credit, id: 'c2' }])).toEqual(['I2']);
    expect(await judged([])).toEqual(['I2']);
    expect(await judged([credit], { state: 'refused', move: null })).toEqual(['I2']);
    expect(await judged([credit], { amount_minor: 8421 })).toEqual(['I2']);
    expect(await judged([sale('s1', 'p1')], { move: 'void' })).toEqual(['I2']);
    const big = { ...credit, amount: '100.01' };
    expect(await judged([big], { amount_minor: 10_001, approved_by: 'ann' })).toEqual(['L13']);
    expect(await judged([big], { amount_minor: 10_001, approved_by: 'bo' })).toEqual([]);
  });
});

describe('the oracle about what is charged by itself', () => {
  const row = { id: 'c1', state: 'charged', payment_id: 'p1' };
  const judged = (sales: Sale[], rows: object[]) =>
    find(judgeAutopay, { sales, db: fakeDb([[/from planned_charge/, rows]]) });

  it('finds a charge that was captured twice, or that does not know that it was', async () => {
    expect(await judged([sale('s1', 'p1')], [row])).toEqual([]);
    const twice = [sale('s1', 'p1'), sale('s2', 'p2')];
    expect(await judged(twice, [row, { ...row, payment_id: 'p2' }])).toEqual(['I1']);
    expect(await judged([sale('s1', 'p1')], [{ ...row, state: 'queued' }])).toEqual(['I1']);
    expect(await judged([], [{ ...row, state: 'charging' }])).toEqual(['I9']);
  });
});

describe('the oracle about texts that came in', () => {
  const inbound = text({ direction: 'inbound', origin: 'person', from: 'ann', to: 'us', url: null });
  const judged = (rows: object[]) =>
    find(judgeInbound, { texts: [inbound], db: fakeDb([[/from message/, rows]]) });
  const row = { vendor_id: 'u1', outcome: 'charging', payments: 1 };

  it('finds nothing where a text has its one outcome', async () => {
    expect(await judged([row])).toEqual([]);
  });

  it('finds one that was acknowledged and lost, taken in twice, left alone, or that paid twice', async () => {
    expect(await judged([])).toEqual(['I7']);
    expect(await judged([row, row])).toEqual(['I5']);
    expect(await judged([{ ...row, outcome: null, payments: 0 }])).toEqual(['I5']);
    expect(await judged([{ ...row, payments: 2 }])).toEqual(['I5']);
  });
});

describe('the oracle about texts that went out', () => {
  const row = { id: 'm1', state: 'delivered', purpose: 'service', time_zone: 'America/New_York' };
  const judged = (texts: CarrierText[], change: object = {}) =>
    find(judgeOutbound, { texts, db: fakeDb([[/from message/, [{ ...row, ...change }]]]) });

  it('finds nothing where a text went out once, by day, and ended as the carrier shows it', async () => {
    expect(await judged([text({})])).toEqual([]);
  });

  it('finds one that went out twice, never, although it was skipped, at night, or ended otherwise', async () => {
    expect(await judged([text({}), text({ uuid: 'u2' })])).toEqual(['I6']);
    expect(await judged([])).toEqual(['I7']);
    expect(await judged([text({ state: 'skipped' })], { state: 'skipped' })).toEqual(['I4']);
    expect(await judged([text({ acceptedAt: Date.parse('2026-11-20T08:00:00Z') })])).toEqual(['I8']);
    expect(await judged([text({ state: 'undelivered' })])).toEqual(['I10']);
  });
});

describe('the oracle about STOP', () => {
  const stop = text({
    uuid: 'stop',
    direction: 'inbound',
    origin: 'person',
    from: 'ann',
    to: 'us',
    text: 'STOP',
    url: null,
    acceptedAt: 1_000,
    reportedAt: 1_200,
  });
  const judged = (acceptedAt: number, claimedMs: number, template = 'receipt') =>
    find(judgeStops, {
      texts: [stop, text({ acceptedAt })],
      db: fakeDb([
        [/direction = 'in'/, [{ vendor_id: 'stop', created_ms: 1_100 }]],
        [/direction = 'out'/, [{ id: 'm1', claimed_ms: claimedMs, template }]],
      ]),
    });

  it('finds a text that was taken from the outbox after the STOP was acknowledged', async () => {
    expect(await judged(1_400, 1_300)).toEqual(['I4']);
  });

  it('finds a text that was taken before and handed over long after', async () => {
    expect(await judged(60_000, 1_100)).toEqual(['I4']);
  });

  it('lets the confirmation pass, and what was on its way already', async () => {
    expect(await judged(1_400, 1_300, 'stop-confirmed')).toEqual([]);
    expect(await judged(1_400, 1_100)).toEqual([]);
  });
});

describe('the oracle about reminders', () => {
  const paidMs = Date.parse('2026-11-20T15:00:00Z');
  const row = {
    invoice_id: 'bill',
    state: 'sent',
    message_id: 'm1',
    phone_id: 'ann',
    claimed_ms: paidMs,
    paid_ms: null,
  };
  const judged = (rows: object[], open: object[] = []) =>
    find(judgeReminders, {
      texts: [text({}), text({ uuid: 'u2', url: 'http://us/status?m=m2' })],
      db: fakeDb([
        [/from reminder r/, rows],
        [/from invoice i/, open],
      ]),
    });

  it('finds nothing where each phone had one text, about all that was open', async () => {
    expect(await judged([row, { ...row, invoice_id: 'other', state: 'merged' }])).toEqual([]);
    expect(await judged([row], [{ id: 'bill', due_in_days: 3 }])).toEqual([]);
  });

  it('finds a phone that had two, and a bill whose payment was committed before its text was claimed', async () => {
    expect(await judged([row, { ...row, message_id: 'm2' }])).toEqual(['I6']);
    expect(await judged([{ ...row, paid_ms: paidMs - 60_000 }])).toEqual(['I4']);
    expect(await judged([{ ...row, paid_ms: paidMs + 1_000 }])).toEqual([]);
  });

  it('finds one that never went out, one that nobody looked after, and a bill that was forgotten', async () => {
    expect(await judged([{ ...row, message_id: 'm3' }])).toEqual(['I7']);
    expect(await judged([{ ...row, state: 'queued' }])).toEqual(['I7']);
    expect(await judged([row], [{ id: 'forgotten', due_in_days: -7 }])).toEqual(['I7']);
    expect(await judged([row], [{ id: 'new', due_in_days: 20 }])).toEqual([]);
  });
});
