import type { Command } from 'commander';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;

/** `text`: the rules for texts, tried on a file of them. */
export function addTextCommands(program: Command): void {
  const text = program.command('text').description('try the rules for texts on a file of them, one a line');

  text
    .command('segments')
    .argument('<file>', 'the texts, or - for standard input')
    .option(...json)
    .description(
      'what the carrier bills for each text as it stands: encoding, units, parts; one line of JSON a text',
    )
    .action(async (file: string) =>
      runCommand(async () => (await import('./segment-texts.ts')).segmentTexts(file)),
    );

  text
    .command('classify')
    .argument('<file>', 'the texts, or - for standard input')
    .option('--exceptions', 'only the texts that are more than free text, with what each would lead to')
    .option(...json)
    .description('what each text would be taken for if a customer sent it; one line of JSON a text')
    .action(async (file: string, options) =>
      runCommand(async () => (await import('./classify-texts.ts')).classifyTexts(file, options)),
    );
}
