import type { Command } from 'commander';
import { readDay } from '../read-day.ts';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

/** The commands about bills, each loaded when it is called. */
export function addBillCommands(program: Command): void {
  const bill = program.command('bill').alias('invoice').description('bills');

  bill
    .command('send')
    .option(...biller)
    .option('--today <date>', 'the day to take for today, YYYY-MM-DD', readDay)
    .option('--wait', 'until the worker has sent what waits')
    .option(...json)
    .description('announce every bill that is out and has not been announced, by text')
    .action(async (options) => runCommand(async () => (await import('./send-bills.ts')).sendBills(options)));

  bill
    .command('adjust')
    .argument('<number>', "the bill's number")
    .requiredOption(
      '--kind <kind>',
      'credit-note, write-off, write-off-reversed, fee-waived or small-difference',
    )
    .requiredOption('--amount <amount>', 'by how much, as 12.50')
    .requiredOption('--reason <words>', 'why')
    .requiredOption('--by <person>', 'who says so')
    .option(...biller)
    .description('change what is due on a bill by an entry in the ledger; the bill stays as it was issued')
    .action(async (number: string, options) =>
      runCommand(async () => (await import('./adjust-bill.ts')).adjustBill(number, options)),
    );

  bill
    .command('hold')
    .argument('<number>', "the bill's number")
    .requiredOption('--by <person>', 'who says so')
    .option('--why <reason>', 'dispute, respite, bankruptcy, deceased or collection')
    .option('--note <words>', 'what is to be known of it')
    .option('--until <date>', 'the last day of it, YYYY-MM-DD', readDay)
    .option('--release', 'end it')
    .option(...biller)
    .description('let a bill rest: no reminders and no fees; it can still be paid')
    .action(async (number: string, options) =>
      runCommand(async () => (await import('./adjust-bill.ts')).holdBill(number, options)),
    );

  addChanges(bill);
}

/** What puts another bill, day or paper in the place of one. */
function addChanges(bill: Command): void {
  bill
    .command('move')
    .argument('<number>', "the bill's number")
    .requiredOption('--to <date>', 'the new due date, YYYY-MM-DD', readDay)
    .requiredOption('--by <person>', 'who says so')
    .option(...biller)
    .description('move the due date of a bill and tell the customer; reminders and autopay follow it')
    .action(async (number: string, options) =>
      runCommand(async () => (await import('./change-bill.ts')).moveBill(number, options)),
    );

  bill
    .command('replace')
    .argument('<number>', "the old bill's number")
    .argument('<file>', 'JSON of the new bill, or - for standard input')
    .requiredOption('--reason <words>', 'why')
    .requiredOption('--by <person>', 'who says so')
    .option(...biller)
    .description(
      'put another bill in the place of one: what was paid is carried over, links lead to the new one',
    )
    .action(async (number: string, file: string, options) =>
      runCommand(async () => (await import('./change-bill.ts')).replaceBill(number, file, options)),
    );

  bill
    .command('pdf')
    .argument('<number>', "the bill's number")
    .option('--out <file>', 'where to; bill-NUMBER.pdf in this folder where absent')
    .option(...biller)
    .description('write a bill as a PDF, with its customer named in full')
    .action(async (number: string, options) =>
      runCommand(async () => (await import('./write-papers.ts')).writeBill(number, options)),
    );

  bill
    .command('handover')
    .argument('<number>', "the bill's number")
    .option('--to <agency>', 'hand it over: it rests from now on, and the agency is noted')
    .option('--by <person>', 'who says so')
    .option('--pdf <file>', 'as a paper instead of JSON')
    .option(...biller)
    .description('what goes along with a bill to whoever collects it: claim, consent, thread')
    .action(async (number: string, options) =>
      runCommand(async () => (await import('./hand-over-bill.ts')).handOverBill(number, options)),
    );
}
