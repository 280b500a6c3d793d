import { expect, it } from 'vitest';
import { type Look, mapOf, missingFields, proposeDraft } from './import-draft.ts';

const look: Look = {
  fields: ['number', 'account', 'issuedOn', 'dueOn', 'amount', 'description', 'settledOn'],
  required: ['number', 'account', 'issuedOn', 'dueOn', 'amount'],
  header: ['No', 'Acct', 'From', 'Due', 'Sum'],
  delimiter: ';',
  rows: [],
  columns: { number: 'No', account: null, issuedOn: 'From', dueOn: 'Due', amount: 'Sum' },
  dateFormats: ['M/D/YYYY', 'D/M/YYYY'],
  decimal: ',',
  maps: [],
};
const fresh = { map: null, isConsent: true, isLateConsent: true };

it('proposes what the columns look like, and says which needed one is not recognised', () => {
  const draft = proposeDraft(fresh, look);
  expect(missingFields(draft, look)).toEqual(['account']);
  draft.columns.account = 'Acct';
  expect(missingFields(draft, look)).toEqual([]);
  expect(mapOf(draft, 'invoices', look.fields)).toEqual({
    columns: { number: 'No', account: 'Acct', issuedOn: 'From', dueOn: 'Due', amount: 'Sum' },
    dateFormat: 'M/D/YYYY',
    delimiter: ';',
    decimal: ',',
  });
});

it('proposes a kept map whose columns are all there, and none that names another', () => {
  const columns = { number: 'No', account: 'Acct', issuedOn: 'From', dueOn: 'Due', amount: 'Sum' };
  const saved = { savedBy: 'Ada', savedAt: '2026-11-20T00:00:00Z' };
  const fits = { name: 'Ours', fits: true, map: { columns, dateFormat: 'D/M/YYYY' }, ...saved };
  const other = { name: 'Theirs', fits: false, map: { columns: { number: 'Nr' } }, ...saved };
  expect(proposeDraft(fresh, { ...look, maps: [fits, other] })).toMatchObject({
    columns,
    dateFormat: 'D/M/YYYY',
    keepAs: 'Ours',
  });
  expect(proposeDraft(fresh, { ...look, maps: [other] }).columns.number).toBe('No');
});

it('says of every field of a customer that it is taken from no column, where none is chosen', () => {
  const draft = proposeDraft(fresh, { ...look, columns: { number: 'No' } });
  expect(mapOf(draft, 'customers', ['number', 'phone'])).toMatchObject({
    columns: { number: 'No', phone: null },
  });
});
