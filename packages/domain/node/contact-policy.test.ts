import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayText } from '../src/consent/may-text.ts';
import { readPolicyInput } from '../src/consent/policy/read-policy-input.ts';
import { type WrittenAnswer, writeAnswer, writePolicyInput } from '../src/consent/policy/written-answer.ts';

interface Case {
  n: number;
  case: string;
  expect: WrittenAnswer;
}

/** The worked cases, and edges of them: the minute before, the other zone, the day of a law, a holiday, a limit's end. */
const CASES = ['contact-cases.json', 'contact-edges.json'].flatMap((file): Case[] =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, file), 'utf8')),
);

describe('mayText', () => {
  it.each(CASES)('$n: $case', (one) => {
    expect(writeAnswer(mayText(readPolicyInput(one)))).toEqual(one.expect);
  });

  it.each(CASES)('$n: says the same, byte for byte, of what was stored of it', (one) => {
    const input = readPolicyInput(one);
    const stored: unknown = JSON.parse(JSON.stringify(writePolicyInput(input)));
    expect(JSON.stringify(mayText(readPolicyInput(stored)))).toBe(JSON.stringify(mayText(input)));
  });
});
