import type { Command } from 'commander';
import { runCommand } from './run-command.ts';

/** `push`: what customers' browsers need of the operator. */
export function addPortalCommands(program: Command): void {
  const push = program.command('push').description('notes on the screens of customers’ phones');
  push
    .command('keys')
    .description('make a pair of keys for the browsers’ push services')
    .action(async () => runCommand(async () => (await import('./show-push-keys.ts')).showPushKeys()));
}
