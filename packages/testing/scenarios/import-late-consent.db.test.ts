import { Consent } from '@kvitt/db/consent/consent.entity';
import { importCustomers } from '@kvitt/flows/customer/import-customers';
import type { CustomerPlan } from '@kvitt/flows/import/plan-customers';
import { readCustomerMap } from '@kvitt/flows/import/read-customer-map';
import { csvFile } from '@kvitt/testing/csv-file';
import { addBiller } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeEach, describe, expect, it } from 'vitest';

const stage = useWorld();

let billerId = '';
let billers = 0;

beforeEach(async () => {
  billers += 1;
  const traits = { slug: `biller-${billers}`, number: String(14150001000 + billers) };
  billerId = (await addBiller(stage.world, traits)).billerId;
});

const header = 'customerID,firstName,lastName,phone,texts';
const ada = 'C-7,Ada,Lake,+12125550171,yes';
const bo = 'C-8,Bo,Lake,+12125550172,no';

async function load(
  lines: string[],
  options: { columns?: object; isLateConsent?: boolean } = {},
): Promise<CustomerPlan | undefined> {
  const reading = readCustomerMap({ columns: options.columns ?? {} });
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.errors));
  const report = await importCustomers(stage.world.ctx, {
    billerId,
    map: reading.map,
    file: csvFile(lines),
    actor: 'operator:test',
    isDryRun: false,
    isConsent: true,
    isLateConsent: options.isLateConsent ?? true,
  });
  return report.plan;
}

async function standings(): Promise<string[]> {
  const consents = await stage.world.ctx.em.fork().find(Consent, { billerId });
  return consents.map(({ purpose, state }) => `${purpose} ${state}`).sort();
}

describe('an imported number', () => {
  it('is for late bills too, unless the operator says otherwise', async () => {
    expect(await load([header, ada])).toMatchObject({ consentsRecorded: 1, lateConsentsRecorded: 1 });
    expect(await load([header, ada, bo], { isLateConsent: false })).toMatchObject({
      consentsRecorded: 1,
      lateConsentsRecorded: 0,
    });
    expect(await standings()).toEqual(['past-due express', 'service express', 'service express']);
  });

  it('gets what an earlier import did not speak of, and nothing twice', async () => {
    await load([header, ada], { isLateConsent: false });
    expect(await load([header, ada])).toMatchObject({ consentsRecorded: 0, lateConsentsRecorded: 1 });
    expect(await load([header, ada])).toMatchObject({ consentsRecorded: 0, lateConsentsRecorded: 0 });
    expect(await standings()).toEqual(['past-due express', 'service express']);
  });

  it('is for late bills where a column that speaks of bills alone says yes, and for nothing where it says no', async () => {
    await load([header, ada, bo], { columns: { consentService: 'texts' } });
    expect(await standings()).toEqual(['past-due express', 'service express']);
  });
});
