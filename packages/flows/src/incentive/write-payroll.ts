import type { PayLine } from '@kvitt/db/incentive/list-pay-lines';
import type { Currency } from '@kvitt/domain/money/money';
import { toDecimal } from '@kvitt/domain/money/to-decimal';
import { stringify } from 'csv-stringify/sync';

/**
 * The file for payroll: a line for each agent of a closed period, amounts as decimals. A name that a spreadsheet would take
 * for a formula is made harmless.
 * @param through `YYYY-MM-DD`, the period's last day
 */
export function writePayroll(through: string, lines: readonly PayLine[]): string {
  const decimal = (minor: number, currency: string) => toDecimal({ minor, currency: currency as Currency });
  const rows = lines.map((line) => ({
    period_through: through,
    agent: line.name,
    email: line.email,
    bonuses: line.bonuses,
    gross: decimal(line.grossMinor, line.currency),
    netted: decimal(line.nettedMinor, line.currency),
    pay: decimal(line.paidMinor, line.currency),
    still_owed: decimal(line.owedMinor, line.currency),
    currency: line.currency,
  }));
  const columns = [
    'period_through',
    'agent',
    'email',
    'bonuses',
    'gross',
    'netted',
    'pay',
    'still_owed',
    'currency',
  ];
  return stringify(rows, { header: true, columns, escape_formulas: true, record_delimiter: 'windows' });
}
