import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const program = path.resolve(import.meta.dirname, '../../kvitt.ts');
const cases = path.resolve(import.meta.dirname, '../../../packages/domain/node/contact-cases.json');

function kvitt(args: string[], input = ''): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

const ONE = {
  n: 7,
  jur: ['US-NY'],
  zones: ['America/New_York'],
  at: '2026-12-01T12:59Z',
  category: 'info',
  channel: 'sms',
  consent: 'confirmed',
  facts: {},
};

describe('kvitt policy check', () => {
  it('answers one line of JSON a case, says which match, and ends with 0 where all do', () => {
    const { code, out, err } = kvitt(['policy', 'check', cases]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answers = out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(answers).toHaveLength(62);
    expect(answers.every(({ match }) => match === true)).toBe(true);
  });

  it('says no match where nothing was expected, and ends with 1 where something else was', () => {
    const plain = kvitt(['policy', 'check', '-'], JSON.stringify([ONE]));
    expect(plain).toEqual({
      code: 0,
      out: '{"n":7,"decision":"DEFER","reasons":["WINDOW:US-POL-SERVICING-WINDOW"],"next_allowed_at":"2026-12-01T13:00:00Z"}\n',
      err: '',
    });
    const expected = { decision: 'ALLOW', reasons: [], next_allowed_at: null };
    const wrong = kvitt(['policy', 'check', '-'], JSON.stringify([{ ...ONE, expect: expected }]));
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain('"match":false');
  });

  it('names the case and the field of what cannot be read, and answers the others', () => {
    const { code, out, err } = kvitt(
      ['policy', 'check', '-'],
      JSON.stringify([
        { ...ONE, n: 1, category: 'spam' },
        { ...ONE, n: 2, facts: { history: [{ kind: 'sms', at: 'yesterday' }] } },
        { ...ONE, n: 3, facts: { optout_in_bod: true } },
        { ...ONE, n: 4, at: '2026-12-01T12:59' },
        ONE,
      ]),
    );
    expect(code).toBe(1);
    expect(out.split('\n')).toHaveLength(2);
    expect(err).toContain('case 1: category must be one of reply,');
    expect(err).toContain('case 2: facts.history[0].at must be an instant');
    expect(err).toContain('case 3: facts.optout_in_bod is no fact');
    expect(err).toContain('case 4: at must be an instant');
  });

  it('denies, and does not refuse to read, a zone that there is not', () => {
    const { out } = kvitt(['policy', 'check', '-'], JSON.stringify([{ ...ONE, zones: ['Mars/Olympus'] }]));
    expect(out).toContain('"decision":"DENY","reasons":["POLICY_ERROR"]');
  });

  it('ends with 2 where the file is no list of cases', () => {
    for (const input of ['{', '{"n":1}']) {
      expect(kvitt(['policy', 'check', '-'], input)).toMatchObject({ code: 2, out: '' });
    }
  });
});
