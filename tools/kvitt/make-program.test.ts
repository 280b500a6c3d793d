import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { makeProgram } from './make-program.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/operations/command-line.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

/** What is said of these once for all commands, below the table. */
const SAID_ONCE = new Set(['--biller', '--json', '--dry-run', '--yes']);

interface Leaf {
  path: string;
  options: string[];
}

/** Every command that does something, with all of its names. */
function listLeaves(command: Command, before = ''): Leaf[] {
  if (command.commands.length === 0) {
    const options = command.options.map(({ long }) => long ?? '');
    return [{ path: before, options }];
  }
  return command.commands.flatMap((one) => listLeaves(one, `${before} ${one.name()}`.trim()));
}

const leaves = listLeaves(makeProgram());
const rowsOf = ({ path: name }: Leaf) => rows.filter((row) => new RegExp(`\`${name}[ \`]`).test(row));

describe('the page about the command line', () => {
  it.each(leaves)('names $path with its options, and no other option', (leaf) => {
    const named = rowsOf(leaf);
    expect(named.length, 'rows that name it').toBeGreaterThan(0);
    const words = named.join('\n');
    expect(leaf.options.filter((one) => !SAID_ONCE.has(one) && !words.includes(one))).toEqual([]);
  });

  it('names no option that none of a row’s commands has', () => {
    const wrong = rows.flatMap((row) => {
      const here = leaves.filter((leaf) => rowsOf(leaf).includes(row));
      const known = new Set(here.flatMap(({ options }) => options));
      return [...row.matchAll(/--[a-z][a-z-]*/g)].map(([one]) => one).filter((one) => !known.has(one));
    });
    expect(wrong).toEqual([]);
  });
});
