import type { CardFieldsSetup } from '@kvitt/api/portal/bill-views';
import type { Client, HostedFields, HostedFieldsEvent } from 'braintree-web';
import { letPageAnswer } from '../let-page-answer.ts';
import { makeClient } from './make-client.ts';

export type CardFieldKey = 'number' | 'expirationDate' | 'cvv';
export type CardFieldProblem = 'empty' | 'wrong';
export const CARD_FIELD_KEYS: readonly CardFieldKey[] = ['number', 'expirationDate', 'cvv'];

/** Words for one field: what it is called, and what stands in it as long as it is empty. */
export interface CardFieldWords {
  label: string;
  placeholder: string;
}

export interface CardFieldsOptions {
  setup: CardFieldsSetup;
  /** The element of our page that each field's frame goes into. */
  containers: Record<CardFieldKey, HTMLElement>;
  words: Record<CardFieldKey, CardFieldWords>;
  /** A field was left, or became whole: its problem now, or none. */
  onField(key: CardFieldKey, problem: CardFieldProblem | undefined): void;
  /** The brand as far as the digits tell it: the processor's name of it, or `''`. */
  onBrand(brand: string, codeSize: number): void;
  /** Enter was pressed in a field. */
  onSubmit(): void;
}

export interface CardFields {
  /** What is wrong with the fields as they stand now; empty where nothing is. */
  findProblems(): Partial<Record<CardFieldKey, CardFieldProblem>>;
  /**
   * Sends the card to the processor and gives the one-time reference to it; where its bank wants that, after its holder has
   * confirmed the payment there.
   * @param amount as a decimal, for the bank to show
   */
  tokenize(amount: string): Promise<string>;
  focus(key: CardFieldKey): void;
  /** Tells assistive technology inside the field's frame what is wrong with it; `''` takes it back. */
  say(key: CardFieldKey, problem: string): void;
}

/** The frames do not see the page's custom properties: ink and soft ink of tokens.css, for both schemes. */
const INKS = { light: ['#14191b', '#545e63'], dark: ['#eef1ef', '#a5afb3'] } as const;

/**
 * Puts the processor's card fields into the page, under the real library of the vendor in both modes; only the client
 * differs. Rejects where they do not come up: blocked script hosts, no connection, a refused authorization.
 */
export async function openCardFields(options: CardFieldsOptions): Promise<CardFields> {
  const [client, { create }] = await Promise.all([
    makeClient(options.setup),
    import('braintree-web/hosted-fields'),
  ]);
  await letPageAnswer();
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const { fontFamily, fontSize } = getComputedStyle(options.containers.number);
  const font = { 'font-family': fontFamily, 'font-size': fontSize, 'font-variant-numeric': 'tabular-nums' };
  const [ink, softInk] = INKS[scheme.matches ? 'dark' : 'light'];
  const fields = await create({
    client,
    styles: {
      input: { ...font, color: ink },
      '::placeholder': { color: softInk },
      '.on-light': { color: INKS.light[0] },
      '.on-dark': { color: INKS.dark[0] },
    },
    fields: {
      number: describeField(options, 'number'),
      expirationDate: describeField(options, 'expirationDate'),
      cvv: describeField(options, 'cvv'),
    },
  });
  nameHelpers(options);
  listen(fields, options);
  scheme.addEventListener('change', () => recolour(fields, scheme.matches ? 'dark' : 'light'));
  return wrap(fields, options.setup, client);
}

/**
 * Around each frame the library puts boxes that lead the keys of a touch keyboard into it. It hides them from assistive
 * technology, though they take the focus: who got there heard nothing. They say the name of the field that they lead to.
 */
function nameHelpers({ containers, words }: CardFieldsOptions): void {
  for (const key of CARD_FIELD_KEYS) {
    for (const helper of containers[key].querySelectorAll('.focus-intercept')) {
      helper.removeAttribute('aria-hidden');
      helper.setAttribute('aria-label', words[key].label);
    }
  }
}

function describeField({ containers, words }: CardFieldsOptions, key: CardFieldKey) {
  const { label, placeholder } = words[key];
  return { container: containers[key], placeholder, internalLabel: label, iframeTitle: label };
}

function listen(fields: HostedFields, options: CardFieldsOptions): void {
  const report = (event: HostedFieldsEvent, isLeaving: boolean) => {
    const key = CARD_FIELD_KEYS.find((known) => known === event.emittedBy);
    const state = key && event.fields[key];
    if (!key || !state) return;
    // Nobody is told that a field is empty while they may still be on their way to it.
    const isWrong = !state.isEmpty && (isLeaving ? !state.isValid : !state.isPotentiallyValid);
    if (isWrong) options.onField(key, 'wrong');
    else if (state.isValid || isLeaving) options.onField(key, undefined);
  };
  fields.on('blur', (event) => report(event, true));
  fields.on('validityChange', (event) => report(event, false));
  fields.on('inputSubmitRequest', () => options.onSubmit());
  fields.on('cardTypeChange', ({ cards }) => {
    const only = cards.length === 1 ? cards[0] : undefined;
    options.onBrand(only?.type ?? '', only?.code.size ?? 3);
  });
}

function wrap(fields: HostedFields, setup: CardFieldsSetup, client: Client): CardFields {
  const quietly = (attempt: unknown) => void Promise.resolve(attempt).catch(() => undefined);
  return {
    findProblems() {
      const states = fields.getState().fields;
      const problems: Partial<Record<CardFieldKey, CardFieldProblem>> = {};
      for (const key of CARD_FIELD_KEYS) {
        if (states[key].isEmpty) problems[key] = 'empty';
        else if (!states[key].isValid) problems[key] = 'wrong';
      }
      return problems;
    },
    tokenize: async (amount) => {
      const { nonce, details } = await fields.tokenize();
      if (!setup.mustAuthenticate) return nonce;
      const { authenticate } = await import('./authenticate.ts');
      return authenticate({ setup, client, nonce, bin: details.bin, amount });
    },
    focus: (key) => quietly(fields.focus(key)),
    say(field, message) {
      fields.setMessage({ field, message });
      quietly(
        message
          ? fields.setAttribute({ field, attribute: 'aria-invalid', value: true })
          : fields.removeAttribute({ field, attribute: 'aria-invalid' }),
      );
    },
  };
}

/** The reader's light went out while a card was being entered: what is typed stays, and stays readable. */
function recolour(fields: HostedFields, scheme: 'light' | 'dark'): void {
  for (const key of CARD_FIELD_KEYS) {
    void fields.removeClass(key, scheme === 'dark' ? 'on-light' : 'on-dark').catch(() => undefined);
    void fields.addClass(key, `on-${scheme}`).catch(() => undefined);
  }
}
