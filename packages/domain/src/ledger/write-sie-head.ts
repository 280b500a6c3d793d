import type { Currency } from '../money/money.ts';
import { ACCOUNT_NUMBERS } from './account-numbers.ts';
import { CHART, type LedgerAccount } from './chart.ts';
import { quoteForSie } from './quote-for-sie.ts';

/**
 * The head of a SIE 4 file of transactions (SIE-gruppen, format 4B), whose entries follow by `writeSieEntry`.
 * @param made `YYYY-MM-DD`
 */
export function writeSieHead(company: string, currency: Currency, made: string): string {
  const accounts = (Object.keys(CHART) as LedgerAccount[]).map(
    (account) => `#KONTO ${ACCOUNT_NUMBERS[account]} ${quoteForSie(CHART[account].name)}`,
  );
  return [
    '#FLAGGA 0',
    '#PROGRAM "Kvitt" 1',
    '#FORMAT PC8',
    `#GEN ${made.replaceAll('-', '')}`,
    '#SIETYP 4',
    `#FNAMN ${quoteForSie(company)}`,
    `#VALUTA ${currency}`,
    ...accounts,
  ]
    .map((line) => `${line}\r\n`)
    .join('');
}
