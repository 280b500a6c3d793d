import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const program = path.resolve(import.meta.dirname, '../../kvitt.ts');

function kvitt(args: string[], input = ''): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('kvitt text segments', () => {
  it('answers one line of JSON a text and writes nothing else', () => {
    const { code, out, err } = kvitt(['text', 'segments', '-'], 'Pay 5 €\n\nZoë 👍\r\n');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(
      out
        .split('\n')
        .slice(0, -1)
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      { text: 'Pay 5 €', encoding: 'GSM-7', units: 8, parts: 1 },
      { text: '', encoding: 'GSM-7', units: 0, parts: 0 },
      { text: 'Zoë 👍', encoding: 'UCS-2', units: 6, parts: 1 },
    ]);
  });

  it('ends with 2 and an empty standard output where it is called wrongly', () => {
    for (const args of [['text', 'segments', 'no-such-file'], ['text', 'segments'], ['text', 'sing'], []]) {
      const { code, out, err } = kvitt(args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).not.toBe('');
    }
  });
});

describe('kvitt text classify', () => {
  it('answers one line of JSON a text and writes nothing else', () => {
    const { code, out, err } = kvitt(['text', 'classify', '-', '--json'], 'STOP\nPAY\nsee you at 8');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      '{"text":"STOP","class":"OPT_OUT"}\n{"text":"PAY","class":"PAY"}\n{"text":"see you at 8","class":"FREE_TEXT"}\n',
    );
  });
});

describe('kvitt template lint', () => {
  it('says with line and column why a wording would not save, and ends with 1', () => {
    const wording = '{firstName},\n{amount} is due {due}';
    const { code, out, err } = kvitt(['template', 'lint', '-', '--name', 'due-tomorrow'], wording);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^2:17 UNKNOWN_VARIABLE \{due\} is not known here/);
  });

  it('ends with 2 where there is no such text, no such language or no such file', () => {
    for (const args of [
      ['-', '--name', 'due-never'],
      ['-', '--name', 'due-today', '--language', 'fr'],
      ['no-such-file', '--name', 'due-today'],
    ]) {
      const { code, out, err } = kvitt(['template', 'lint', ...args]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).not.toBe('');
    }
  });
});
