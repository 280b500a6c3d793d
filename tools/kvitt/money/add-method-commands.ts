import type { Command } from 'commander';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

/** The commands about an account's ways to pay, loaded when they are called. */
export function addMethodCommands(program: Command): void {
  const method = program.command('method').description("an account's ways to pay");

  method
    .command('list')
    .argument('<account>', "the account's number")
    .option(...biller)
    .option(...json)
    .description('what is kept, and what became of it')
    .action(async (account: string, options) =>
      runCommand(async () => (await import('./manage-methods.ts')).listMethods(account, options)),
    );

  for (const [name, says] of [
    ['default', 'have it charged by PAY and autopay'],
    ['remove', 'remove it here and at the processor'],
  ] as const) {
    method
      .command(name)
      .argument('<account>', "the account's number")
      .argument('<method>', 'its id')
      .requiredOption('--by <person>', 'who says so')
      .option(...biller)
      .option(...json)
      .description(says)
      .action(async (account: string, id: string, options) =>
        runCommand(async () =>
          (await import('./manage-methods.ts')).changeMethod(name, account, id, options),
        ),
      );
  }
}
