import { ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { readProblem } from '../api.ts';

/** What came of something that was done with many. */
export interface BulkResult {
  said: string;
  /** Nothing of it was done. */
  isBad?: boolean;
  /** Which did not go, and why, in words. */
  refused: { id: string; name: string; why: string }[];
  /** Takes it back, where that can be done; says what came of that. */
  undo?: (() => Promise<string>) | undefined;
}

/** What the server said of it: how many went, and the codes of those that did not. */
export interface BulkAnswer {
  done: number;
  refused: readonly { id: string; refusal: string }[];
  undo?: (() => Promise<string>) | undefined;
}

/**
 * Does something with all rows that are chosen, and says how it went.
 * @param nameOf what a row is called
 * @param refusals the keys below which the words for the server's codes stand, nearest first
 */
export function useBulk(nameOf: (id: string) => string, ...refusals: string[]) {
  const { t, te } = useI18n();
  const result = shallowRef<BulkResult>();
  const isBusy = ref(false);

  function explain(code: string): string {
    const room = refusals.find((one) => te(`${one}.${code}`));
    return room ? t(`${room}.${code}`) : t('problem.refused', { code });
  }

  /** Gives whether the server answered. */
  async function run(act: () => Promise<BulkAnswer>): Promise<boolean> {
    if (isBusy.value) return false;
    isBusy.value = true;
    result.value = undefined;
    try {
      const { done, refused, undo } = await act();
      result.value = {
        said: t('table.done', { count: done }, done),
        refused: refused.map(({ id, refusal }) => ({ id, name: nameOf(id), why: explain(refusal) })),
        undo: done > 0 ? undo : undefined,
      };
    } catch (error) {
      result.value = { said: sayProblem(error), isBad: true, refused: [] };
    }
    isBusy.value = false;
    return !result.value.isBad;
  }

  function sayProblem(error: unknown): string {
    const problem = readProblem(error);
    return problem.kind === 'refused' ? explain(problem.refusal) : t(`problem.${problem.kind}`);
  }

  async function undo(): Promise<void> {
    const back = result.value?.undo;
    if (!back || isBusy.value) return;
    isBusy.value = true;
    try {
      result.value = { said: await back(), refused: [] };
    } catch (error) {
      result.value = { said: sayProblem(error), isBad: true, refused: [] };
    }
    isBusy.value = false;
  }

  const close = () => (result.value = undefined);

  return { result, isBusy, run, undo, close };
}
