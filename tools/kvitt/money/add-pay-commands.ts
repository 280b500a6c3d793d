import type { Command } from 'commander';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

/** `pay` and `rules`: payments, and what a biller decides about money. */
export function addPayCommands(program: Command): void {
  program
    .command('rules')
    .description('what a biller decides')
    .command('money')
    .argument('[file]', 'JSON with the rules that are to hold from now on')
    .option(...biller)
    .description('show or set the rules about parts, UNDO, refunds, late fees and promises')
    .action(async (file: string | undefined, options) =>
      runCommand(async () => (await import('./money-rules.ts')).moneyRules(file, options)),
    );

  const pay = program.command('pay').description('payments');

  pay
    .command('receipt')
    .argument('<id>', "the payment's id, or the reference on its receipt")
    .option('--out <file>', 'where to; receipt-REFERENCE.pdf in this folder where absent')
    .description('write the receipt of a payment as a PDF')
    .action(async (id: string, options) =>
      runCommand(async () => (await import('../bill/write-papers.ts')).writeReceipt(id, options)),
    );

  pay
    .command('show')
    .argument('<id>', "the payment's id, or the reference on its receipt")
    .option(...json)
    .description('what became of a payment')
    .action(async (id: string, options) =>
      runCommand(async () => (await import('./show-payment.ts')).showPayment(id, options)),
    );
}
