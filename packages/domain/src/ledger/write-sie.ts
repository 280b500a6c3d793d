import type { Currency } from '../money/money.ts';
import { CHART, type LedgerAccount } from './chart.ts';

/** The accounts' numbers in a plan of the Swedish BAS kind, which bookkeeping programs know. */
export const ACCOUNT_NUMBERS: Readonly<Record<LedgerAccount, string>> = {
  receivable: '1510',
  processor: '1580',
  outside: '1930',
  revenue: '3000',
  fee: '3590',
  allowance: '3730',
  loss: '6351',
};

/** An entry of the ledger as it is exported. */
export interface ExportedEntry {
  id: string;
  /** `YYYY-MM-DD`, in the biller's zone. */
  day: string;
  cause: string;
  causeId: string;
  currency: Currency;
  lines: readonly { account: LedgerAccount; minor: number; bill: string | null }[];
}

/**
 * The head of a SIE 4 file of transactions (SIE-gruppen, format 4B), whose entries follow by `writeSieEntry`.
 * @param made `YYYY-MM-DD`
 */
export function writeSieHead(company: string, currency: Currency, made: string): string {
  const accounts = (Object.keys(CHART) as LedgerAccount[]).map(
    (account) => `#KONTO ${ACCOUNT_NUMBERS[account]} ${quote(CHART[account].name)}`,
  );
  return lines([
    '#FLAGGA 0',
    '#PROGRAM "Kvitt" 1',
    '#FORMAT PC8',
    `#GEN ${made.replaceAll('-', '')}`,
    '#SIETYP 4',
    `#FNAMN ${quote(company)}`,
    `#VALUTA ${currency}`,
    ...accounts,
  ]);
}

/** One entry as a verification, numbered from 1; its amounts add up to nothing, as SIE demands. */
export function writeSieEntry(entry: ExportedEntry, number: number): string {
  const day = entry.day.replaceAll('-', '');
  const transactions = entry.lines.map(
    ({ account, minor, bill }) =>
      `  #TRANS ${ACCOUNT_NUMBERS[account]} {} ${decimal(minor)} ${day} ${quote(bill ?? '')}`,
  );
  const words = quote(`${entry.cause} ${entry.causeId}`);
  return lines([`#VER K ${number} ${day} ${words}`, '{', ...transactions, '}']);
}

/** SIE files are in an old code page: what is not ASCII would become another letter. */
function quote(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '?');
  return `"${plain.replaceAll('\\', '').replaceAll('"', '\\"')}"`;
}

/** Moves the point, never divides; a sign where it is negative. */
function decimal(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\r\n`).join('');
}
