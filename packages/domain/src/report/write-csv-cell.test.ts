import { expect, it } from 'vitest';
import { writeCsvLine } from './write-csv-cell.ts';

it('quotes what needs it, and keeps words of other people from being formulas', () => {
  expect(writeCsvLine(['Zimmer, née', 'a "b"', -5, ''])).toBe('"Zimmer, née","a ""b""",-5,\r\n');
  expect(writeCsvLine(['=1+1', '+1 212', '@x', 'two\nlines'])).toBe("'=1+1,'+1 212,'@x,\"two\nlines\"\r\n");
});
