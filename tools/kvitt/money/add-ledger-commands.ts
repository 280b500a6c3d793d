import type { Command } from 'commander';
import { readDay } from '../read-day.ts';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

/** The commands about the ledger, each loaded when it is called. */
export function addLedgerCommands(program: Command): void {
  const ledger = program.command('ledger').description('the ledger');

  ledger
    .command('balance')
    .option(...biller)
    .option(...json)
    .description('the trial balance: every account with what was posted to either side')
    .action(async (options) =>
      runCommand(async () => (await import('./export-ledger.ts')).showBalance(options)),
    );

  ledger
    .command('export')
    .requiredOption('--format <format>', 'csv or sie')
    .option('--from <date>', 'the first day, YYYY-MM-DD', readDay)
    .option('--to <date>', 'the last day, YYYY-MM-DD', readDay)
    .option('--currency <code>', "the biller's own where absent")
    .option(...biller)
    .description('every entry, oldest first, for a bookkeeping program')
    .action(async (options) =>
      runCommand(async () => (await import('./export-ledger.ts')).exportLedger(options)),
    );

  ledger
    .command('verify')
    .option(...json)
    .description('count what is posted and look for what must not be')
    .action(async (options) =>
      runCommand(async () => (await import('./verify-ledger.ts')).verifyLedger(options)),
    );
}
