import { Migration } from '@mikro-orm/migrations';

/** The question whether to switch autopay on, as it was texted: a mandate is taken up by its code. */
export class Migration20261122100100_autopay_offer extends Migration {
  override up(): void {
    for (const statement of AUTOPAY_OFFER) this.addSql(statement);
  }
}

const AUTOPAY_OFFER = [
  `create table autopay_offer (
    biller_id uuid not null, id uuid not null, conversation_id uuid not null, account_id uuid not null,
    method_id uuid not null, stated_minor bigint not null, wording_key text not null, code text not null,
    state text not null check (state in ('open', 'accepted', 'declined', 'superseded')),
    created_at timestamptz not null, expires_at timestamptz not null, primary key (biller_id, id),
    foreign key (biller_id, conversation_id) references conversation,
    foreign key (biller_id, account_id) references account, foreign key (biller_id, method_id) references payment_method)`,
  // One question at a time: a YES must mean one thing.
  `create unique index autopay_offer_one_open on autopay_offer (biller_id, conversation_id) where state = 'open'`,
];
