import { Command } from 'commander';
import { addBillCommands } from './bill/add-bill-commands.ts';
import { addCampaignCommands } from './campaign/add-campaign-commands.ts';
import { addConsentCommands } from './consent/add-consent-commands.ts';
import { EXIT } from './exit-codes.ts';
import { addImportCommands } from './import/add-import-commands.ts';
import { addJourneyCommands } from './journey/add-journey-commands.ts';
import { addAutopayCommands } from './money/add-autopay-commands.ts';
import { addCreditCommands } from './money/add-credit-commands.ts';
import { addLedgerCommands } from './money/add-ledger-commands.ts';
import { addMethodCommands } from './money/add-method-commands.ts';
import { addPayCommands } from './money/add-pay-commands.ts';
import { addPlanCommands } from './money/add-plan-commands.ts';
import { addRefundCommands } from './money/add-refund-commands.ts';
import { addPolicyCommands } from './policy/add-policy-commands.ts';
import { addReminderCommands } from './reminder/add-reminder-commands.ts';
import { addTemplateCommands } from './text/add-template-commands.ts';
import { addTextCommands } from './text/add-text-commands.ts';
import { addPortalCommands } from './upkeep/add-portal-commands.ts';
import { addUpkeepCommands } from './upkeep/add-upkeep-commands.ts';
import { addWatchCommands } from './upkeep/add-watch-commands.ts';
import { addDisputeCommands } from './work/add-dispute-commands.ts';
import { addWorkCommands } from './work/add-work-commands.ts';

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
