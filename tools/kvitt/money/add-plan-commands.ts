import type { Command } from 'commander';
import { readDay } from '../read-day.ts';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

/** The commands about payment plans, each loaded when it is called. */
export function addPlanCommands(program: Command): void {
  const plan = program.command('plan').description('pay what is open in instalments');

  plan
    .command('show')
    .argument('<account>', "the account's number")
    .option(...biller)
    .option(...json)
    .description('how the running plan stands, or which plans can be made')
    .action(async (account: string, options) =>
      runCommand(async () => (await import('./manage-plans.ts')).showPlan(account, options)),
    );

  plan
    .command('start')
    .argument('<account>', "the account's number")
    .requiredOption('--by <person>', 'who agreed on it with the customer')
    .option('--parts <number>', 'how many instalments; three where absent', Number)
    .option('--pace <pace>', 'week, two-weeks or month; month where absent')
    .option('--first <date>', 'the day of the first one, YYYY-MM-DD', readDay)
    .option(...biller)
    .option(...json)
    .description('make a plan about all open bills of the account; the customer is told by text')
    .action(async (account: string, options) =>
      runCommand(async () => (await import('./manage-plans.ts')).makePlan(account, options)),
    );

  plan
    .command('end')
    .argument('<account>', "the account's number")
    .requiredOption('--by <person>', 'who says so')
    .option(...biller)
    .option(...json)
    .description('end the running plan: what is left is due at once')
    .action(async (account: string, options) =>
      runCommand(async () => (await import('./manage-plans.ts')).stopPlan(account, options)),
    );
}
