import { AuditEvent } from '@kvitt/db/agent/audit-event.entity';
import { ConsentEvent } from '@kvitt/db/consent/consent-event.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { ImportPiece } from '@kvitt/db/import/import-piece.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { download, uploadFile } from '@kvitt/testing/console-file';
import { addBiller } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
let ada: AtConsole;
let maria: AtConsole;
let other: AtConsole;

beforeAll(async () => {
  const { world, billerId } = stage;
  ada = await sitDown(world, billerId, { name: 'Ada Admin', role: 'admin' });
  maria = await sitDown(world, billerId, { name: 'Maria Santos' });
  const away = await addBiller(world, { slug: 'elsewhere', number: '14150002001' });
  other = await sitDown(world, away.billerId, { name: 'Otto Other', role: 'admin' });
});

interface Opened {
  state: string;
  rows: number | null;
  problems: number | null;
  bills: Record<string, unknown> | null;
  customers: Record<string, unknown> | null;
  same: { by: string; name: string } | null;
  look: {
    header: string[];
    columns: Record<string, string | null>;
    dateFormats: string[];
    maps: { name: string; fits: boolean }[];
  } | null;
}

const em = () => stage.world.ctx.em.fork();
const open = async (fileId: string, agent = ada) => (await agent.ask<Opened>('import.open', { fileId })).data;
const upload = (kind: 'customers' | 'invoices', name: string, lines: string[], agent = ada) =>
  uploadFile(stage.world, agent, { kind, name, lines });

async function check(fileId: string, map: object, more: object = {}): Promise<Opened> {
  const order = { fileId, map, isConsent: true, isLateConsent: false, ...more };
  expect((await ada.act('import.check', order)).data).toEqual({ kind: 'ordered' });
  await stage.world.settle();
  return open(fileId);
}

async function load(fileId: string): Promise<Opened> {
  expect((await ada.act('import.load', { fileId })).data).toEqual({ kind: 'ordered' });
  await stage.world.settle();
  return open(fileId);
}

const PEOPLE = ['Kundnr,Vorname,Nachname,Telefon', 'I-1,Ida,Moss,+12125550161', 'I-2,Ivo,Reed,+12125550162'];
const PEOPLE_MAP = {
  columns: { number: 'Kundnr', firstName: 'Vorname', lastName: 'Nachname', phone: 'Telefon' },
};
const HEADER = 'Invoice,Account,Date,Due,Amount';
const BILLS_MAP = {
  columns: { number: 'Invoice', account: 'Account', issuedOn: 'Date', dueOn: 'Due', amount: 'Amount' },
  dateFormat: 'M/D/YYYY',
};

it('loads customers from an uploaded file as the command does, with the consents that the switches say', async () => {
  const { fileId } = await upload('customers', 'people.csv', PEOPLE);
  expect((await open(fileId)).look).toMatchObject({
    header: ['Kundnr', 'Vorname', 'Nachname', 'Telefon'],
    columns: { number: 'Kundnr', firstName: 'Vorname', lastName: 'Nachname', phone: 'Telefon' },
  });
  expect(await check(fileId, PEOPLE_MAP)).toMatchObject({
    state: 'checked',
    customers: { created: 2, phonesAdded: 2, consentsRecorded: 2, lateConsentsRecorded: 0 },
  });
  const { billerId } = stage;
  expect(await em().count(Phone, { billerId, e164: '+12125550161' })).toBe(0);
  expect(await load(fileId)).toMatchObject({ state: 'loaded', look: null });
  const phone = await em().findOneOrFail(Phone, { billerId, e164: '+12125550161' });
  const events = await em().find(ConsentEvent, { billerId, phoneId: phone.id });
  expect(events).toMatchObject([
    { purpose: 'service', act: 'granted', channel: 'import', actor: `agent:${ada.id}` },
  ]);
  expect(events[0]?.evidence).toMatchObject({ file: 'people.csv', line: 2 });
});

it('names every wrong cell of a file of bills and loads nothing, then all of the mended one', async () => {
  const { world, billerId } = stage;
  const bad = await upload('invoices', 'bills.csv', [
    HEADER,
    'IB-1,I-1,1/2/2026,1/31/2026,12.50',
    'IB-2,I-9,1/2/2026,soon,5',
  ]);
  expect((await open(bad.fileId)).look).toMatchObject({ columns: BILLS_MAP.columns });
  expect(await check(bad.fileId, BILLS_MAP, { keepAs: 'Our system' })).toMatchObject({
    state: 'refused',
    problems: 2,
  });
  expect((await ada.act('import.load', { fileId: bad.fileId })).message).toBe('NOT_CHECKED');
  const list = await download(world, ada, `imports/${bad.fileId}/problems.csv?language=en`);
  expect([list.name, ...list.body.trim().split('\r\n')]).toEqual([
    'bills-errors.csv',
    'line,column,value,what is wrong,how to mend it',
    '3,Account,I-9,is not the number of an account; import its customer first,"Import the customer first, or correct the number."',
    '3,Due,soon,is not a date written as M/D/YYYY,"Correct the cell, or say how it is written."',
  ]);

  const good = await upload('invoices', 'bills.csv', [
    HEADER,
    'IB-1,I-1,1/2/2026,1/31/2026,12.50',
    'IB-2,I-2,1/2/2026,1/31/2026,5',
  ]);
  expect((await open(good.fileId)).look?.maps).toMatchObject([{ name: 'Our system', fits: true }]);
  const sums = [{ currency: 'USD', createdMinor: 1_750, createdSettledMinor: 0, settledMinor: 0 }];
  expect(await check(good.fileId, BILLS_MAP)).toMatchObject({
    state: 'checked',
    rows: 2,
    bills: { created: 2, sums },
  });
  expect(await em().count(Invoice, { billerId, number: 'IB-1' })).toBe(0);
  expect(await load(good.fileId)).toMatchObject({ state: 'loaded', rows: 2, bills: { created: 2 } });
  expect(await em().count(Invoice, { billerId, number: ['IB-1', 'IB-2'] })).toBe(2);
  expect(await em().count(ImportPiece, { billerId, fileId: good.fileId })).toBe(0);
  const noted = await em().find(AuditEvent, { billerId, act: 'import.loaded', subjectId: good.fileId });
  expect(noted).toMatchObject([{ actor: 'Ada Admin', detail: 'bills.csv' }]);
});

it('says of the same file that it was loaded, by whom, and that there is nothing left to do', async () => {
  const again = await upload('invoices', 'again.csv', [
    HEADER,
    'IB-1,I-1,1/2/2026,1/31/2026,12.50',
    'IB-2,I-2,1/2/2026,1/31/2026,5',
  ]);
  expect((await open(again.fileId)).same).toMatchObject({ by: 'Ada Admin', name: 'bills.csv' });
  expect(await check(again.fileId, BILLS_MAP)).toMatchObject({
    state: 'checked',
    bills: { created: 0, unchanged: 2, settled: 0 },
  });
});

it('is for admins and managers, of their own biller, and takes no file that is empty or too large', async () => {
  const { world } = stage;
  const { fileId } = await upload('invoices', 'mine.csv', [HEADER]);
  expect((await upload('invoices', 'a.csv', [HEADER], maria)).status).toBe(403);
  expect((await maria.ask('import.list')).status).toBe(403);
  for (const act of ['load', 'drop'])
    expect((await other.act(`import.${act}`, { fileId })).message).toBe('NO_SUCH_IMPORT');
  expect((await other.ask('import.open', { fileId })).message).toBe('NO_SUCH_IMPORT');
  expect((await other.ask<unknown[]>('import.findings', { fileId, from: 0 })).data).toEqual([]);
  expect((await download(world, other, `imports/${fileId}/problems.csv`)).status).toBe(404);
  const order = { fileId, map: BILLS_MAP, isConsent: true, isLateConsent: true };
  expect((await other.act('import.check', order)).message).toBe('NO_SUCH_IMPORT');
  const send = (body: string | undefined, headers: Record<string, string> = {}) =>
    fetch(`${world.origin}/console/imports/invoices?name=x.csv`, {
      method: 'POST',
      headers: { cookie: ada.cookie, origin: world.origin, ...headers },
      ...(body !== undefined && { body }),
    });
  expect((await send(undefined)).status).toBe(422);
  expect((await send('x', { origin: 'https://elsewhere.example' })).status).toBe(403);
});

it('puts a file away that nobody goes on with, and its bytes with it', async () => {
  const { world, billerId } = stage;
  const { fileId } = await upload('invoices', 'left.csv', [HEADER]);
  expect((await ada.act('import.drop', { fileId })).data).toEqual({ kind: 'ordered' });
  await world.settle();
  expect(await em().count(ImportPiece, { billerId, fileId })).toBe(0);
  expect((await open(fileId)).state).toBe('dropped');
  const order = { fileId, map: BILLS_MAP, isConsent: true, isLateConsent: true };
  expect((await ada.act('import.check', order)).message).toBe('BYTES_GONE');
});
