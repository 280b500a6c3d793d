import { Migration } from '@mikro-orm/migrations';

/** What a text invited to, and the payments after which it may. */
export class Migration20261122190000_survey_invitation extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table card_event drop constraint card_event_what_check',
  `alter table card_event add constraint card_event_what_check
    check (what in ('shown', 'taken', 'answered', 'put-away', 'invited', 'passed-over'))`,
  `create index payment_approved_since on payment (biller_id, finished_at) where state = 'approved'`,
];
