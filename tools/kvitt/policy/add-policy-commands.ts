import type { Command } from 'commander';
import { readDay } from '../read-day.ts';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

const SENDS = {
  pause: 'hand nothing more over; what is queued stays queued',
  resume: 'go on, and take the brake off that an outage has put on',
  status: 'what is paused, what waits and until when',
} as const;

/** Adds the commands about when somebody may be texted, and about holding everything back. */
export function addPolicyCommands(program: Command): void {
  const policy = program.command('policy').description('the rules of when somebody may be texted');
  addPolicy(policy);
  addOwnRules(policy);
  addFlags(
    policy.command('flag').description('what is known of an account or a phone: cease, bankruptcy, …'),
  );
  addMessages(program.command('message').description('texts that wait for a person'));
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

const by = ['--by <person>', 'who says so'] as const;
const account = ['--account <number>', 'of this account; of the biller where absent'] as const;

function addOwnRules(policy: Command): void {
  const rules = policy
    .command('rules')
    .description('windows, limits and blocks that a biller or an account adds');
  const load = () => import('./manage-contact-rules.ts');
  rules
    .command('list')
    .option(...account)
    .option(...biller)
    .option('--all', 'those that have ended too')
    .option(...json)
    .description('what was added, since when and by whom')
    .action(async (options) => runCommand(async () => (await load()).listContactRules(options)));
  rules
    .command('add')
    .argument('<file>', 'JSON, {"windows": […], "caps": […], "blocks": […]}, or - for standard input')
    .requiredOption(...by)
    .option(...account)
    .option(...biller)
    .description('add rules: all of the file, or none and every problem with its place; they only narrow')
    .action(async (file: string, options) => runCommand(async () => (await load()).addRules(file, options)));
  rules
    .command('end')
    .argument('<id>', "the rule's id, as the list names it")
    .requiredOption(...by)
    .option(...biller)
    .description('let a rule hold no more; it is kept')
    .action(async (id: string, options) => runCommand(async () => (await load()).endRule(id, options)));
  policy
    .command('profile')
    .argument('<profile>', 'S what the law asks, P and our own limits')
    .requiredOption(...by)
    .option(...biller)
    .description('choose which limits texts are held to')
    .action(async (profile: string, options) =>
      runCommand(async () => (await load()).chooseProfile(profile, options)),
    );
}

function addFlags(flag: Command): void {
  const load = () => import('./manage-contact-flags.ts');
  const phone = ['--phone <number>', 'of this phone, as +12125550100'] as const;
  flag
    .command('list')
    .option('--account <number>', 'of this account')
    .option(...phone)
    .option(...biller)
    .option('--all', 'those that are over too')
    .option(...json)
    .description('what is known, since when and by whom')
    .action(async (options) => runCommand(async () => (await load()).listContactFlags(options)));
  for (const act of ['set', 'end'] as const) {
    flag
      .command(act)
      .argument(
        '<code>',
        'cease, attorney, bankruptcy, deceased, dispute, in_collections, ebr18m, reassigned',
      )
      .option('--account <number>', 'of this account')
      .option(...phone)
      .option('--until <date>', 'until this day, YYYY-MM-DD', readDay)
      .option('--note <words>', 'what is to be known of it')
      .requiredOption(...by)
      .option(...biller)
      .description(act === 'set' ? 'note it; texts that wait are judged by it too' : 'let it stand no more')
      .action(async (code: string, options) =>
        runCommand(async () => (await load()).moveContactFlag(code, act, options)),
      );
  }
}

function addMessages(message: Command): void {
  const load = () => import('./manage-held-texts.ts');
  message
    .command('held')
    .option(...biller)
    .option(...json)
    .description('texts that the rules leave to a person, and why')
    .action(async (options) => runCommand(async () => (await load()).listHeldTexts(options)));
  for (const [act, as, says] of [
    ['release', 'released', 'let a held text go; for one that waits for a possible STOP, it was none'],
    ['drop', 'dropped', 'do not send a held text; for one that waits for a possible STOP, it was one'],
  ] as const) {
    message
      .command(act)
      .argument('<id>', "the text's id")
      .requiredOption(...by)
      .option(...biller)
      .description(says)
      .action(async (id: string, options) =>
        runCommand(async () => (await load()).decideText(id, as, options)),
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
