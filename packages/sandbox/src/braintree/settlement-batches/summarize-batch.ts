import type { Act, Gateway } from '../state/gateway.ts';
import type { Transaction } from '../state/records.ts';
import { answer } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { cents, decimal } from '../wire/money.ts';
import { filled, group } from '../wire/params.ts';
import { listOf, type XmlObject } from '../wire/write-xml.ts';

/** The vendor's batches are days of the US east, whatever the merchant's own zone. */
const batchDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });

/**
 * POST /settlement_batch_summary: what was settled on a day, by kind, brand and merchant account, and by one custom field
 * where it is asked for. Days are `YYYY-MM-DD` or `MM/DD/YYYY`; two digits of a year will do.
 */
export const summarizeBatch: Act = (gateway, call) => {
  const sent = group(call.body.settlementBatchSummary);
  const errors = collectErrors();
  const path = ['settlementBatchSummary'];
  const written = filled(sent.settlementDate);
  const day = readDay(written);
  if (written === undefined) errors.add(path, 'settlementDate', '82301');
  else if (!day) errors.add(path, 'settlementDate', '82302');
  const field = filled(sent.groupByCustomField);
  if (field && !isKnown(gateway, field)) errors.add(path, 'groupByCustomField', '82303');
  if (!errors.isEmpty() || !day) return errors.refuse(call.body);
  const settled = Object.values(gateway.state.transactions).filter((one) => settledOn(one) === day);
  const records = [...groupBy(settled, field).values()];
  return answer({ settlementBatchSummary: { records: listOf('record', records) } });
};

function settledOn(transaction: Transaction): string | undefined {
  const event = transaction.history.findLast(({ status }) => status === 'settled');
  return event && transaction.status === 'settled' ? batchDay.format(event.at) : undefined;
}

function groupBy(settled: Transaction[], field: string | undefined): Map<string, XmlObject> {
  const groups = new Map<string, XmlObject>();
  for (const one of settled) {
    const custom = field ? customValue(one, field) : undefined;
    const cardType = one.instrument.card?.cardType ?? '';
    const key = JSON.stringify([one.type, cardType, one.merchantAccountId, custom]);
    const record = groups.get(key);
    const sum = (cents(String(record?.amountSettled ?? '0')) ?? 0) + (cents(one.amount) ?? 0);
    groups.set(key, {
      kind: one.type,
      cardType,
      merchantAccountId: one.merchantAccountId,
      count: String(Number(record?.count ?? 0) + 1),
      amountSettled: decimal(sum),
      ...(field ? { [field]: custom ?? '' } : {}),
    });
  }
  return groups;
}

function customValue(transaction: Transaction, field: string): string | undefined {
  const fields = transaction.extra.customFields as XmlObject | undefined;
  const value = fields?.[camel(field)] ?? fields?.[field];
  return typeof value === 'string' ? value : undefined;
}

/** A custom field is declared in the vendor's control panel; here one is known once a payment or a customer had it. */
function isKnown(gateway: Gateway, field: string): boolean {
  const { transactions, customers } = gateway.state;
  return (
    Object.values(transactions).some((one) => customValue(one, field) !== undefined) ||
    Object.values(customers).some(({ customFields }) => camel(field) in customFields || field in customFields)
  );
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function readDay(written: string | undefined): string | undefined {
  const american = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)$/.exec(written ?? '');
  const [, month = '', date = '', year = ''] = american ?? [];
  const iso = american
    ? `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    : written;
  if (!iso || !/^\d{4}-\d\d-\d\d$/.test(iso)) return undefined;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}
