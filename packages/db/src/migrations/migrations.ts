import { Migration20261121000000_first } from './Migration20261121000000_first.ts';
import { Migration20261121230000_payment_account } from './Migration20261121230000_payment_account.ts';
import { Migration20261122010000_contact_policy } from './Migration20261122010000_contact_policy.ts';
import { Migration20261122010100_sender_brake } from './Migration20261122010100_sender_brake.ts';
import { Migration20261122020000_consent_ledger } from './Migration20261122020000_consent_ledger.ts';
import { Migration20261122021100_next_statement } from './Migration20261122021100_next_statement.ts';
import { Migration20261122030000_what_customers_say } from './Migration20261122030000_what_customers_say.ts';
import { Migration20261122040000_payment_part } from './Migration20261122040000_payment_part.ts';
import { Migration20261122040100_refund } from './Migration20261122040100_refund.ts';
import { Migration20261122040200_promise } from './Migration20261122040200_promise.ts';
import { Migration20261122040300_adjustment } from './Migration20261122040300_adjustment.ts';
import { Migration20261122042000_autopay } from './Migration20261122042000_autopay.ts';
import { Migration20261122043000_reconciliation } from './Migration20261122043000_reconciliation.ts';
import { Migration20261122043100_dispute } from './Migration20261122043100_dispute.ts';
import { Migration20261122050000_template } from './Migration20261122050000_template.ts';
import { Migration20261122050100_text_setting } from './Migration20261122050100_text_setting.ts';
import { Migration20261122050121_lock_screen } from './Migration20261122050121_lock_screen.ts';
import { Migration20261122060000_reminder } from './Migration20261122060000_reminder.ts';
import { Migration20261122062000_reminder_waits } from './Migration20261122062000_reminder_waits.ts';
import { Migration20261122070000_test_clock } from './Migration20261122070000_test_clock.ts';
import { Migration20261122070100_campaign } from './Migration20261122070100_campaign.ts';
import { Migration20261122070200_vitals } from './Migration20261122070200_vitals.ts';
import { Migration20261122070900_campaign_decision } from './Migration20261122070900_campaign_decision.ts';
import { Migration20261122080000_agents } from './Migration20261122080000_agents.ts';
import { Migration20261122080100_desk } from './Migration20261122080100_desk.ts';
import { Migration20261122090000_enrollment } from './Migration20261122090000_enrollment.ts';
import { Migration20261122090100_incentive } from './Migration20261122090100_incentive.ts';
import { Migration20261122100100_autopay_offer } from './Migration20261122100100_autopay_offer.ts';
import { Migration20261122100200_contact_upkeep } from './Migration20261122100200_contact_upkeep.ts';
import { Migration20261122110000_plan } from './Migration20261122110000_plan.ts';
import { Migration20261122120000_methods } from './Migration20261122120000_methods.ts';
import { Migration20261122130000_invoice_line } from './Migration20261122130000_invoice_line.ts';
import { Migration20261122130100_collection } from './Migration20261122130100_collection.ts';
import { Migration20261122140000_call_script } from './Migration20261122140000_call_script.ts';
import { Migration20261122140100_bonus_pay } from './Migration20261122140100_bonus_pay.ts';
import { Migration20261122140200_contest } from './Migration20261122140200_contest.ts';
import { Migration20261122150000_bill_view } from './Migration20261122150000_bill_view.ts';
import { Migration20261122150100_desk_closed } from './Migration20261122150100_desk_closed.ts';
import { Migration20261122160000_portal_session } from './Migration20261122160000_portal_session.ts';
import { Migration20261122170000_customer_search } from './Migration20261122170000_customer_search.ts';
import { Migration20261122180000_journey } from './Migration20261122180000_journey.ts';
import { Migration20261122150100_desk_closed } from './Migration20261122150100_desk_closed.ts';
import { Migration20261122180100_web_join } from './Migration20261122180100_web_join.ts';

/**
 * Every migration, oldest first. Named one by one: nothing is found by scanning folders, so a bundle and a test see the
 * same list.
 */
export const MIGRATIONS = [
  { name: 'Migration20261121000000_first', class: Migration20261121000000_first },
  { name: 'Migration20261121230000_payment_account', class: Migration20261121230000_payment_account },
  { name: 'Migration20261122010000_contact_policy', class: Migration20261122010000_contact_policy },
  { name: 'Migration20261122010100_sender_brake', class: Migration20261122010100_sender_brake },
  { name: 'Migration20261122020000_consent_ledger', class: Migration20261122020000_consent_ledger },
  { name: 'Migration20261122021100_next_statement', class: Migration20261122021100_next_statement },
  {
    name: 'Migration20261122030000_what_customers_say',
    class: Migration20261122030000_what_customers_say,
  },
  { name: 'Migration20261122040000_payment_part', class: Migration20261122040000_payment_part },
  { name: 'Migration20261122040100_refund', class: Migration20261122040100_refund },
  { name: 'Migration20261122040200_promise', class: Migration20261122040200_promise },
  { name: 'Migration20261122040300_adjustment', class: Migration20261122040300_adjustment },
  { name: 'Migration20261122042000_autopay', class: Migration20261122042000_autopay },
  { name: 'Migration20261122043000_reconciliation', class: Migration20261122043000_reconciliation },
  { name: 'Migration20261122043100_dispute', class: Migration20261122043100_dispute },
  { name: 'Migration20261122050000_template', class: Migration20261122050000_template },
  { name: 'Migration20261122050100_text_setting', class: Migration20261122050100_text_setting },
  { name: 'Migration20261122050121_lock_screen', class: Migration20261122050121_lock_screen },
  { name: 'Migration20261122060000_reminder', class: Migration20261122060000_reminder },
  { name: 'Migration20261122062000_reminder_waits', class: Migration20261122062000_reminder_waits },
  { name: 'Migration20261122070000_test_clock', class: Migration20261122070000_test_clock },
  { name: 'Migration20261122070100_campaign', class: Migration20261122070100_campaign },
  { name: 'Migration20261122070200_vitals', class: Migration20261122070200_vitals },
  { name: 'Migration20261122070900_campaign_decision', class: Migration20261122070900_campaign_decision },
  { name: 'Migration20261122080000_agents', class: Migration20261122080000_agents },
  { name: 'Migration20261122080100_desk', class: Migration20261122080100_desk },
  { name: 'Migration20261122090000_enrollment', class: Migration20261122090000_enrollment },
  { name: 'Migration20261122090100_incentive', class: Migration20261122090100_incentive },
  { name: 'Migration20261122130000_invoice_line', class: Migration20261122130000_invoice_line },
  { name: 'Migration20261122140000_call_script', class: Migration20261122140000_call_script },
  { name: 'Migration20261122140100_bonus_pay', class: Migration20261122140100_bonus_pay },
  { name: 'Migration20261122140200_contest', class: Migration20261122140200_contest },
  { name: 'Migration20261122150000_bill_view', class: Migration20261122150000_bill_view },
  { name: 'Migration20261122180000_journey', class: Migration20261122180000_journey },
  { name: 'Migration20261122100100_autopay_offer', class: Migration20261122100100_autopay_offer },
  { name: 'Migration20261122160000_portal_session', class: Migration20261122160000_portal_session },
  { name: 'Migration20261122110000_plan', class: Migration20261122110000_plan },
  { name: 'Migration20261122170000_customer_search', class: Migration20261122170000_customer_search },
  { name: 'Migration20261122100200_contact_upkeep', class: Migration20261122100200_contact_upkeep },
  { name: 'Migration20261122150100_desk_closed', class: Migration20261122150100_desk_closed },
  { name: 'Migration20261122120000_methods', class: Migration20261122120000_methods },
  { name: 'Migration20261122180100_web_join', class: Migration20261122180100_web_join },
  { name: 'Migration20261122130100_collection', class: Migration20261122130100_collection },
];
