import type { Command } from 'commander';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

/** `agent`, `migrate` and `checks`: what whoever runs Kvitt does. */
export function addUpkeepCommands(program: Command): void {
  program
    .command('agent')
    .description('the people who work at the console')
    .command('invite')
    .requiredOption('--email <address>', 'who signs in by it')
    .requiredOption('--role <role>', 'agent, lead, manager, admin, compliance or read-only')
    .option(...biller)
    .option(...json)
    .description('print a link that lets one person choose a password and join; no mail is sent')
    .action(async (options) =>
      runCommand(async () => (await import('./invite-agent.ts')).inviteAgent(options)),
    );

  program
    .command('migrate')
    .option(...json)
    .description("bring the database to this version's schema; before the servers of a new version start")
    .action(async (options) =>
      runCommand(async () => (await import('./migrate-database.ts')).migrateDatabase(options)),
    );

  program
    .command('checks')
    .option(...json)
    .description('ask every invariant whether it holds; 1 where one does not')
    .action(async (options) => runCommand(async () => (await import('./run-checks.ts')).runChecks(options)));
}
