import type { NewMethodStep } from '@kvitt/api/portal/new-method-view';
import {
  CARD_FIELD_KEYS,
  type CardFieldKey,
  type CardFieldProblem,
  type CardFields,
  openCardFields,
} from '../../kit/card-fields/open-card-fields.ts';
import { readTokenizeError } from '../../kit/card-fields/read-tokenize-error.ts';
import { readBank } from './read-bank.ts';

const CONTAINERS: Readonly<Record<CardFieldKey, string>> = {
  number: 'card-number',
  expirationDate: 'card-expires',
  cvv: 'card-code',
};

/**
 * Has the page's form send a one-time reference in place of what is typed. The page is finished as the server wrote it, in the
 * customer's words; this shows and hides them.
 */
export async function startNewMethod(step: NewMethodStep): Promise<void> {
  const form = find<HTMLFormElement>('new-method');
  const ask = step.kind === 'bank' ? () => readBank(step.fields) : await openCard(step);
  let isWorking = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isWorking) return;
    isWorking = true;
    say('');
    const nonce = await ask().catch(() => {
      find('trouble-failed').hidden = false;
      return undefined;
    });
    isWorking = false;
    if (!nonce) return;
    isWorking = true;
    say(find('working').dataset.words ?? '');
    find<HTMLInputElement>('nonce').value = nonce;
    form.submit();
  });
  // Back from the next page with this one still in memory: its reference is spent.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
}

function say(words: string): void {
  find('trouble-failed').hidden = true;
  find('working').textContent = words;
}

/** Brings the card fields up, and gives what turns them into a reference; undefined where something in them is wrong. */
async function openCard({ fields: setup }: NewMethodStep): Promise<() => Promise<string | undefined>> {
  const boxOf = (key: CardFieldKey) => find(CONTAINERS[key]).closest('.card-field') as HTMLElement;
  const wordsOf = (key: CardFieldKey) => ({
    label: boxOf(key).querySelector('label')?.textContent ?? '',
    placeholder: boxOf(key).dataset.placeholder ?? '',
  });
  let fields: CardFields | undefined;
  const hints = new Map(CARD_FIELD_KEYS.map((key) => [key, messageOf(boxOf(key)).textContent] as const));
  const mark = (key: CardFieldKey, problem: CardFieldProblem | undefined) => {
    const box = boxOf(key);
    const words = problem ? (box.dataset[problem] ?? '') : '';
    box.classList.toggle('card-field--wrong', problem !== undefined);
    messageOf(box).textContent = words || (hints.get(key) ?? '');
    fields?.say(key, words);
  };
  const form = find<HTMLFormElement>('new-method');
  fields = await openCardFields({
    setup,
    containers: {
      number: find(CONTAINERS.number),
      expirationDate: find(CONTAINERS.expirationDate),
      cvv: find(CONTAINERS.cvv),
    },
    words: {
      number: wordsOf('number'),
      expirationDate: wordsOf('expirationDate'),
      cvv: wordsOf('cvv'),
    },
    onField: mark,
    onBrand: () => undefined,
    onSubmit: () => form.requestSubmit(),
  });
  const opened = fields;
  const markAll = (problems: Partial<Record<CardFieldKey, CardFieldProblem>>) => {
    for (const key of CARD_FIELD_KEYS) mark(key, problems[key]);
    const first = CARD_FIELD_KEYS.find((key) => problems[key]);
    if (first) opened.focus(first);
    return first !== undefined;
  };
  return async () => {
    if (markAll(opened.findProblems())) return undefined;
    try {
      return await opened.tokenize('0.00');
    } catch (error) {
      const { fields: found, general } = readTokenizeError(error);
      if (general) throw error;
      markAll(found);
      return undefined;
    }
  };
}

function messageOf(box: HTMLElement): HTMLElement {
  return box.querySelector('.card-field__message') as HTMLElement;
}

function find<Element extends HTMLElement = HTMLElement>(id: string): Element {
  return document.getElementById(id) as Element;
}
