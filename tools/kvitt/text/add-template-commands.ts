import { type Command, InvalidArgumentError } from 'commander';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;
const language = ['--language <code>', 'en, es, de, sv or nb'] as const;

/** The commands about the texts that go out. */
export function addTemplateCommands(program: Command): void {
  const template = program.command('template').description('the texts that go out, and wordings of your own');

  template
    .command('list')
    .option(...biller)
    .option(...json)
    .description('every text there is: what it is to the rules, how much it tells a lock screen, its parts')
    .action(async (options) =>
      runCommand(async () => (await import('./list-templates.ts')).listTemplates(options)),
    );

  template
    .command('show')
    .argument('<name>', 'the text')
    .option(...language)
    .option(...biller)
    .option(...json)
    .description('what a text is told, what it must say, its wording and an example')
    .action(async (name: string, options) =>
      runCommand(async () => (await import('./show-template.ts')).showTemplate(name, options)),
    );

  template
    .command('lint')
    .argument('<file>', 'the wording in ICU MessageFormat without the brand, or - for standard input')
    .requiredOption('--name <text>', 'which text it is to be')
    .option(...language)
    .option(...json)
    .description('everything that would keep a wording from being saved, with its place')
    .action(async (file: string, options) =>
      runCommand(async () => (await import('./lint-template.ts')).lintTemplate(file, options)),
    );

  template
    .command('save')
    .argument('<file>', 'the wording, or - for standard input')
    .requiredOption('--name <text>', 'which text it is to be')
    .requiredOption('--by <who>', 'who saves it')
    .option(...language)
    .option(...biller)
    .option(...json)
    .description('use a wording of your own from the next text on')
    .action(async (file: string, options) =>
      runCommand(async () => (await import('./save-template.ts')).saveTemplate(file, options)),
    );

  template
    .command('reset')
    .requiredOption('--name <text>', 'which text')
    .requiredOption('--by <who>', 'who decided so')
    .option(...language)
    .option(...biller)
    .option(...json)
    .description('go back to our wording')
    .action(async (options) =>
      runCommand(async () => (await import('./save-template.ts')).saveTemplate(undefined, options)),
    );

  addTrials(template);
  addLevels(template);
}

function addTrials(template: Command): void {
  for (const [name, shows, description] of [
    [
      'preview',
      'texts',
      'the text as real customers would get it: a few, one in each language, and the longest',
    ],
    ['cost', 'cost', 'parts and price over everybody who may be texted, and whose name makes it longer'],
  ] as const) {
    const command = template
      .command(name)
      .argument('<name>', 'the text')
      .option('--draft <file>', 'a wording to try in place of the one that stands');
    if (shows === 'texts') command.option('--samples <count>', 'how many texts to show', readCount);
    else command.option('--prices <file>', 'JSON with what a part costs you');
    command
      .option(...language)
      .option(...biller)
      .option(...json)
      .description(description)
      .action(async (text: string, options) =>
        runCommand(async () => (await import('./cost-template.ts')).costTemplate(text, options, shows)),
      );
  }

  template
    .command('names')
    .argument('<choice>', 'plain (Zoe) or real (Zoë)')
    .requiredOption('--by <who>', 'who decided so')
    .option(...biller)
    .description('whether first names go out in plain letters')
    .action(async (choice: string, options) =>
      runCommand(async () => (await import('./set-name-spelling.ts')).setNameSpelling(choice, options)),
    );
}

function addLevels(template: Command): void {
  const level = template.command('level').description('how much texts tell whoever sees the lock screen');
  level
    .command('show')
    .option(...biller)
    .option(...json)
    .description('the most that each kind of text tells')
    .action(async (options) =>
      runCommand(async () => (await import('./show-lock-screen.ts')).showLockScreen(options)),
    );
  level
    .command('set')
    .argument('<purpose>', 'info, receipt or past_due')
    .argument('<level>', 'L0 that there is a message, L1 also name, date and amount, L2 also that it is late')
    .requiredOption('--by <who>', 'who decided so')
    .option(...biller)
    .description('what says more goes out as account-message, from the next text on')
    .action(async (purpose: string, chosen: string, options) =>
      runCommand(async () => (await import('./set-lock-screen.ts')).setLockScreen(purpose, chosen, options)),
    );
}

function readCount(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count >= 1 && count <= 100) return count;
  throw new InvalidArgumentError('It is a number from 1 to 100.');
}
