import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../locale/language.ts';
import { money } from '../money/money.ts';
import { DEFAULT_SCRIPT } from './default-script.ts';
import { sayCredit } from './say-credit.ts';
import { sayStep } from './say-step.ts';
import { findStep, stepScript } from './step-script.ts';

const FACTS = { agent: 'Maria', brand: 'Acme', name: 'Cindy Rivera', phoneEnd: '42', credit: '' };

/** Presses keys from the first step on; refused ones change nothing. */
function press(keys: readonly number[]) {
  let at = DEFAULT_SCRIPT.first;
  const steps = [at];
  const effects: string[] = [];
  for (const key of keys) {
    const answer = stepScript(DEFAULT_SCRIPT, at, key);
    if (answer.kind === 'refused') continue;
    if (answer.effect) effects.push(answer.effect.kind);
    if (answer.kind === 'ended') return { steps, effects, ended: answer };
    at = answer.step;
    steps.push(at);
  }
  return { steps, effects, ended: undefined };
}

const keys = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 });

describe('the script of a call', () => {
  it('enrolls a willing caller with Enter alone', () => {
    const { effects, ended } = press(Array(12).fill(1));
    expect(effects).toEqual(['ask-handset', 'note-paperless', 'note-autopay', 'text-card-link']);
    expect(ended).toMatchObject({ outcome: 'pending', reason: undefined });
  });

  it('reaches steps that there are, whatever is pressed', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        for (const id of press(pressed).steps) expect(findStep(DEFAULT_SCRIPT, id)).toBeDefined();
      }),
    );
  });

  it('asks no handset before the wording was read, and ends pending only after the handset was asked', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        const { steps, effects, ended } = press(pressed);
        if (effects.includes('ask-handset')) expect(steps).toContain('consent');
        expect(effects.filter((kind) => kind === 'ask-handset').length).toBeLessThanOrEqual(1);
        if (ended?.outcome === 'pending') expect(effects).toContain('ask-handset');
      }),
    );
  });

  it('gives a reason for every end that is no enrollment', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        const { ended } = press(pressed);
        if (ended && ended.outcome !== 'pending') expect(ended.reason).toBeDefined();
      }),
    );
  });

  it('leads from every step to an end', () => {
    const ending = new Set<string>();
    for (const _ of DEFAULT_SCRIPT.steps) {
      for (const { id, choices } of DEFAULT_SCRIPT.steps) {
        if (choices.some((choice) => !('next' in choice) || ending.has(choice.next))) ending.add(id);
      }
    }
    expect([...ending].sort()).toEqual(DEFAULT_SCRIPT.steps.map(({ id }) => id).sort());
  });

  it('refuses a step and a key that it does not have', () => {
    expect(stepScript(DEFAULT_SCRIPT, 'gone', 1)).toEqual({ kind: 'refused', refusal: 'NO_SUCH_STEP' });
    expect(stepScript(DEFAULT_SCRIPT, 'close', 2)).toEqual({ kind: 'refused', refusal: 'NO_SUCH_CHOICE' });
  });
});

describe.each(LANGUAGES)('what is said in %s', (language) => {
  it('leaves no name of a fact open', () => {
    for (const step of DEFAULT_SCRIPT.steps) {
      expect(sayStep(DEFAULT_SCRIPT, step, language, FACTS)).not.toMatch(/[{}]/);
    }
  });
});

it('reads the consent’s wording as it is recorded', () => {
  const step = findStep(DEFAULT_SCRIPT, 'consent');
  expect(step && sayStep(DEFAULT_SCRIPT, step, 'en', FACTS)).toMatch(
    /^May Acme text this number about your bills/,
  );
});

describe('the credit for doing without paper', () => {
  const paperless = findStep(DEFAULT_SCRIPT, 'paperless');
  const say = (minor: number) =>
    paperless &&
    sayStep(DEFAULT_SCRIPT, paperless, 'en', { ...FACTS, credit: sayCredit(money(minor, 'USD'), 'en') });

  it('is promised with its amount, and not where there is none', () => {
    expect(say(500)).toContain('You get $5.00 off for it, once.');
    expect(say(0)).not.toContain('off for it');
  });
});
