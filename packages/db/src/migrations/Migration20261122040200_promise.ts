import { Migration } from '@mikro-orm/migrations';

/** Promises to pay, with the bills that each is about: their reminders wait until its day and grace are over. */
export class Migration20261122040200_promise extends Migration {
  override up(): void {
    for (const statement of PROMISE) this.addSql(statement);
  }
}

const PROMISE = [
  `create table promise (
    biller_id uuid not null, id uuid not null, account_id uuid not null,
    amount_minor bigint not null check (amount_minor > 0), currency text not null, due_on date not null,
    grace_until date not null check (grace_until >= due_on),
    state text not null check (state in ('open', 'kept', 'broken', 'replaced')),
    channel text not null check (channel in ('text', 'portal', 'agent')), message_id uuid, conversation_id uuid,
    made_at timestamptz not null, ended_at timestamptz, primary key (biller_id, id),
    foreign key (biller_id, account_id) references account)`,
  `create unique index promise_one_open on promise (biller_id, account_id) where state = 'open'`,
  `create table promise_bill (
    biller_id uuid not null, promise_id uuid not null, invoice_id uuid not null,
    primary key (biller_id, promise_id, invoice_id),
    foreign key (biller_id, promise_id) references promise, foreign key (biller_id, invoice_id) references invoice)`,
  `create index promise_bill_invoice on promise_bill (biller_id, invoice_id)`,
];
