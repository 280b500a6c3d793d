import type { ImportState, ImportSubject } from '@kvitt/domain/import/import-subject';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ImportFileSchema = defineEntity({
  name: 'ImportFile',
  tableName: 'import_file',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    kind: p.text().$type<ImportSubject>(),
    name: p.text(),
    bytes: p.bigint('number'),
    /** Of the bytes, in hexadecimal; null while they come in. */
    sha256: p.text().nullable(),
    state: p.text().$type<ImportState>(),
    /** How it is read, in the form of the command's map files; null until somebody has said. */
    map: p.json<Record<string, unknown>>().nullable(),
    /** Whether a number in it counts as given for texts about bills, and about late ones too. */
    isConsent: p.boolean(),
    isLateConsent: p.boolean(),
    /** How many of its bytes the worker has read, and what it does now that all are. */
    readBytes: p.bigint('number'),
    stage: p.text().$type<'checking' | 'loading'>().nullable(),
    rows: p.integer().nullable(),
    problems: p.integer().nullable(),
    ignored: p.json<string[]>().nullable(),
    /** What was loaded, or would be. */
    plan: p.json<Record<string, unknown>>().nullable(),
    uploadedBy: p.text(),
    uploadedAt: p.datetime(),
    /** Who had it checked, and loaded, last. */
    orderedBy: p.text().nullable(),
    orderedById: p.uuid().nullable(),
    changedAt: p.datetime(),
  },
});

/** A file of customers or bills that somebody uploaded: how far it is, and what came of it. Kept as history. */
export class ImportFile extends ImportFileSchema.class {}
ImportFileSchema.setClass(ImportFile);
