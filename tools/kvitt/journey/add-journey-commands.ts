import type { Command } from 'commander';
import { runCommand } from '../run-command.ts';

const BILLER = ['--biller <slug>', 'which biller, where there are several'] as const;
const JSON_ANSWER = ['--json', 'answer in JSON'] as const;

/** The commands of `journey`. Each is loaded when it is called. */
export function addJourneyCommands(program: Command): void {
  const journey = program
    .command('journey')
    .description('what is shown beside bills: notices, surveys, offers');

  journey
    .command('show')
    .option(...BILLER)
    .description('the cards that count now, in the form that `journey save` takes')
    .action(async (options) =>
      runCommand(async () => (await import('./show-journey.ts')).showJourney(options)),
    );

  journey
    .command('save')
    .argument('<file>', 'JSON with the cards, or - for standard input; "sample" for a few to begin with')
    .option(...BILLER)
    .description('make these cards the next version, or say all that is wrong with them')
    .action(async (file: string, options) =>
      runCommand(async () => (await import('./save-journey.ts')).saveJourneyCommand(file, options)),
    );

  journey
    .command('pick')
    .argument('<account>', 'an account number')
    .option(...BILLER)
    .option('--day <date>', 'as if it were that day: 2027-03-15')
    .option(...JSON_ANSWER)
    .description('which card an account is shown, and how it stands; nothing is noted')
    .action(async (account: string, options) =>
      runCommand(async () => (await import('./pick-card.ts')).pickCardCommand(account, options)),
    );

  journey
    .command('results')
    .option(...BILLER)
    .option(...JSON_ANSWER)
    .description('what came of each card: shown, taken up, put away, answered')
    .action(async (options) =>
      runCommand(async () => (await import('./show-results.ts')).showJourneyResults(options)),
    );
}
