import type { Command } from 'commander';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

/** The commands about charging by itself, each loaded when it is called. */
export function addAutopayCommands(program: Command): void {
  const autopay = program.command('autopay').description("charge an account's bills on their due dates");

  autopay
    .command('on')
    .argument('<account>', "the account's number")
    .requiredOption('--by <person>', 'who took the signed paper')
    .requiredOption('--paper <number>', 'where the paper is kept: a mandate has to be in writing')
    .option('--sweep', 'charge the bills that are open already, too')
    .option(...biller)
    .option(...json)
    .description('record a mandate that the customer gave on paper')
    .action(async (account: string, options) =>
      runCommand(async () => (await import('./switch-autopay.ts')).switchAutopayOn(account, options)),
    );

  for (const [name, to, says] of [
    ['off', 'off', 'end the mandate; nothing is charged from now on'],
    ['pause', 'paused', 'charge nothing until it goes on'],
    ['resume', 'on', 'go on charging'],
  ] as const) {
    autopay
      .command(name)
      .argument('<account>', "the account's number")
      .requiredOption('--by <person>', 'who says so')
      .option(...biller)
      .option(...json)
      .description(says)
      .action(async (account: string, options) =>
        runCommand(async () => (await import('./switch-autopay.ts')).moveAutopayTo(account, to, options)),
      );
  }

  for (const name of ['skip', 'show'] as const) {
    autopay
      .command(name)
      .argument('<account>', "the account's number")
      .option(...biller)
      .option(...json)
      .description(name === 'skip' ? 'leave the next bill alone' : 'the mandate, and what it charges when')
      .action(async (account: string, options) =>
        runCommand(async () => (await import('./switch-autopay.ts'))[`${name}Autopay`](account, options)),
      );
  }
}
