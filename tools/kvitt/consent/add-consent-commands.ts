import type { Command } from 'commander';
import { runCommand } from '../run-command.ts';

const JSON_ANSWER = ['--json', 'answer in JSON'] as const;
const BILLER = ['--biller <slug>', 'which biller, where there are several'] as const;

/** Adds the commands of the consent ledger; each is loaded when it is called. */
export function addConsentCommands(program: Command): void {
  const consents = program.command('consent').description('the consent ledger: who agreed to what, and when');

  consents
    .command('export')
    .option(...BILLER)
    .description('the whole ledger without personal data, one line of JSON an entry, the seal first')
    .action(async (options) =>
      runCommand(async () => (await import('./export-consents.ts')).exportConsents(options)),
    );

  consents
    .command('verify')
    .argument('[file]', 'an exported ledger or a proof, or - for standard input; the database where absent')
    .option('--key <key>', 'the public key that the seal must be of, or a file that holds it')
    .option(...BILLER)
    .option(...JSON_ANSWER)
    .description('look for what was changed, removed, reordered or cut off, and say which entry it is')
    .action(async (file: string | undefined, options) =>
      runCommand(async () => (await import('./verify-consents.ts')).verifyConsents(file, options)),
    );

  consents
    .command('prove')
    .argument('<message>', "the text's id")
    .option(...JSON_ANSWER)
    .description('the evidence for one text: its words, the consent behind it, and that this was on record')
    .action(async (message: string, options) =>
      runCommand(async () => (await import('./prove-consent.ts')).proveConsent(message, options)),
    );

  consents
    .command('show')
    .requiredOption('--phone <number>', 'with the country, such as +12125550100')
    .option(...JSON_ANSWER)
    .description('how a phone stands, and everything that led there')
    .action(async (options) =>
      runCommand(async () => (await import('./show-consents.ts')).showConsents(options)),
    );

  consents
    .command('key')
    .option('--new', 'make a new pair of keys')
    .description('the public key that the ledger is sealed with')
    .action(async (options) =>
      runCommand(async () => (await import('./show-consent-key.ts')).showConsentKey(options)),
    );
}
