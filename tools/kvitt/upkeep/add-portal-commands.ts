import type { Command } from 'commander';
import { runCommand } from '../run-command.ts';

/** `push` and `join`: what customers' browsers and envelopes need of the operator. */
export function addPortalCommands(program: Command): void {
  const push = program.command('push').description('notes on the screens of customers’ phones');
  push
    .command('keys')
    .description('make a pair of keys for the browsers’ push services')
    .action(async () => runCommand(async () => (await import('./show-push-keys.ts')).showPushKeys()));

  const joining = program.command('join').description('how customers come to have their bills by text');
  joining
    .command('insert')
    .option('--biller <slug>', 'which biller, where there are several')
    .option('--language <code>', 'en, es, de, sv or nb; the biller’s where absent')
    .option('--url <address>', 'where customers reach the pages; PUBLIC_URL where absent')
    .option('--out <file>', 'where the PDF goes')
    .description('write a page of slips for paper statements: a code, and the address to type')
    .action(async (options) =>
      runCommand(async () => (await import('./write-insert.ts')).writeInsert(options)),
    );
}
