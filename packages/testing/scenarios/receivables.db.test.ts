import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../src/open-world.ts';
import { addBiller } from '../src/people.ts';
import { judgeYear, type YearVerdict } from '../src/rehearsal/judge-year.ts';
import { readReceivables } from '../src/rehearsal/read-receivables.ts';
import { rehearseYear } from '../src/rehearsal/rehearse-year.ts';

/** Real-shaped bills beside the checkout; `KVITT_DATA_SHARED` names another folder. */
const DATA = path.resolve(
  process.env.KVITT_DATA_SHARED ?? path.join(import.meta.dirname, '../../../../shared/data'),
  'accounts-receivable',
);

/** A month of it; the whole year is for `kvitt reminder rehearse`. */
const FROM = '2013-01-01';
const UNTIL = '2013-01-31';

const hasData = existsSync(DATA);
if (!hasData) console.warn(`There is no ${DATA}: nothing to rehearse.`);

describe.runIf(hasData)('a month of real-shaped bills', () => {
  let world: World;
  let verdict: YearVerdict;

  beforeAll(async () => {
    world = await openWorld({ startMs: Date.parse(`${FROM}T06:00:00Z`) });
    const { billerId } = await addBiller(world);
    const { customers, bills } = readReceivables(DATA);
    await rehearseYear(world, billerId, { customers, bills, until: UNTIL });
    verdict = await judgeYear(world, { bills, from: FROM, until: UNTIL });
  }, 3_600_000);

  afterAll(() => world?.close());

  it.each([
    'none at an hour that is not allowed where the customer is',
    'nobody two on one of their days',
    'none after its bill was settled',
    'a reason for each that was not sent',
    'every invariant of the data',
  ])('keeps the promise: %s', (promise) => {
    expect(verdict.sent).toBeGreaterThan(20);
    expect(verdict.proofs.find((one) => one.promise === promise)?.broken).toEqual([]);
  });
});
