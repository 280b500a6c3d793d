import { execFile } from 'node:child_process';
import path from 'node:path';
import { MIGRATIONS } from '@kvitt/db/migrations/migrations';
import { freshDatabase } from '@kvitt/testing/postgres/fresh-database';
import { describe, expect, it } from 'vitest';

const program = path.resolve(import.meta.dirname, '../../../tools/kvitt.ts');

function kvitt(databaseUrl: string, ...args: string[]): Promise<{ code: number; out: string }> {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, out) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out });
    });
  });
}

describe('kvitt migrate', () => {
  it('makes a database that is not there, and finds nothing left to do the second time', async () => {
    const url = `${await freshDatabase()}_new`;
    const migrations = MIGRATIONS.map(({ name }) => name);
    for (const _ of ['first', 'second']) {
      const { code, out } = await kvitt(url, 'migrate', '--json');
      expect({ code, answer: JSON.parse(out) }).toEqual({ code: 0, answer: { migrations } });
    }
    expect(await kvitt(url, 'ledger', 'verify')).toMatchObject({ code: 0 });
  });

  it('ends with 3 where no server answers', async () => {
    expect(await kvitt('postgresql://nobody@127.0.0.1:1/kvitt', 'migrate')).toEqual({ code: 3, out: '' });
  });
});
