import type { ProblemCode } from '@kvitt/domain/import/problem';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ImportFindingSchema = defineEntity({
  name: 'ImportFinding',
  tableName: 'import_finding',
  properties: {
    billerId: p.uuid().primary(),
    fileId: p.uuid().primary(),
    /** 0, 1, 2 … in the order of the file. */
    at: p.integer().primary(),

    line: p.integer(),
    /** As the header names it; null where the row as a whole is wrong. */
    columnName: p.text().nullable(),
    value: p.text(),
    code: p.text().$type<ProblemCode>(),
    expected: p.text(),
  },
});

/** Something wrong at a place of an uploaded file. */
export class ImportFinding extends ImportFindingSchema.class {}
ImportFindingSchema.setClass(ImportFinding);
