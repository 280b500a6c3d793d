import { text } from 'node:stream/consumers';
import { mayText } from '@kvitt/domain/consent/may-text';
import { MalformedInput, readFields, readList, readText } from '@kvitt/domain/consent/policy/read-fields';
import { readPolicyInput } from '@kvitt/domain/consent/policy/read-policy-input';
import { writeAnswer as toWritten, type WrittenAnswer } from '@kvitt/domain/consent/policy/written-answer';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { notice } from '../notice.ts';
import { openInput } from '../open-input.ts';
import { writeAnswer } from '../write-answer.ts';

/**
 * `policy check FILE`: what the rules of contact say of each case of a file, a list in the form of
 * `packages/domain/node/contact-cases.json`; and, where the case says what it expects, whether that is it. One line of JSON
 * a case, in the same order; a case that cannot be read gets none, and its number and field are told.
 */
export async function checkPolicy(file: string): Promise<ExitCode> {
  const cases = readCases(await text(openInput(file).stream), file);
  let wrong = 0;
  let lines = '';
  for (const [at, one] of cases.entries()) {
    try {
      const answer = answerCase(one, at + 1);
      if (answer.match === false) wrong += 1;
      lines += `${JSON.stringify(answer)}\n`;
    } catch (error) {
      if (!(error instanceof MalformedInput)) throw error;
      wrong += 1;
      notice(`case ${nameOf(one, at + 1)}: ${error.message}`);
    }
  }
  await writeAnswer(lines);
  if (wrong > 0) notice(`${wrong} of ${cases.length} cases are not as expected, or cannot be read.`);
  return wrong > 0 ? EXIT.no : EXIT.done;
}

function readCases(words: string, file: string): unknown[] {
  let json: unknown;
  try {
    json = JSON.parse(words);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(EXIT.usage, `${file} is not JSON: ${why}`);
  }
  if (!Array.isArray(json)) throw new CommandError(EXIT.usage, `${file} must be a list of cases, [{…}, …].`);
  return json;
}

function nameOf(one: unknown, place: number): string {
  const n = typeof one === 'object' && one !== null && 'n' in one ? one.n : undefined;
  return typeof n === 'number' || typeof n === 'string' ? String(n) : `at place ${place}`;
}

interface Checked extends WrittenAnswer {
  n: unknown;
  match?: boolean;
}

function answerCase(one: unknown, place: number): Checked {
  const fields = readFields(one, '');
  const answer = toWritten(mayText(readPolicyInput(one)));
  const checked: Checked = { n: fields.n ?? place, ...answer };
  if (fields.expect !== undefined) {
    checked.match = JSON.stringify(readExpected(fields.expect)) === JSON.stringify(answer);
  }
  return checked;
}

function readExpected(json: unknown): unknown {
  const fields = readFields(json, 'expect');
  const next = fields.next_allowed_at ?? null;
  return {
    decision: readText(fields.decision, 'expect.decision'),
    reasons: readList(fields.reasons, 'expect.reasons', readText),
    next_allowed_at: next === null ? null : readText(next, 'expect.next_allowed_at'),
  };
}
