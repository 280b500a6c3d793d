import { Command, CommanderError } from 'commander';
import { addAutopayCommands } from './kvitt/add-autopay-commands.ts';
import { addBillCommands } from './kvitt/add-bill-commands.ts';
import { addCampaignCommands } from './kvitt/add-campaign-commands.ts';
import { addCreditCommands } from './kvitt/add-credit-commands.ts';
import { addDisputeCommands } from './kvitt/add-dispute-commands.ts';
import { addLedgerCommands } from './kvitt/add-ledger-commands.ts';
import { addMethodCommands } from './kvitt/add-method-commands.ts';
import { addPlanCommands } from './kvitt/add-plan-commands.ts';
import { addPolicyCommands } from './kvitt/add-policy-commands.ts';
import { addPortalCommands } from './kvitt/add-portal-commands.ts';
import { addRefundCommands } from './kvitt/add-refund-commands.ts';
import { addReminderCommands } from './kvitt/add-reminder-commands.ts';
import { addTemplateCommands } from './kvitt/add-template-commands.ts';
import { addWatchCommands } from './kvitt/add-watch-commands.ts';
import { addWorkCommands } from './kvitt/add-work-commands.ts';
import { addConsentCommands } from './kvitt/consent/add-consent-commands.ts';
import { EXIT } from './kvitt/exit-codes.ts';
import { addJourneyCommands } from './kvitt/journey/add-journey-commands.ts';
import { runCommand } from './kvitt/run-command.ts';
import { staySmall } from './kvitt/stay-small.ts';

// Every command is loaded when it is called: counting a text needs no ORM and no database, and must not wait for them.

const program = new Command('kvitt')
  .description('Bill and collect by text message: the commands of an operator.')
  .addHelpText(
    'after',
    `
Exit codes: ${EXIT.done} done · ${EXIT.no} the answer is no, or the data has errors · ${EXIT.usage} wrong usage · ${EXIT.unreachable} the database cannot be reached · ${EXIT.bug} a fault of Kvitt itself
Standard output carries the answer and nothing else; what goes on besides is told on standard error.`,
  )
  .exitOverride();

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

const imports = program
  .command('import')
  .description('load a CSV file: all of it or, where anything is wrong, nothing');

imports
  .command('customers')
  .argument('<file>', 'the file, or - for standard input')
  .option('--map <file>', 'JSON that says which column is what; needed where the header has other names')
  .option('--no-consent', 'do not record the numbers as given for texts about bills')
  .option('--no-late-consent', 'record them for bills, but not for reminders of what is overdue')
  .option(...biller)
  .option('--dry-run', 'check the file and load nothing')
  .option('--yes', 'load without asking')
  .option(...json)
  .description('add customers with their accounts and phones, and bring known ones up to date')
  .action(async (file: string, options) =>
    runCommand(async () => {
      staySmall();
      return (await import('./kvitt/import-customers.ts')).importCustomers(file, options);
    }),
  );

imports
  .command('invoices')
  .argument('<file>', 'the file, or - for standard input')
  .requiredOption('--map <file>', 'JSON that says which column is what')
  .option(...biller)
  .option('--dry-run', 'check the file and load nothing')
  .option('--yes', 'load without asking')
  .option(...json)
  .description('issue the bills of a file, and settle those that were paid elsewhere')
  .action(async (file: string, options) =>
    runCommand(async () => {
      staySmall();
      return (await import('./kvitt/import-invoices.ts')).importInvoices(file, options);
    }),
  );

addBillCommands(program);

program
  .command('rules')
  .description('what a biller decides')
  .command('money')
  .argument('[file]', 'JSON with the rules that are to hold from now on')
  .option(...biller)
  .description('show or set the rules about parts, UNDO, refunds, late fees and promises')
  .action(async (file: string | undefined, options) =>
    runCommand(async () => (await import('./kvitt/money-rules.ts')).moneyRules(file, options)),
  );

const pay = program.command('pay').description('payments');

pay
  .command('receipt')
  .argument('<id>', "the payment's id, or the reference on its receipt")
  .option('--out <file>', 'where to; receipt-REFERENCE.pdf in this folder where absent')
  .description('write the receipt of a payment as a PDF')
  .action(async (id: string, options) =>
    runCommand(async () => (await import('./kvitt/write-papers.ts')).writeReceipt(id, options)),
  );

pay
  .command('show')
  .argument('<id>', "the payment's id, or the reference on its receipt")
  .option(...json)
  .description('what became of a payment')
  .action(async (id: string, options) =>
    runCommand(async () => (await import('./kvitt/show-payment.ts')).showPayment(id, options)),
  );

addConsentCommands(program);

program
  .command('agent')
  .description('the people who work at the console')
  .command('invite')
  .requiredOption('--email <address>', 'who signs in by it')
  .requiredOption('--role <role>', 'agent, lead, manager, admin, compliance or read-only')
  .option(...biller)
  .option(...json)
  .description('print a link that lets one person choose a password and join; no mail is sent')
  .action(async (options) =>
    runCommand(async () => (await import('./kvitt/invite-agent.ts')).inviteAgent(options)),
  );

program
  .command('migrate')
  .option(...json)
  .description("bring the database to this version's schema; before the servers of a new version start")
  .action(async (options) =>
    runCommand(async () => (await import('./kvitt/migrate-database.ts')).migrateDatabase(options)),
  );

const text = program.command('text').description('try the rules for texts on a file of them, one a line');

text
  .command('segments')
  .argument('<file>', 'the texts, or - for standard input')
  .option(...json)
  .description(
    'what the carrier bills for each text as it stands: encoding, units, parts; one line of JSON a text',
  )
  .action(async (file: string) =>
    runCommand(async () => (await import('./kvitt/segment-texts.ts')).segmentTexts(file)),
  );

text
  .command('classify')
  .argument('<file>', 'the texts, or - for standard input')
  .option('--exceptions', 'only the texts that are more than free text, with what each would lead to')
  .option(...json)
  .description('what each text would be taken for if a customer sent it; one line of JSON a text')
  .action(async (file: string, options) =>
    runCommand(async () => (await import('./kvitt/classify-texts.ts')).classifyTexts(file, options)),
  );

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

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has said what is wrong, or printed the help that was asked for.
  process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
}
