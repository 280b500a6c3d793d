import { describe, expect, it } from 'vitest';
import { onceDatabaseAnswers } from './once-database-answers.ts';

const failure = (code: string, message = 'no') => Object.assign(new Error(message), { code });

/** Fails with each of these, then answers; keeps what was waited in between. */
function server(failures: Error[]) {
  const waits: number[] = [];
  const left = [...failures];
  let tries = 0;
  const act = async () => {
    tries += 1;
    const error = left.shift();
    if (error) throw error;
    return 'here';
  };
  const wait = async (ms: number) => waits.push(ms);
  return { waits, tries: () => tries, answer: () => onceDatabaseAnswers(act, wait) };
}

describe('the database at the start of a process', () => {
  it('is waited for while it is not there, while it starts, and where it goes away in between', async () => {
    const cut = new Error('Connection terminated unexpectedly');
    const { answer, waits } = server([failure('ECONNREFUSED'), failure('57P03'), cut]);
    expect(await answer()).toBe('here');
    expect(waits).toEqual([100, 200, 400]);
  });

  it('is waited for where each address of its name refuses', async () => {
    const both = new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')]);
    expect(await server([both]).answer()).toBe('here');
  });

  it('is waited for with pauses that end at two seconds, and for a minute in all', async () => {
    const { answer, waits } = server(Array.from({ length: 100 }, () => failure('57P03')));
    await expect(answer()).rejects.toMatchObject({ code: '57P03' });
    expect(Math.max(...waits)).toBe(2_000);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(64_000);
  });

  it('is not waited for where waiting does not help', async () => {
    const { answer, tries } = server([failure('28P01', 'password authentication failed')]);
    await expect(answer()).rejects.toThrow('password');
    expect(tries()).toBe(1);
  });
});
