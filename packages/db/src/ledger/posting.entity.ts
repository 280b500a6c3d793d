import type { LedgerAccount } from '@kvitt/domain/ledger/chart';
import { defineEntity, p } from '@mikro-orm/postgresql';

const PostingSchema = defineEntity({
  name: 'Posting',
  tableName: 'posting',
  properties: {
    billerId: p.uuid().primary(),
    entryId: p.uuid().primary(),
    line: p.integer().primary(),
    account: p.text().$type<LedgerAccount>(),
    invoiceId: p.uuid().nullable(),
    minor: p.bigint('number'),
  },
});

/** One line of a journal entry: positive debits, negative credits, adding up to nothing per entry. */
export class Posting extends PostingSchema.class {}
PostingSchema.setClass(Posting);
