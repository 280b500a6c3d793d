import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { readProblem } from './api.ts';

/**
 * Does something and says how it went: what the act gives back, or why it was refused, in words.
 * @param refusals the keys below which the words for the server's codes stand, nearest first
 */
export function useAttempt(...refusals: string[]) {
  const { t, te } = useI18n();
  const said = ref('');
  const isBad = ref(false);

  /** Why it did not work, and what to do; a refusal that nobody has worded is called by its code. */
  function explain(error: unknown): string {
    const problem = readProblem(error);
    if (problem.kind === 'refused') {
      const room = refusals.find((one) => te(`${one}.${problem.refusal}`));
      return room ? t(`${room}.${problem.refusal}`) : t('problem.refused', { code: problem.refusal });
    }
    // The act's own words.
    if (error instanceof Error && error.name === 'Error' && problem.kind === 'failed') return error.message;
    return t(`problem.${problem.kind}`);
  }

  async function attempt(act: () => Promise<unknown>): Promise<boolean> {
    said.value = '';
    isBad.value = false;
    try {
      const words = await act();
      said.value = typeof words === 'string' ? words : '';
      return true;
    } catch (error) {
      isBad.value = true;
      said.value = explain(error);
      return false;
    }
  }

  return { said, isBad, attempt };
}
