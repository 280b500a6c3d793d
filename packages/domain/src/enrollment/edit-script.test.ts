import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../locale/language.ts';
import type { CallScript } from './call-script.ts';
import { DEFAULT_SCRIPT } from './default-script.ts';
import { editScript, type ScriptEdit } from './edit-script.ts';
import { findRushed } from './find-rushed.ts';
import { measureProgress } from './measure-progress.ts';
import { sayStep } from './say-step.ts';
import { findStep, stepScript } from './step-script.ts';

const FACTS = { agent: 'Maria', brand: 'Acme', name: 'Cindy Rivera', phoneEnd: '42', credit: '' };
const AS = { key: 'own', version: 3 };
const everywhere = (words: string) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, words])) as Record<Language, string>;
const optional = DEFAULT_SCRIPT.steps.filter(({ isOptional }) => isOptional).map(({ id }) => id);

const edits = fc.record({
  words: fc.constant({ en: { offer: 'Bills by text, {name}?' } }),
  without: fc.subarray(optional),
  objections: fc.array(
    fc.constant({ question: 'Is it English only?', answer: everywhere('There are five languages.') }),
    { maxLength: 2 },
  ),
});

function edit(change: ScriptEdit): CallScript {
  const answer = editScript(DEFAULT_SCRIPT, change, AS);
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.problems));
  return answer.script;
}

/** Presses keys until the call ends; refused ones change nothing. */
function press(script: CallScript, keys: readonly number[]) {
  let at = script.first;
  const steps = [at];
  const effects: string[] = [];
  for (const key of keys) {
    const answer = stepScript(script, at, key);
    if (answer.kind === 'refused') continue;
    if (answer.effect) effects.push(answer.effect.kind);
    if (answer.kind === 'ended') return { steps, effects, ended: answer };
    at = answer.step;
    steps.push(at);
  }
  return { steps, effects, ended: undefined };
}

describe('a biller’s own script, however it was edited', () => {
  it('enrolls a willing caller with Enter alone, and leads nowhere that does not exist', () => {
    fc.assert(
      fc.property(edits, fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 40 }), (change, keys) => {
        const script = edit(change);
        expect(press(script, Array(20).fill(1)).ended).toMatchObject({ outcome: 'pending' });
        for (const id of press(script, keys).steps) {
          const step = findStep(script, id);
          expect(step).toBeDefined();
          for (const language of LANGUAGES) {
            expect(step && sayStep(script, step, language, FACTS)).not.toMatch(/[{}]/);
          }
        }
      }),
    );
  });

  it('asks no handset before the consent’s wording was read', () => {
    fc.assert(
      fc.property(edits, fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 40 }), (change, keys) => {
        const { steps, effects } = press(edit(change), keys);
        if (effects.includes('ask-handset')) expect(steps).toContain('consent');
      }),
    );
  });

  it('is refused with every place that is wrong', () => {
    const answer = editScript(
      DEFAULT_SCRIPT,
      {
        words: { en: { offer: ' ', consent: 'Agreed?', close: 'Bye {amount}', gone: 'x' } },
        without: ['consent'],
        objections: [{ question: '', answer: everywhere('x') }],
      },
      AS,
    );
    expect(
      answer.kind === 'refused' && answer.problems.map(({ problem, step }) => `${step} ${problem}`),
    ).toEqual([
      'offer EMPTY',
      'consent WORDING_IS_FIXED',
      'close UNKNOWN_NAME',
      'gone NO_SUCH_STEP',
      'own-1 EMPTY',
      'consent NOT_OPTIONAL',
    ]);
  });
});

it('shows a call’s progress growing with every step of the willing caller', () => {
  const { steps } = press(DEFAULT_SCRIPT, Array(20).fill(1));
  expect(steps.map((id) => measureProgress(DEFAULT_SCRIPT, id).done)).toEqual(steps.map((_, index) => index));
  expect(measureProgress(DEFAULT_SCRIPT, 'doubt-cost').done).toBe(
    measureProgress(DEFAULT_SCRIPT, 'offer').done,
  );
});

it('finds the steps that were left before anybody could have read them', () => {
  expect(
    findRushed(DEFAULT_SCRIPT, [
      { step: 'intro', ms: 4_000 },
      { step: 'consent', ms: 900 },
    ]),
  ).toEqual([{ step: 'consent', ms: 900, leastMs: 6_000 }]);
});
