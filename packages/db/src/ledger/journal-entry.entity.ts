import type { LedgerCause } from '@kvitt/domain/ledger/chart';
import type { Currency } from '@kvitt/domain/money/money';
import { defineEntity, p } from '@mikro-orm/postgresql';

const JournalEntrySchema = defineEntity({
  name: 'JournalEntry',
  tableName: 'journal_entry',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    cause: p.text().$type<LedgerCause>(),
    causeId: p.uuid(),
    currency: p.text().$type<Currency>(),
    at: p.datetime(),
  },
});

/** A fact about money, posted once per cause. Never changed: a correction is another entry. */
export class JournalEntry extends JournalEntrySchema.class {}
JournalEntrySchema.setClass(JournalEntry);
