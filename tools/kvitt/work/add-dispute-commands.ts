import type { Command } from 'commander';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

/** The commands about disputes, each loaded when it is called. */
export function addDisputeCommands(program: Command): void {
  const dispute = program.command('dispute').description("payments that customers' banks ask back");

  dispute
    .command('list')
    .option('--all', 'also those that are decided')
    .option(...biller)
    .option(...json)
    .description('disputes and the day by which each wants an answer')
    .action(async (options) =>
      runCommand(async () => (await import('./manage-disputes.ts')).listDisputes(options)),
    );

  dispute
    .command('evidence')
    .argument('<id>')
    .option('--pdf <file>', 'as a paper instead')
    .description('everything on record of the payment, as JSON')
    .action(async (id: string, options) =>
      runCommand(async () => (await import('./manage-disputes.ts')).showEvidence(id, options)),
    );

  dispute
    .command('submit')
    .argument('<id>')
    .requiredOption('--by <person>', 'who says so')
    .description('send the evidence to the bank; nothing can be added afterwards')
    .action(async (id: string, { by }) =>
      runCommand(async () =>
        (await import('./manage-disputes.ts')).decideDispute(id, { by, isAccepted: false }),
      ),
    );

  dispute
    .command('accept')
    .argument('<id>')
    .requiredOption('--by <person>', 'who says so')
    .description('give in: the bank keeps the money, and the bills are owed again')
    .action(async (id: string, { by }) =>
      runCommand(async () =>
        (await import('./manage-disputes.ts')).decideDispute(id, { by, isAccepted: true }),
      ),
    );
}
