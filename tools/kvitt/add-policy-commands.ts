import type { Command } from 'commander';
import { runCommand } from './run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

const SENDS = {
  pause: 'hand nothing more over; what is queued stays queued',
  resume: 'go on, and take the brake off that an outage has put on',
  status: 'what is paused, what waits and until when',
} as const;

/** Adds the commands about when somebody may be texted, and about holding everything back. */
export function addPolicyCommands(program: Command): void {
  addPolicy(program.command('policy').description('the rules of when somebody may be texted'));
  const sends = program.command('sends').description('handing texts to the carrier');
  for (const act of ['pause', 'resume', 'status'] as const) {
    sends
      .command(act)
      .option(...biller)
      .option(...json)
      .description(SENDS[act])
      .action(async (options) =>
        runCommand(async () => (await import('./manage-sends.ts')).manageSends(act, options)),
      );
  }
}

function addPolicy(policy: Command): void {
  policy
    .command('check')
    .argument('<file>', 'JSON, a list of cases, or - for standard input')
    .description(
      'what the rules say of each case, and whether it is what the case expects; one line of JSON a case',
    )
    .action(async (file: string) =>
      runCommand(async () => (await import('./check-policy.ts')).checkPolicy(file)),
    );

  policy
    .command('explain')
    .requiredOption('--phone <number>', 'the number, as +12125550100')
    .requiredOption('--at <instant>', 'when, as 2026-12-01T23:30Z')
    .requiredOption('--category <category>', 'reply, optin, receipt, info, past_due, collect3p or marketing')
    .option(
      '--consent <level>',
      'none, pending, express, confirmed (where absent), pewc, soft_optin, revoked_mkt, revoked_all',
    )
    .option('--postal <code>', 'of the address')
    .option('--state <letters>', 'of the address, in the United States')
    .option('--tz <zone>', "the customer's own word of where they are, as America/Chicago")
    .option('--profile <profile>', 'S what the law asks (where absent), P and our own limits')
    .option(...json)
    .description('whether a text may go to a number at an instant, why not, and when')
    .action(async (options) =>
      runCommand(async () => (await import('./explain-policy.ts')).explainPolicy(options)),
    );

  policy
    .command('replay')
    .argument('<id>', "a decision's id, or a text's")
    .description('decide anew from what was stored with a decision, and compare byte for byte')
    .action(async (id: string) =>
      runCommand(async () => (await import('./replay-decision.ts')).replayDecision(id)),
    );
}
