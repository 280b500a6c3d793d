import type { Command } from 'commander';
import { readDay } from '../read-day.ts';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

/** Adds the commands about reminders and about the cadence that they come from. */
export function addReminderCommands(program: Command): void {
  const reminder = program.command('reminder').description('reminders of open bills');

  reminder
    .command('plan')
    .option(...json)
    .description('plan at once what has come due, instead of within ten minutes; a running worker sends it')
    .action(async (options) =>
      runCommand(async () => (await import('./plan-reminders.ts')).planReminders(options)),
    );

  reminder
    .command('list')
    .requiredOption('--invoice <number>', "the bill's number")
    .option(...biller)
    .option(...json)
    .description('every reminder of a bill: what was sent, what was not and why, and what is to come')
    .action(async (options) =>
      runCommand(async () => (await import('./list-reminders.ts')).listReminders(options)),
    );

  reminder
    .command('rehearse')
    .argument('[folder]', 'where customers.csv and invoices.csv are')
    .option('--from <date>', 'the first day to live through', readDay, '2013-01-01')
    .option('--until <date>', 'the last one', readDay, '2013-12-31')
    .option('--personas', 'three months of ten people instead: print their threads, in five languages')
    .option(...json)
    .description(
      'live through the days of real bills with the test clock, on a database of its own, and judge what was sent',
    )
    .action(async (folder: string | undefined, options) =>
      runCommand(async () => (await import('./rehearse-reminders.ts')).rehearseReminders(folder, options)),
    );

  addCadence(program);
}

function addCadence(program: Command): void {
  const cadence = program
    .command('cadence')
    .description('when, and in which words, customers are reminded of bills');

  cadence
    .command('show')
    .option(...biller)
    .description('the cadence that counts, as JSON; the default one where the biller has none')
    .action(async (options) =>
      runCommand(async () => (await import('./show-cadence.ts')).showCadence(options)),
    );

  cadence
    .command('save')
    .argument('<file>', 'the JSON of a cadence, - for standard input, or the word default')
    .option(...biller)
    .description("make it the biller's next version; the first one begins its reminders")
    .action(async (file: string, options) =>
      runCommand(async () => (await import('./save-cadence.ts')).saveCadence(file, options)),
    );
}
