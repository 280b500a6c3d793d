import type { Command } from 'commander';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;

/** The commands that give money back, each loaded when it is called. */
export function addRefundCommands(program: Command): void {
  const refund = program.command('refund').description('give money back to the card that it came from');

  refund
    .command('make')
    .argument('<payment>', "the payment's id")
    .requiredOption('--by <person>', 'who asks for it')
    .requiredOption('--reason <words>', 'why')
    .option('--amount <amount>', 'how much of it, as 12.50; all that is left of it where absent')
    .option('--reopen', 'the bills are due again; else what is given back is forgiven')
    .option(...json)
    .description('give back all or a part of a payment; above the limit it waits for a second person')
    .action(async (id: string, options) =>
      runCommand(async () => (await import('./make-refund.ts')).makeRefund(id, options)),
    );

  refund
    .command('approve')
    .argument('<refund>', "the refund's id")
    .requiredOption('--by <person>', 'the second person')
    .option('--turn-down', 'say no to it')
    .option(...json)
    .description('agree to a refund that waits for a second person')
    .action(async (id: string, options) =>
      runCommand(async () => (await import('./decide-refund.ts')).decideRefund(id, options)),
    );
}
