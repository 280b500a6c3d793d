import { ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { readProblem } from '../../kit/api.ts';

/** What a form asks for, each once. */
export type ActField = 'amount' | 'day' | 'why' | 'effect' | 'phone' | 'role' | 'reason';

export interface ActValues {
  /** Minor units; undefined where left empty. */
  amountMinor: number | undefined;
  /** `YYYY-MM-DD`; undefined where left empty. */
  day: string | undefined;
  why: 'dispute' | 'respite' | 'bankruptcy' | 'deceased';
  effect: 'reopen' | 'allow';
  phone: string;
  role: 'primary' | 'other';
  reason: string;
}

/** Something that an agent is about to do, as its form shows it. */
export interface Act {
  /** Names its words: `care.act.<key>`. */
  key: string;
  fields: readonly ActField[];
  /** What stands in the form at first. */
  start?: Partial<ActValues>;
  run(values: ActValues): Promise<unknown>;
  /** Names the words for what came of it, where that is not always the same: `care.done.<name>`. */
  doneAs?(answer: unknown): string;
}

/** The act whose form is open, and how it went. */
export function useAct(onDone: () => void) {
  const { t, te } = useI18n();
  const open = shallowRef<Act>();
  const problem = ref('');
  const said = ref('');
  const isBusy = ref(false);

  function begin(act: Act): void {
    problem.value = '';
    said.value = '';
    open.value = act;
  }

  async function run(values: ActValues): Promise<void> {
    const act = open.value;
    if (!act || isBusy.value) return;
    isBusy.value = true;
    problem.value = '';
    try {
      const answer = await act.run(values);
      said.value = t(`care.done.${act.doneAs?.(answer) ?? act.key}`);
      open.value = undefined;
      onDone();
    } catch (error) {
      problem.value = sayProblem(error);
    }
    isBusy.value = false;
  }

  function sayProblem(error: unknown): string {
    const why = readProblem(error);
    if (why.kind !== 'refused') return t(`problem.${why.kind}`);
    for (const room of ['care.refused', 'why', 'reason', 'enroll.refused']) {
      if (te(`${room}.${why.refusal}`)) return t(`${room}.${why.refusal}`);
    }
    return t('problem.refused', { code: why.refusal });
  }

  return { open, problem, said, isBusy, begin, run };
}
