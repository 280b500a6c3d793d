import { expect, it } from 'vitest';
import { writeRows } from './write-rows.ts';

async function* pagesOf(...pages: { name: string; minor: number | null }[][]) {
  yield* pages;
}

async function write(...pages: { name: string; minor: number | null }[][]): Promise<string> {
  let csv = '';
  for await (const piece of writeRows(['name', 'minor'], pagesOf(...pages))) csv += piece;
  return csv;
}

it('names the columns once and puts the pages behind one another', async () => {
  const csv = await write([{ name: 'Ann', minor: 1 }], [{ name: 'Bo, Jr', minor: null }]);
  expect(csv).toBe('name,minor\r\nAnn,1\r\n"Bo, Jr",\r\n');
});

it('names the columns of a table without rows', async () => {
  expect(await write()).toBe('name,minor\r\n');
});

it.each(['=1+1', '+1', '-1', '@sum(a1)', '\t=1', '\r=1'])(
  'lets no spreadsheet run a cell that begins as a formula does: %j',
  async (name) => {
    const csv = await write([{ name, minor: 0 }]);
    expect(csv.split('\r\n').slice(1).join('\r\n').replace('"', '')[0]).toBe("'");
  },
);
