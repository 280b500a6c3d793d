import { expect, it } from 'vitest';
import { fitDateFormats } from './fit-date-formats.ts';
import { guessColumns } from './guess-columns.ts';
import { guessDecimal } from './guess-decimal.ts';
import { guessDelimiter } from './guess-delimiter.ts';

it('recognises the columns of a billing system whatever their spelling, each for one field only', () => {
  const english =
    'countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate';
  expect(guessColumns('invoices', english.split(','))).toMatchObject({
    number: 'invoiceNumber',
    account: 'customerID',
    issuedOn: 'InvoiceDate',
    dueOn: 'DueDate',
    amount: 'InvoiceAmount',
    settledOn: 'SettledDate',
    currency: null,
    lineText: null,
  });
  const spanish = [
    'Número de factura',
    'Nº de cuenta',
    'Cuenta',
    'Fecha',
    'Fecha de vencimiento',
    'Importe total',
  ];
  expect(guessColumns('invoices', spanish)).toMatchObject({
    number: 'Número de factura',
    account: 'Cuenta',
    issuedOn: 'Fecha',
    dueOn: 'Fecha de vencimiento',
    amount: 'Importe total',
  });
  const swedish = ['Kundnummer', 'Förnamn', 'Efternamn', 'Mobil', 'Postnr'];
  expect(guessColumns('customers', swedish)).toMatchObject({
    number: 'Kundnummer',
    firstName: 'Förnamn',
    lastName: 'Efternamn',
    phone: 'Mobil',
    postalCode: 'Postnr',
    dateOfBirth: null,
  });
});

it('never takes a consent from a heading', () => {
  const guess = guessColumns('customers', ['customerID', 'consentService', 'consentPastDue', 'consent']);
  expect([guess.consentService, guess.consentPastDue]).toEqual([null, null]);
});

it('finds what sets the cells apart, outside of quotation marks', () => {
  expect(guessDelimiter('Kundnummer;"Namn, hela";Mobil')).toBe(';');
  expect(guessDelimiter('a\tb\tc')).toBe('\t');
  expect(guessDelimiter('one column')).toBe(',');
});

it('leaves open what the samples do not tell: the month, or the day', () => {
  expect(fitDateFormats(['1/2/2026', '3/4/2026'])).toEqual(['M/D/YYYY', 'D/M/YYYY']);
  expect(fitDateFormats(['1/22/2026', ''])).toEqual(['M/D/YYYY']);
  expect(fitDateFormats(['2026-02-01'])).toEqual(['YYYY-MM-DD']);
  expect(fitDateFormats(['soon'])).toEqual([]);
});

it('reads the decimal sign from the end of the amounts', () => {
  expect(guessDecimal(['1.234,50', '12,00', '7'])).toBe(',');
  expect(guessDecimal(['1,234.50'])).toBe('.');
  expect(guessDecimal(['1,234'])).toBe('.');
});
