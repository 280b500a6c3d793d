import { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from './kvitt/exit-codes.ts';
import { runCommand } from './kvitt/run-command.ts';

// Every command is loaded when it is called: counting a text needs no ORM and no database, and must not wait for them.

const program = new Command('kvitt')
  .description('Bill and collect by text message: the commands of an operator.')
  .addHelpText(
    'after',
    `
Exit codes: ${EXIT.done} done · ${EXIT.no} the answer is no, or the data has errors · ${EXIT.usage} wrong usage · ${EXIT.unreachable} the database cannot be reached · ${EXIT.bug} a fault of Kvitt itself
Standard output carries the answer and nothing else; what goes on besides is told on standard error.`,
  )
  .exitOverride();

const json = ['--json', 'answer in JSON'] as const;

const text = program.command('text').description('try the rules for texts on a file of them, one a line');

text
  .command('segments')
  .argument('<file>', 'the texts, or - for standard input')
  .option(...json)
  .description(
    'what the carrier bills for each text as it stands: encoding, units, parts; one line of JSON a text',
  )
  .action(async (file: string) =>
    run(async () => (await import('./kvitt/segment-texts.ts')).segmentTexts(file)),
  );

text
  .command('classify')
  .argument('<file>', 'the texts, or - for standard input')
  .option(...json)
  .description('what each text would be taken for if a customer sent it; one line of JSON a text')
  .action(async (file: string) =>
    run(async () => (await import('./kvitt/classify-texts.ts')).classifyTexts(file)),
  );

function run(act: () => Promise<ExitCode>): Promise<void> {
  return runCommand(act);
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has said what is wrong, or printed the help that was asked for.
  process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
}
