import { LANGUAGES, type Language } from '../locale/language.ts';
import { type CallChoice, type CallScript, type CallStep, MOST_CHOICES } from './call-script.ts';

/** A doubt that callers of this biller have, and what to say to it. */
export interface OwnObjection {
  /** What stands on the key, as the caller says it. */
  question: string;
  answer: Readonly<Record<Language, string>>;
}

/** What a biller says otherwise than the script that everybody begins with. */
export interface ScriptEdit {
  /** By language and step; what is absent stays as it is. */
  words: Partial<Record<Language, Record<string, string>>>;
  /** Steps that are left out. */
  without: readonly string[];
  objections: readonly OwnObjection[];
}

export type ScriptProblem =
  | 'NO_SUCH_STEP'
  | 'WORDING_IS_FIXED'
  | 'EMPTY'
  | 'TOO_LONG'
  | 'UNKNOWN_NAME'
  | 'NOT_OPTIONAL'
  | 'TOO_MANY_OBJECTIONS';

export type EditAnswer =
  | { kind: 'edited'; script: CallScript }
  /** Every problem, with the step and the language that it is on. */
  | { kind: 'refused'; problems: { problem: ScriptProblem; step: string; language: Language | undefined }[] };

/** As much as is read out in half a minute. */
const LONGEST = 400;
const LONGEST_QUESTION = 60;
const NAMES = ['agent', 'brand', 'name', 'phoneEnd'];

/**
 * A biller's own version of a script: the words changed, optional steps left out, objections added beside those of the
 * offer. The order of the path stays, and so does the consent's wording, which is the ledger's own: whatever is edited, no
 * handset is asked before it was read.
 */
export function editScript(
  base: CallScript,
  edit: ScriptEdit,
  as: { key: string; version: number },
): EditAnswer {
  const problems = findProblems(base, edit);
  if (problems.length > 0) return { kind: 'refused', problems };
  const own = edit.objections.map((objection, index) => ({ ...objection, id: `own-${index + 1}` }));
  const offer = base.steps.find(({ part, isObjection }) => part === 'offer' && !isObjection);
  const steps = base.steps
    .filter(({ id }) => !edit.without.includes(id))
    .map((step) => (step.id === offer?.id ? withObjections(step, own) : step))
    .map((step) => leadAround(base, step, edit.without));
  for (const { id } of own) {
    steps.push({ id, part: 'offer', isObjection: true, leastMs: 2_000, choices: afterDoubt(base) });
  }
  const words = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      {
        ...base.words[language],
        ...edit.words[language],
        ...Object.fromEntries(own.map(({ id, answer }) => [id, answer[language]])),
      },
    ]),
  ) as Record<Language, Record<string, string>>;
  return { kind: 'edited', script: { ...base, ...as, steps, words } };
}

/** The new keys stand between the yes and the no, where the other doubts are. */
function withObjections(step: CallStep, own: readonly { id: string; question: string }[]): CallStep {
  const asked = own.map(({ id, question }): CallChoice => ({ label: id, words: question, next: id }));
  return { ...step, choices: [...step.choices.slice(0, -1), ...asked, ...step.choices.slice(-1)] };
}

/** A choice that led to a step that is left out leads to where that step's first answer leads; a doubt's key goes. */
function leadAround(base: CallScript, step: CallStep, without: readonly string[]): CallStep {
  const choices = step.choices.flatMap((choice): CallChoice[] => {
    if (!('next' in choice)) return [choice];
    let { next } = choice;
    for (;;) {
      const target = base.steps.find(({ id }) => id === next);
      if (!target || !without.includes(next)) return [{ ...choice, next }];
      if (target.isObjection) return [];
      const [first] = target.choices;
      if (!first || !('next' in first)) return [choice];
      next = first.next;
    }
  });
  return { ...step, choices };
}

function afterDoubt(base: CallScript): readonly CallChoice[] {
  const doubt = base.steps.find(({ part, isObjection }) => part === 'offer' && isObjection);
  return doubt?.choices ?? [];
}

function findProblems(base: CallScript, edit: ScriptEdit) {
  const problems: { problem: ScriptProblem; step: string; language: Language | undefined }[] = [];
  const add = (problem: ScriptProblem, step: string, language?: Language) =>
    problems.push({ problem, step, language });
  for (const language of LANGUAGES) {
    for (const [id, words] of Object.entries(edit.words[language] ?? {})) {
      const step = base.steps.find((one) => one.id === id);
      if (!step) add('NO_SUCH_STEP', id, language);
      else if (step.wording !== undefined) add('WORDING_IS_FIXED', id, language);
      else checkWords(words, id, language);
    }
    edit.objections.forEach(({ answer }, index) => {
      checkWords(answer[language], `own-${index + 1}`, language);
    });
  }
  edit.objections.forEach(({ question }, index) => {
    if (question.trim() === '') add('EMPTY', `own-${index + 1}`);
    else if (question.length > LONGEST_QUESTION) add('TOO_LONG', `own-${index + 1}`);
  });
  for (const id of edit.without) {
    const step = base.steps.find((one) => one.id === id);
    if (!step) add('NO_SUCH_STEP', id);
    else if (!step.isOptional) add('NOT_OPTIONAL', id);
  }
  const offer = base.steps.find(({ part, isObjection }) => part === 'offer' && !isObjection);
  const left = offer?.choices.filter((choice) => !('next' in choice && edit.without.includes(choice.next)));
  if ((left?.length ?? 0) + edit.objections.length > MOST_CHOICES) {
    add('TOO_MANY_OBJECTIONS', offer?.id ?? '');
  }
  return problems;

  function checkWords(words: string, step: string, language: Language): void {
    if (words.trim() === '') add('EMPTY', step, language);
    if (words.length > LONGEST) add('TOO_LONG', step, language);
    const names = [...words.matchAll(/\{(\w*)\}/g)].map(([, name]) => name ?? '');
    if (names.some((name) => !NAMES.includes(name))) add('UNKNOWN_NAME', step, language);
  }
}
