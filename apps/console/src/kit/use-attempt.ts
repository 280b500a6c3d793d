import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { readProblem } from './api.ts';

/**
 * Does something and says how it went: what the act gives back, or why it was refused, in words.
 * @param refusals the key below which the words for the server's codes stand
 */
export function useAttempt(refusals: string) {
  const { t, te } = useI18n();
  const said = ref('');
  const isBad = ref(false);

  async function attempt(act: () => Promise<unknown>): Promise<boolean> {
    said.value = '';
    isBad.value = false;
    try {
      const words = await act();
      said.value = typeof words === 'string' ? words : '';
      return true;
    } catch (error) {
      const problem = readProblem(error);
      isBad.value = true;
      if (problem.kind === 'refused') {
        const words = `${refusals}.${problem.refusal}`;
        said.value = te(words) ? t(words) : t('problem.failed');
      } else if (error instanceof Error && error.name === 'Error' && problem.kind === 'failed') {
        // The act's own words.
        said.value = error.message;
      } else said.value = t('problem.failed');
      return false;
    }
  }

  return { said, isBad, attempt };
}
