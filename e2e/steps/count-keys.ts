import { type Page, test } from '@playwright/test';

/**
 * What a person needs who knows the console, by the keystroke-level model of Card, Moran and Newell (1980): 0.28 s for a
 * key, for somebody who types now and then, and 1.35 s to make up one's mind before each step.
 */
const KEY_S = 0.28;
const MIND_S = 1.35;

/** A keyboard that counts what is done on it. */
export interface CountedKeys {
  /** Presses one key, which is a step of its own: what is on the screen is looked at before it. */
  press(key: string): Promise<void>;
  /** Types letters: one step, however many they are. */
  type(words: string): Promise<void>;
  count(): { keys: number; steps: number; seconds: number };
}

/** Gives the keyboard of a page, counting from now on. */
export function countKeys(page: Page): CountedKeys {
  let keys = 0;
  let steps = 0;
  return {
    async press(key) {
      keys += 1;
      steps += 1;
      await page.keyboard.press(key);
    },
    async type(words) {
      keys += words.length;
      steps += 1;
      await page.keyboard.type(words);
    },
    count: () => ({ keys, steps, seconds: Math.round(keys * KEY_S + steps * MIND_S) }),
  };
}

/** Says in the output of the test, and in its report, what was done on a keyboard and how long it takes who knows it. */
export function sayCount(what: string, counted: CountedKeys): ReturnType<CountedKeys['count']> {
  const { keys, steps, seconds } = counted.count();
  const description = `${what}: ${keys} keys in ${steps} steps, ${seconds} s by the keystroke-level model`;
  test.info().annotations.push({ type: 'keys', description });
  process.stdout.write(`${description}\n`);
  return { keys, steps, seconds };
}
