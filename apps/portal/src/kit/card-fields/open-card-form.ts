import type { CardFieldsSetup } from '@kvitt/api/portal/bill-views';
import { readBrand } from '@kvitt/ui/card-brand/read-brand.ts';
import { find } from '../find.ts';
import {
  CARD_FIELD_KEYS,
  type CardFieldKey,
  type CardFieldProblem,
  type CardFields,
  openCardFields,
} from './open-card-fields.ts';
import { readTokenizeError, type TokenizeTrouble } from './read-tokenize-error.ts';

/** A slow phone on a slow network gets the fields in a few seconds; who waits longer is told what else to do. */
const GIVE_UP_AFTER_MS = 25_000;

/** Where the page has the frame of each field. */
const IDS: Readonly<Record<CardFieldKey, string>> = {
  number: 'card-number',
  expirationDate: 'card-expires',
  cvv: 'card-code',
};

type Problems = Partial<Record<CardFieldKey, CardFieldProblem>>;

/** What came of asking for the card: its one-time reference, a field that is wrong and says so, or a trouble to be told. */
export type CardAnswer =
  | { kind: 'nonce'; nonce: string }
  | { kind: 'wrong' }
  | { kind: 'trouble'; trouble: NonNullable<TokenizeTrouble['general']> };

export interface CardForm {
  /** @param amount what the card's bank is asked about, as a decimal */
  ask(amount: string): Promise<CardAnswer>;
}

export interface CardFormOptions {
  setup: CardFieldsSetup;
  isSandbox: boolean;
  /** Enter was pressed in a field. */
  onSubmit(): void;
}

/**
 * Brings the card fields up in the boxes that the page has for them (`CardFieldsBox.vue`), says beside each what is wrong with
 * it, and shows the card's brand while its number is typed. Rejects where the fields do not come up.
 */
export async function openCardForm({ setup, isSandbox, onSubmit }: CardFormOptions): Promise<CardForm> {
  // Fields that stand in for the processor's must never meet a real card, whatever the server was told.
  if (setup.mode === 'local-emulator' && !isSandbox) throw new Error('emulator outside the sandbox');
  let fields: CardFields | undefined;
  const marked: Problems = {};
  const mark = (key: CardFieldKey, problem: CardFieldProblem | undefined) => {
    if (marked[key] === problem) return;
    if (problem) marked[key] = problem;
    else delete marked[key];
    fields?.say(key, showProblem(key, problem));
  };
  const opening = openCardFields({
    setup,
    containers: ofEach((key) => find(IDS[key])),
    words: ofEach((key) => ({
      label: boxOf(key).querySelector('label')?.textContent ?? '',
      placeholder: boxOf(key).dataset.placeholder ?? '',
    })),
    onField: mark,
    onBrand: showBrand,
    onSubmit,
  });
  const giveUp = new Promise<never>((_, reject) => setTimeout(reject, GIVE_UP_AFTER_MS));
  const opened = await Promise.race([opening, giveUp]);
  fields = opened;

  /** True where something is wrong, which is then said, and the first of it has the focus. */
  const markAll = (problems: Problems) => {
    for (const key of CARD_FIELD_KEYS) mark(key, problems[key]);
    const first = CARD_FIELD_KEYS.find((key) => problems[key]);
    if (first) opened.focus(first);
    return first !== undefined;
  };
  return {
    async ask(amount) {
      if (markAll(opened.findProblems())) return { kind: 'wrong' };
      try {
        return { kind: 'nonce', nonce: await opened.tokenize(amount) };
      } catch (error) {
        const { fields: found, general } = readTokenizeError(error);
        const isWrong = markAll(found);
        return isWrong || !general ? { kind: 'wrong' } : { kind: 'trouble', trouble: general };
      }
    },
  };
}

function ofEach<T>(make: (key: CardFieldKey) => T): Record<CardFieldKey, T> {
  return { number: make('number'), expirationDate: make('expirationDate'), cvv: make('cvv') };
}

function boxOf(key: CardFieldKey): HTMLElement {
  return find(IDS[key]).closest('.card-field') as HTMLElement;
}

/** Shows the field's words for the problem in the place of its hint, or the hint again, and gives the words. */
function showProblem(key: CardFieldKey, problem: CardFieldProblem | undefined): string {
  const box = boxOf(key);
  const words = (problem && box.dataset[problem]) ?? '';
  box.classList.toggle('card-field--wrong', problem !== undefined);
  lineOf(box, 'hint').hidden = problem !== undefined;
  lineOf(box, 'problem').hidden = problem === undefined;
  lineOf(box, 'words').textContent = words;
  return words;
}

/** The card's mark beside its number; some brands have their code on the front. */
function showBrand(brand: string, codeSize: number): void {
  const mark = readBrand(brand);
  for (const drawing of boxOf('number').querySelectorAll('.card-brand')) {
    drawing.toggleAttribute('hidden', !drawing.classList.contains(`card-brand--${mark}`));
  }
  const code = boxOf('cvv');
  lineOf(code, 'hint').textContent = (codeSize === 4 ? code.dataset.hintFront : code.dataset.hint) ?? '';
}

function lineOf(box: HTMLElement, line: 'hint' | 'problem' | 'words'): HTMLElement {
  return box.querySelector(`.card-field__${line}`) as HTMLElement;
}
