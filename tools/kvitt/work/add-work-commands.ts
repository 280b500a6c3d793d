import type { Command } from 'commander';
import { readDay } from '../read-day.ts';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

/** Comparing books with the processor, and the work that comes of it; each command is loaded when it is called. */
export function addWorkCommands(program: Command): void {
  program
    .command('reconcile')
    .option('--day <date>', 'a day that is over, YYYY-MM-DD; yesterday where absent', readDay)
    .option(...biller)
    .option(...json)
    .description("compare a day of the ledger with the processor's books, both ways, to the cent")
    .action(async (options) =>
      runCommand(async () => (await import('../money/reconcile-day.ts')).reconcileDay(options)),
    );

  const work = program.command('work').description('what people have to look at');

  work
    .command('list')
    .option('--all', 'also what is closed')
    .option(...biller)
    .option(...json)
    .description('differences and disputes that wait for somebody, oldest first')
    .action(async (options) => runCommand(async () => (await import('./manage-work.ts')).listWork(options)));

  work
    .command('take')
    .argument('<id>')
    .requiredOption('--by <person>', 'who looks after it')
    .option(...biller)
    .description('say who looks after it')
    .action(async (id: string, { by, biller: slug }) =>
      runCommand(async () => (await import('./manage-work.ts')).changeWork(id, { by, biller: slug })),
    );

  work
    .command('close')
    .argument('<id>')
    .requiredOption('--by <person>', 'who says so')
    .requiredOption('--reason <words>', 'what came of it')
    .option(...biller)
    .description('say that it is done, and what came of it')
    .action(async (id: string, options) =>
      runCommand(async () => (await import('./manage-work.ts')).changeWork(id, options)),
    );
}
