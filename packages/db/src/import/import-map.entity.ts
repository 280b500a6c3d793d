import type { ImportSubject } from '@kvitt/domain/import/import-subject';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ImportMapSchema = defineEntity({
  name: 'ImportMap',
  tableName: 'import_map',
  properties: {
    billerId: p.uuid().primary(),
    kind: p.text().$type<ImportSubject>().primary(),
    name: p.text().primary(),

    /** In the form of the command's map files. */
    map: p.json<Record<string, unknown>>(),
    savedBy: p.text(),
    savedAt: p.datetime(),
  },
});

/** How files of one origin are read, under the name that the biller calls it by. */
export class ImportMap extends ImportMapSchema.class {}
ImportMapSchema.setClass(ImportMap);
