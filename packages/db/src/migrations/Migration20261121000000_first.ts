import { Migration } from '@mikro-orm/migrations';

/**
 * The first schema. Every key begins with the biller, so that one deployment serves many and can be spread over
 * machines; foreign keys point from child to parent, as the entities do.
 */
export class Migration20261121000000_first extends Migration {
  override up(): void {
    for (const statement of [
      ...BILLER,
      ...CUSTOMER,
      ...INVOICE,
      ...LEDGER,
      ...THREAD,
      ...PAYMENT,
      ...WEBHOOK,
    ]) {
      this.addSql(statement);
    }
  }
}

const BILLER = [
  `create table biller (
    id uuid primary key, slug text not null unique, name text not null, currency text not null, time_zone text not null,
    language text not null, accent text not null, support_phone text not null, support_email text,
    created_at timestamptz not null)`,
  `create table sender (
    biller_id uuid not null references biller, id uuid not null, number text not null unique,
    per_second float8 not null check (per_second > 0), burst float8 not null check (burst >= 1), tokens float8 not null,
    refilled_at timestamptz not null, paused_at timestamptz, primary key (biller_id, id))`,
];

const CUSTOMER = [
  `create table customer (
    biller_id uuid not null references biller, id uuid not null, number text not null, first_name text not null,
    last_name text not null, postal_code text, region text, time_zone text not null, language text not null,
    date_of_birth date, created_at timestamptz not null, primary key (biller_id, id), unique (biller_id, number))`,
  `create table account (
    biller_id uuid not null, id uuid not null, customer_id uuid not null, number text not null,
    one_reply_since timestamptz, vault_customer_id text, created_at timestamptz not null,
    primary key (biller_id, id), unique (biller_id, number),
    foreign key (biller_id, customer_id) references customer)`,
  `create index account_customer on account (biller_id, customer_id)`,
  `create table phone (
    biller_id uuid not null references biller, id uuid not null, e164 text not null,
    line_type text not null check (line_type in ('mobile', 'landline', 'unknown')), unreachable_since timestamptz,
    unreachable_code text, created_at timestamptz not null, primary key (biller_id, id), unique (biller_id, e164))`,
  `create table account_phone (
    biller_id uuid not null, account_id uuid not null, phone_id uuid not null,
    role text not null check (role in ('primary', 'other')), since timestamptz not null,
    primary key (biller_id, account_id, phone_id),
    foreign key (biller_id, account_id) references account, foreign key (biller_id, phone_id) references phone)`,
  `create index account_phone_phone on account_phone (biller_id, phone_id)`,
  `create unique index account_phone_primary on account_phone (biller_id, account_id) where role = 'primary'`,
];

const INVOICE = [
  `create table invoice (
    biller_id uuid not null, id uuid not null, account_id uuid not null, number text not null, description text not null,
    currency text not null, total_minor bigint not null check (total_minor > 0), issued_on date not null,
    due_on date not null, announced_at timestamptz, created_at timestamptz not null, primary key (biller_id, id),
    unique (biller_id, number), foreign key (biller_id, account_id) references account)`,
  `create index invoice_account on invoice (biller_id, account_id, due_on)`,
  `create index invoice_to_announce on invoice (biller_id, account_id) where announced_at is null`,
];

/** Append-only by trigger, and balanced by one: no statement leaves a lopsided entry behind. */
const LEDGER = [
  `create table journal_entry (
    biller_id uuid not null references biller, id uuid not null, cause text not null, cause_id uuid not null,
    currency text not null, at timestamptz not null, primary key (biller_id, id), unique (biller_id, cause, cause_id))`,
  `create table posting (
    biller_id uuid not null, entry_id uuid not null, line int not null, account text not null, invoice_id uuid,
    minor bigint not null check (minor <> 0), primary key (biller_id, entry_id, line),
    check ((account = 'receivable') = (invoice_id is not null)),
    foreign key (biller_id, entry_id) references journal_entry, foreign key (biller_id, invoice_id) references invoice)`,
  `create index posting_invoice on posting (biller_id, invoice_id) include (minor) where invoice_id is not null`,
  `create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% is append-only: post a correction instead', tg_table_name; end $$`,
  `create trigger journal_entry_append_only before update or delete or truncate on journal_entry
    for each statement execute function refuse_change()`,
  `create trigger posting_append_only before update or delete or truncate on posting
    for each statement execute function refuse_change()`,
  `create function entries_must_balance() returns trigger language plpgsql as $$
    declare unbalanced uuid;
    begin
      select entry_id into unbalanced from added group by biller_id, entry_id having sum(minor) <> 0 limit 1;
      if found then raise exception 'journal entry % does not balance', unbalanced; end if;
      return null;
    end $$`,
  // Once per statement, over all it adds: an entry's lines come in one statement, and so do a million of an import's.
  `create trigger posting_balances after insert on posting referencing new table as added
    for each statement execute function entries_must_balance()`,
];

const THREAD = [
  `create table conversation (
    biller_id uuid not null, id uuid not null, phone_id uuid not null, sender_id uuid not null,
    opened_at timestamptz not null, last_inbound_at timestamptz, person_wanted_since timestamptz, person_wanted_why text,
    primary key (biller_id, id), unique (biller_id, phone_id, sender_id),
    foreign key (biller_id, phone_id) references phone, foreign key (biller_id, sender_id) references sender)`,
  `create table message (
    biller_id uuid not null, id uuid not null, conversation_id uuid not null, sender_id uuid not null,
    phone_id uuid not null, direction text not null check (direction in ('in', 'out')), body text not null,
    state text not null check (state in ('received', 'queued', 'sending', 'uncertain', 'sent', 'delivered', 'undelivered',
      'failed', 'cancelled', 'skipped')),
    purpose text, template text, cause text, asked_at timestamptz, invoice_id uuid, stated_minor bigint, parts int not null,
    send_at timestamptz not null, send_before timestamptz, attempts int not null default 0, claimed_at timestamptz,
    sent_at timestamptz, vendor_id text, report_sequence int, reason text, outcome text, carrier_intent text,
    created_at timestamptz not null, primary key (biller_id, id),
    foreign key (biller_id, conversation_id) references conversation,
    foreign key (biller_id, invoice_id) references invoice)`,
  // A carrier's message id names one text; an inbound webhook that comes again finds its row here.
  `create unique index message_vendor on message (biller_id, vendor_id) where vendor_id is not null`,
  // One cause, one text: a flow that runs twice queues once.
  `create unique index message_cause on message (biller_id, cause) where cause is not null`,
  `create index message_due on message (sender_id, send_at, id) where state = 'queued'`,
  `create index message_in_hand on message (claimed_at) where state in ('sending', 'uncertain')`,
  `create index message_thread on message (biller_id, conversation_id, created_at)`,
  `create index message_phone_queued on message (biller_id, phone_id) where state = 'queued'`,
  `create index message_unanswered on message (created_at) where direction = 'in' and outcome is null`,
  `create table consent_event (
    biller_id uuid not null, id uuid not null, phone_id uuid not null, purpose text not null, act text not null,
    channel text not null, wording text not null, actor text not null, message_id uuid, at timestamptz not null,
    primary key (biller_id, id), foreign key (biller_id, phone_id) references phone)`,
  `create trigger consent_event_append_only before update or delete or truncate on consent_event
    for each statement execute function refuse_change()`,
  `create index consent_event_phone on consent_event (biller_id, phone_id, at)`,
  `create table consent (
    biller_id uuid not null, phone_id uuid not null, purpose text not null,
    state text not null check (state in ('express', 'confirmed', 'revoked')), since timestamptz not null,
    event_id uuid not null, primary key (biller_id, phone_id, purpose),
    foreign key (biller_id, phone_id) references phone)`,
  `create table portal_link (
    biller_id uuid not null, id uuid not null, invoice_id uuid not null, message_id uuid, token_hash text not null unique,
    created_at timestamptz not null, expires_at timestamptz not null, revoked_at timestamptz,
    primary key (biller_id, id), foreign key (biller_id, invoice_id) references invoice)`,
];

const PAYMENT = [
  `create table payment_method (
    biller_id uuid not null, id uuid not null, account_id uuid not null, brand text not null, last4 text not null,
    exp_month int not null, exp_year int not null, vault_token text not null, is_default boolean not null,
    created_at timestamptz not null, removed_at timestamptz, primary key (biller_id, id),
    foreign key (biller_id, account_id) references account)`,
  `create unique index payment_method_default on payment_method (biller_id, account_id)
    where is_default and removed_at is null`,
  `create table payment (
    biller_id uuid not null, id uuid not null, account_id uuid not null, invoice_id uuid not null, method_id uuid,
    amount_minor bigint not null check (amount_minor > 0), currency text not null,
    channel text not null check (channel in ('text', 'portal')),
    state text not null check (state in ('started', 'unknown', 'approved', 'declined', 'voided')), decline_kind text,
    processor_code text, vendor_id text, card_brand text, card_last4 text, is_card_kept boolean not null,
    message_id uuid, conversation_id uuid, started_at timestamptz not null, finished_at timestamptz,
    asked int not null default 0, ask_at timestamptz, primary key (biller_id, id),
    foreign key (biller_id, account_id) references account, foreign key (biller_id, invoice_id) references invoice)`,
  // The heart of "at most once": while one payment of a bill may still move money, no second row can exist.
  `create unique index payment_one_live on payment (biller_id, invoice_id) where state in ('started', 'unknown')`,
  `create unique index payment_vendor on payment (biller_id, vendor_id) where vendor_id is not null`,
  `create index payment_invoice on payment (biller_id, invoice_id)`,
  `create index payment_to_ask on payment (ask_at) where ask_at is not null`,
  `create table pay_offer (
    biller_id uuid not null, id uuid not null, conversation_id uuid not null, invoice_id uuid not null,
    method_id uuid not null, kind text not null check (kind in ('question', 'bill')), amount_minor bigint not null,
    currency text not null, code text not null,
    state text not null check (state in ('open', 'accepted', 'declined', 'superseded')), created_at timestamptz not null,
    expires_at timestamptz not null, primary key (biller_id, id),
    foreign key (biller_id, conversation_id) references conversation,
    foreign key (biller_id, invoice_id) references invoice)`,
  `create unique index pay_offer_one_question on pay_offer (biller_id, conversation_id)
    where kind = 'question' and state = 'open'`,
  `create index pay_offer_open on pay_offer (biller_id, conversation_id) where state = 'open'`,
];

const WEBHOOK = [
  `create table delivery_report (
    biller_id uuid not null references biller, id uuid not null, vendor_id text not null, message_id uuid,
    state text not null, sequence int not null, error_code text, failure text,
    received_at timestamptz not null, primary key (biller_id, id), unique (biller_id, vendor_id, state, sequence))`,
  `create table processor_notice (
    biller_id uuid not null references biller, id uuid not null, type text not null, subject_id text not null,
    at timestamptz not null, received_at timestamptz not null, primary key (biller_id, id),
    unique (biller_id, type, subject_id, at))`,
];
