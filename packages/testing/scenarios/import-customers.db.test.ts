import { Consent } from '@kvitt/db/consent/consent.entity';
import { ConsentEvent } from '@kvitt/db/consent/consent-event.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { importCustomers } from '@kvitt/flows/customer/import-customers';
import type { ImportReport } from '@kvitt/flows/import/import-kind';
import type { ImportProblem } from '@kvitt/flows/import/match-columns';
import type { CustomerPlan } from '@kvitt/flows/import/plan-customers';
import { readCustomerMap } from '@kvitt/flows/import/read-customer-map';
import { csvFile } from '@kvitt/testing/csv-file';
import { addBiller, addPerson } from '@kvitt/testing/people';
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

const header = 'customerID,firstName,lastName,phone,postalCode,state,timeZone,language,dateOfBirth';
const sofia = 'C-1,Sofía,Usman,+12125550190,10001,NY,America/New_York,es,1974-07-03';
const emma = 'C-2,Emma,"Zimmer, née Mann",(713) 555-0191,77001,TX,America/Chicago,,';

async function load(
  lines: string[],
  options: { billerId?: string; isDryRun?: boolean; isConsent?: boolean } = {},
): Promise<{ report: ImportReport<CustomerPlan>; problems: string[] }> {
  const reading = readCustomerMap();
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.errors));
  const problems: ImportProblem[] = [];
  const report = await importCustomers(stage.world.ctx, {
    billerId: options.billerId ?? billerId,
    map: reading.map,
    file: csvFile(lines),
    actor: 'operator:test',
    isDryRun: options.isDryRun ?? false,
    isConsent: options.isConsent ?? true,
    onProblems: (page) => void problems.push(...page),
  });
  return { report, problems: problems.map(({ line, column, code }) => `${line} ${column} ${code}`) };
}

function em() {
  return stage.world.ctx.em.fork();
}

async function phoneOf(number: string, role: 'primary' | 'other'): Promise<string[]> {
  const account = await em().findOneOrFail(Account, { billerId, number });
  const joined = await em().find(AccountPhone, { billerId, accountId: account.id, role });
  const phones = await em().find(Phone, { billerId, id: { $in: joined.map(({ phoneId }) => phoneId) } });
  return phones.map(({ e164 }) => e164);
}

describe('import customers', () => {
  it('adds customers with an account and a phone each, and takes what is left open from the biller', async () => {
    const { report } = await load([header, sofia, emma]);
    expect(report).toMatchObject({ outcome: 'loaded', rows: 2, problems: 0, ignoredColumns: [] });
    expect(report.plan).toMatchObject({
      created: 2,
      updated: 0,
      unchanged: 0,
      phonesAdded: 2,
      consentsRecorded: 2,
    });
    expect(await em().findOneOrFail(Customer, { billerId, number: 'C-1' })).toMatchObject({
      firstName: 'Sofía',
      language: 'es',
      region: 'NY',
      dateOfBirth: '1974-07-03',
    });
    expect(await em().findOneOrFail(Customer, { billerId, number: 'C-2' })).toMatchObject({
      lastName: 'Zimmer, née Mann',
      language: 'en',
      timeZone: 'America/Chicago',
      dateOfBirth: null,
    });
    expect(await phoneOf('C-2', 'primary')).toEqual(['+17135550191']);
  });

  it('records with each number who imported it, and from which line of which file', async () => {
    const { report } = await load([header, sofia, emma]);
    const phone = await em().findOneOrFail(Phone, { billerId, e164: '+17135550191' });
    const consent = await em().findOneOrFail(Consent, { billerId, phoneId: phone.id, purpose: 'service' });
    expect(consent).toMatchObject({ purpose: 'service', state: 'express' });
    expect(await em().findOneOrFail(ConsentEvent, { billerId, id: consent.eventId })).toMatchObject({
      phoneId: phone.id,
      act: 'granted',
      channel: 'import',
      actor: 'operator:test',
      wording: `The customer gave this number to the biller for texts about the bills of the account, as the biller states in test.csv (SHA-256 ${report.sha256}), line 3.`,
    });
  });

  it('records consent by row where the map names columns for it, and takes silence for a no', async () => {
    const reading = readCustomerMap({ columns: { consentService: 'texts', consentPastDue: 'late' } });
    if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.errors));
    const lines = [
      'customerID,firstName,lastName,phone,texts,late',
      'C-7,Ada,Lake,+12125550171,yes,ja',
      'C-8,Bo,Lake,+12125550172,Y,no',
      'C-9,Cy,Lake,+12125550173,,',
    ];
    const report = await importCustomers(stage.world.ctx, {
      billerId,
      map: reading.map,
      file: csvFile(lines),
      actor: 'operator:test',
      isDryRun: false,
      isConsent: true,
    });
    expect(report.plan?.consentsRecorded).toBe(2);
    const consents = await em().find(Consent, { billerId }, { orderBy: { purpose: 'asc' } });
    expect(consents.map(({ purpose, state }) => [purpose, state])).toEqual([
      ['past-due', 'express'],
      ['service', 'express'],
      ['service', 'express'],
    ]);
  });

  it('records no consent where the operator says so', async () => {
    const { report } = await load([header, sofia], { isConsent: false });
    expect(report.plan?.consentsRecorded).toBe(0);
    expect(await em().count(Consent, { billerId })).toBe(0);
  });

  it('leaves a STOP a STOP, however often the file comes again', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.says('STOP');
    const row = `C-9,Cindy,Again,${cindy.phone},,,,,`;
    const to = { billerId: stage.billerId };
    const { report } = await load([header, row], to);
    expect(report.plan).toMatchObject({ created: 1, consentsRecorded: 0, stopsKept: 1 });
    await load([header, row], to);
    const consents = await em().find(Consent, { ...to, purpose: 'service' });
    expect(consents.map(({ state }) => state)).toEqual(['revoked']);
  });

  it('finds nothing to do in the same file again', async () => {
    await load([header, sofia, emma]);
    const { report } = await load([header, sofia, emma]);
    expect(report.plan).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
      phonesAdded: 0,
      consentsRecorded: 0,
    });
    expect(await em().count(ConsentEvent, { billerId })).toBe(4);
  });

  it('brings a known customer up to date, says in what, and erases nothing for an empty cell', async () => {
    await load([header, sofia, emma]);
    const moved = 'C-1,Sofía,Usman,+12125550199,,CA,America/Los_Angeles,es,';
    const { report } = await load([header, moved, emma]);
    expect(report.plan).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 1,
      changes: [{ line: 2, number: 'C-1', fields: ['region', 'timeZone', 'phone'] }],
    });
    const customer = await em().findOneOrFail(Customer, { billerId, number: 'C-1' });
    expect(customer).toMatchObject({ postalCode: '10001', region: 'CA', dateOfBirth: '1974-07-03' });
    expect(await phoneOf('C-1', 'primary')).toEqual(['+12125550199']);
    expect(await phoneOf('C-1', 'other')).toEqual(['+12125550190']);
  });

  it('lets two customers share a phone, and asks consent of it once', async () => {
    const { report } = await load([header, sofia, emma.replace('(713) 555-0191', '212-555-0190')]);
    expect(report.plan).toMatchObject({ created: 2, phonesAdded: 1, consentsRecorded: 1 });
    expect(await em().count(ConsentEvent, { billerId })).toBe(2);
  });

  it('changes nothing on a dry run, and says what it would', async () => {
    const { report } = await load([header, sofia], { isDryRun: true });
    expect(report).toMatchObject({ outcome: 'checked', plan: { created: 1 } });
    expect(await em().count(Customer, { billerId })).toBe(0);
  });

  it('reports every error of a file and loads nothing of it', async () => {
    const { report, problems } = await load([
      header,
      sofia,
      'C-1,Other,Person,,,,,,',
      ',No,Number,,,,,,',
      'C-3,,Noname,555,,,Mars/Olympus,tlh,2/30/2000',
      'C-4,Too,Few',
      'C-5,A "b" c,Quotes,,,,,,',
    ]);
    expect(report).toMatchObject({ outcome: 'refused', problems: 9, plan: undefined });
    expect(problems).toEqual([
      '3 customerID REPEATED_IN_FILE',
      '4 customerID EMPTY',
      '5 dateOfBirth NOT_A_DATE',
      '5 firstName EMPTY',
      '5 language LANGUAGE_UNKNOWN',
      '5 phone NOT_A_PHONE',
      '5 timeZone TIME_ZONE_UNKNOWN',
      '6 null CELL_COUNT',
      '7 null BROKEN_QUOTES',
    ]);
    expect(await em().count(Customer, { billerId })).toBe(0);
  });

  it('refuses a file without the columns that it needs, before it reads a row', async () => {
    const { report, problems } = await load(['id;first;last', '1;2;3']);
    expect(report).toMatchObject({ outcome: 'refused', rows: 0 });
    expect(problems.map((each) => each.replace(/^1 /, ''))).toEqual([
      'customerID COLUMN_MISSING',
      'firstName COLUMN_MISSING',
      'lastName COLUMN_MISSING',
    ]);
  });

  it('refuses an empty file', async () => {
    expect((await load([''])).problems).toEqual(['1 null FILE_EMPTY']);
  });
});
