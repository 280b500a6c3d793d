import type { Command } from 'commander';
import { runCommand } from '../run-command.ts';

const JSON_ANSWER = ['--json', 'answer in JSON'] as const;

/** `status` and `clock`: how it goes, and what time it is. */
export function addWatchCommands(program: Command): void {
  program
    .command('status')
    .option(...JSON_ANSWER)
    .description('how the sending of texts is, and what is not well')
    .action(async (options) =>
      runCommand(async () => (await import('./show-status.ts')).showStatus(options)),
    );

  program
    .command('clock')
    .argument('[when]', '+3d, +36h, 2026-12-24T09:00, next-text or reset; shows the time where absent')
    .option(...JSON_ANSWER)
    // So that -1d is told why not, instead of being taken for an option.
    .allowUnknownOption()
    .description('show the test clock, or move the time of the whole sandbox forward')
    .action(async (when: string | undefined, options) =>
      runCommand(async () => (await import('./test-clock.ts')).testClock(when, options)),
    );
}
