import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRecord, readRecords } from './read-records.ts';

async function recordsOf(bytes: Uint8Array | string, chunkSize = 65_536): Promise<CsvRecord[]> {
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  async function* chunks() {
    for (let at = 0; at < all.length; at += chunkSize) yield all.subarray(at, at + chunkSize);
  }
  const records: CsvRecord[] = [];
  for await (const batch of readRecords(chunks(), ',')) for (const record of batch) records.push(record);
  return records;
}

const brief = (records: CsvRecord[]) =>
  records.map(({ line, cells, broken }) => `${line} ${broken ?? JSON.stringify(cells)}`);

describe('readRecords', () => {
  it.each([
    ['nothing at all', '', []],
    ['a mark, CRLF and a last line without an end', '\ufeffa,b\r\n1,2', ['1 ["a","b"]', '2 ["1","2"]']],
    [
      'line breaks in quotes',
      'a\r\n"x\r\ny"\r\n"p\n\nq"\r\nz\r\n',
      ['1 ["a"]', '2 ["x\\r\\ny"]', '4 ["p\\n\\nq"]', '7 ["z"]'],
    ],
    ['blank lines', '\n\r\na\n\n\nb\n\n', ['3 ["a"]', '6 ["b"]']],
    [
      'doubled quotes and ragged rows',
      '"a ""b""",c\nd\ne,f,g\n',
      ['1 ["a \\"b\\"","c"]', '2 ["d"]', '3 ["e","f","g"]'],
    ],
    ['both line ends in one file', 'a,"b"\n1,"2"\r\n3,"4"\n', ['1 ["a","b"]', '2 ["1","2"]', '3 ["3","4"]']],
  ])('reads %s with the lines that rows begin on', async (_name, text, expected) => {
    expect(brief(await recordsOf(text))).toEqual(expected);
  });

  it('loses no row but the broken one to a quotation mark in the wrong place', async () => {
    const text = 'a,b\n1,"x"y\n2,ok\n3,a"b\n4,ok\n"5,never closed\n6,ok\n\n"7\n8,ok\n';
    expect(brief(await recordsOf(text))).toEqual([
      '1 ["a","b"]',
      '2 BROKEN_QUOTES',
      '3 ["2","ok"]',
      '4 BROKEN_QUOTES',
      '5 ["4","ok"]',
      '6 BROKEN_QUOTES',
      '7 ["6","ok"]',
      '9 BROKEN_QUOTES',
      '10 ["8","ok"]',
    ]);
  });

  it('names the rows with bytes that are no text, and no others', async () => {
    const bytes = Buffer.concat([
      Buffer.from('a\nZoë,ok\n'),
      Buffer.from([0xc3, 0x28, 0x0a, 0x41, 0x00, 0x0a]),
      Buffer.from('\ufffd\n'),
    ]);
    expect(brief(await recordsOf(bytes))).toEqual([
      '1 ["a"]',
      '2 ["Zoë","ok"]',
      '3 NOT_UTF8',
      '4 NUL_CHARACTER',
      '5 ["\ufffd"]',
    ]);
  });

  it('reads the same across blocks of any size, whatever the cells hold', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', 'ë', '👍', ' ') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 400 }),
        async (rows, copies) => {
          const line = (row: string[]) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',');
          const text = `${rows.map(line).join('\r\n')}\r\n`.repeat(copies);
          const records = await recordsOf(text, 7_919);
          expect(records.length).toBe(rows.length * copies);
          expect(records.slice(-rows.length).map(({ cells }) => cells)).toEqual(rows);
          const lineEnds = text.split('\n').length - 1;
          const inLast = line(rows.at(-1) ?? []).split('\n').length - 1;
          expect(records.at(-1)?.line).toBe(lineEnds - inLast);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not gather a file behind a quotation mark that is never closed', async () => {
    const rows = 'x,y\n'.repeat(600_000);
    const records = await recordsOf(`a,b\n"1,2\n${rows}`);
    expect(records.length).toBe(600_002);
    expect(records.filter(({ broken }) => broken).map(({ line }) => line)).toEqual([2]);
  });
});
