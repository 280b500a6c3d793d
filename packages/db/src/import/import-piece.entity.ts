import { defineEntity, p } from '@mikro-orm/postgresql';

const ImportPieceSchema = defineEntity({
  name: 'ImportPiece',
  tableName: 'import_piece',
  properties: {
    billerId: p.uuid().primary(),
    fileId: p.uuid().primary(),
    /** 0, 1, 2 … in the order of the file. */
    at: p.integer().primary(),

    bytes: p.blob(),
  },
});

/** A part of an uploaded file, as it came; there until the file is loaded, dropped, or left lying. */
export class ImportPiece extends ImportPieceSchema.class {}
ImportPieceSchema.setClass(ImportPiece);
