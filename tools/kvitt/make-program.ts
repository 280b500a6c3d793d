import { Command } from 'commander';
import { addAutopayCommands } from './add-autopay-commands.ts';
import { addBillCommands } from './add-bill-commands.ts';
import { addCampaignCommands } from './add-campaign-commands.ts';
import { addCreditCommands } from './add-credit-commands.ts';
import { addDisputeCommands } from './add-dispute-commands.ts';
import { addImportCommands } from './add-import-commands.ts';
import { addLedgerCommands } from './add-ledger-commands.ts';
import { addMethodCommands } from './add-method-commands.ts';
import { addPayCommands } from './add-pay-commands.ts';
import { addPlanCommands } from './add-plan-commands.ts';
import { addPolicyCommands } from './add-policy-commands.ts';
import { addPortalCommands } from './add-portal-commands.ts';
import { addRefundCommands } from './add-refund-commands.ts';
import { addReminderCommands } from './add-reminder-commands.ts';
import { addTemplateCommands } from './add-template-commands.ts';
import { addTextCommands } from './add-text-commands.ts';
import { addUpkeepCommands } from './add-upkeep-commands.ts';
import { addWatchCommands } from './add-watch-commands.ts';
import { addWorkCommands } from './add-work-commands.ts';
import { addConsentCommands } from './consent/add-consent-commands.ts';
import { EXIT } from './exit-codes.ts';
import { addJourneyCommands } from './journey/add-journey-commands.ts';

/**
 * Every command of the operator's, ready to read its arguments. Each is loaded when it is called: counting a text needs no
 * ORM and no database, and must not wait for them.
 */
export function makeProgram(): Command {
  const program = new Command('kvitt')
    .description('Bill and collect by text message: the commands of an operator.')
    .addHelpText(
      'after',
      `
Exit codes: ${EXIT.done} done · ${EXIT.no} the answer is no, or the data has errors · ${EXIT.usage} wrong usage · ${EXIT.unreachable} the database cannot be reached · ${EXIT.bug} a fault of Kvitt itself
Standard output carries the answer and nothing else; what goes on besides is told on standard error.`,
    )
    .exitOverride();

  addImportCommands(program);
  addBillCommands(program);
  addPayCommands(program);
  addConsentCommands(program);
  addUpkeepCommands(program);
  addTextCommands(program);
  addPolicyCommands(program);
  addReminderCommands(program);
  addTemplateCommands(program);
  addCampaignCommands(program);
  addJourneyCommands(program);
  addPortalCommands(program);
  addWatchCommands(program);
  addAutopayCommands(program);
  addMethodCommands(program);
  addPlanCommands(program);
  addCreditCommands(program);
  addRefundCommands(program);
  addLedgerCommands(program);
  addWorkCommands(program);
  addDisputeCommands(program);
  return program;
}
