import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readIntent } from '../src/conversation/read-intent.ts';
import { COMMAND_WORDS, type CommandName } from '../src/conversation/words/commands/commands.ts';
import { LANGUAGES } from '../src/locale/language.ts';

const PAGE = fileURLToPath(new URL('../../../docs/flows/what-a-customer-can-say.md', import.meta.url));

/** Wordings of PAY that are too many to teach. */
const NOT_TAUGHT: readonly CommandName[] = ['payWish'];

const rows = readFileSync(PAGE, 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, command, ...cells] = line.split('|').map((cell) => cell.trim());
    return command?.startsWith('`')
      ? [{ command: command.replaceAll('`', ''), words: cells.slice(0, 5) }]
      : [];
  });

/** The word that a list begins with: the first of each of its first phrase's places that must be there. */
function taught(command: CommandName, language: (typeof LANGUAGES)[number]): string {
  const tokens = COMMAND_WORDS[command][language][0].split(' ').filter((token) => !token.endsWith('?'));
  return tokens
    .map((token) => token.split('|')[0]?.replaceAll('_', ' '))
    .join(' ')
    .toUpperCase();
}

it('teaches every command in five languages with the word that its list begins with', () => {
  const expected = (Object.keys(COMMAND_WORDS) as CommandName[])
    .filter((command) => !NOT_TAUGHT.includes(command))
    .map((command) => ({ command, words: LANGUAGES.map((language) => taught(command, language)) }));
  const byName = (one: { command: string }, other: { command: string }) =>
    one.command.localeCompare(other.command);
  expect([...rows].sort(byName)).toEqual(expected.sort(byName));
});

it.each(rows)('teaches words that are understood: $command', ({ words }) => {
  const kinds = new Set(words.map((word) => readIntent(word).kind));
  expect(kinds.size).toBe(1);
  expect(kinds).not.toContain('free-text');
});
