import { Migration } from '@mikro-orm/migrations';

/** Ways to pay beside cards, what is known of each, mandates for bank accounts, and what banks send back. */
export class Migration20261122120000_methods extends Migration {
  override up(): void {
    for (const statement of [...METHODS, ...MANDATES, ...PAYMENTS]) this.addSql(statement);
  }
}

const METHODS = [
  `alter table payment_method
    add column kind text not null default 'card'
      check (kind in ('card', 'bank', 'paypal', 'venmo', 'apple-pay', 'google-pay')),
    add column funding text check (funding in ('credit', 'debit', 'prepaid')),
    add column nickname text check (char_length(nickname) between 1 and 40),
    add column closed_at timestamptz, add column closed_why text, add column forgotten_at timestamptz,
    add column expiry_told text, add column checked_at timestamptz,
    alter column exp_month drop not null, alter column exp_year drop not null`,
  // Only a card has a day on which it ends; a wallet may carry one.
  `alter table payment_method add check ((exp_month is null) = (exp_year is null) and (kind <> 'card' or exp_month is not null))`,
  // Whoever makes another one the default one at the same moment waits, and is then the only one.
  `create unique index payment_method_one_default on payment_method (biller_id, account_id)
    where is_default and removed_at is null`,
  `create index payment_method_expiry on payment_method (exp_year, exp_month) where removed_at is null`,
  `create index payment_method_to_forget on payment_method (removed_at) where removed_at is not null and forgotten_at is null`,
  `create index payment_method_vault on payment_method (vault_token) where removed_at is null`,
];

const MANDATES = [
  `create table bank_mandate (
    biller_id uuid not null, id uuid not null, account_id uuid not null, method_id uuid not null,
    wording_key text not null, wording text not null, language text not null, actor text not null,
    channel text not null check (channel in ('text', 'web', 'written')), evidence jsonb not null,
    agreed_at timestamptz not null, ended_at timestamptz, ended_by text, end_code text,
    primary key (biller_id, id), foreign key (biller_id, account_id) references account,
    foreign key (biller_id, method_id) references payment_method)`,
  `create unique index bank_mandate_one_live on bank_mandate (biller_id, method_id) where ended_at is null`,
  `create index bank_mandate_account on bank_mandate (biller_id, account_id)`,
];

const PAYMENTS = [
  `alter table payment add column initiator text, add column takes_over boolean not null default false,
    add column clears_by date, add column settled_at timestamptz, add column return_code text`,
];
