import type { Command } from 'commander';
import { runCommand } from '../run-command.ts';
import { staySmall } from './stay-small.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

/** The commands that load files, each loaded when it is called. */
export function addImportCommands(program: Command): void {
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
        return (await import('./import-customers.ts')).importCustomers(file, options);
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
        return (await import('./import-invoices.ts')).importInvoices(file, options);
      }),
    );
}
