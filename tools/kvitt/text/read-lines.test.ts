import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.ts';

async function linesOf(bytes: Uint8Array, chunkSize: number): Promise<string[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.slice(at, at + chunkSize);
  }
  const lines: string[] = [];
  for await (const line of readLines(chunks())) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it.each([
    ['nothing', '', []],
    ['one line without an end', 'a', ['a']],
    ['one line with an end', 'a\n', ['a']],
    ['an empty line in between and none after the last', 'a\n\nb\n', ['a', '', 'b']],
    ['two ends', 'a\n\n', ['a', '']],
    ['ends of Windows', 'a\r\nb\r\n', ['a', 'b']],
    ['a return inside a line, and separators of Unicode', 'a\rb\u2028c\u0085d\n', ['a\rb\u2028c\u0085d']],
    ['a byte order mark before the first line only', '\ufeffa\n\ufeffb', ['a', '\ufeffb']],
    ['spaces at both ends', '  a \t\n', ['  a \t']],
  ])('reads %s', async (_name, text, lines) => {
    expect(await linesOf(new TextEncoder().encode(text), 1000)).toEqual(lines);
  });

  it('reads the same however the bytes arrive', async () => {
    const bytes = new TextEncoder().encode('Zoë 👍\r\n\r\nå\n');
    for (const size of [1, 2, 3, 5]) expect(await linesOf(bytes, size)).toEqual(['Zoë 👍', '', 'å']);
  });
});
