import type { CardFieldsSetup } from '@kvitt/api/portal/bill-views';
import { onMounted, type Ref, reactive, ref } from 'vue';
import {
  CARD_FIELD_KEYS,
  type CardFieldKey,
  type CardFieldProblem,
  type CardFields,
  type CardFieldWords,
  openCardFields,
} from '../../kit/card-fields/open-card-fields.ts';
import { readTokenizeError } from '../../kit/card-fields/read-tokenize-error.ts';

/** A slow phone on a slow network gets the fields in a few seconds; who waits longer is told what else to do. */
const GIVE_UP_AFTER_MS = 25_000;

export interface PayForm {
  state: Ref<'loading' | 'ready' | 'working' | 'unavailable'>;
  problems: Partial<Record<CardFieldKey, CardFieldProblem>>;
  trouble: Ref<'network' | 'failed' | 'unconfirmed' | undefined>;
  brand: Ref<string>;
  codeSize: Ref<number>;
  submit(): Promise<void>;
  /** A wallet has allowed the payment: sends its reference, with nothing that is about a card. */
  submitNonce(nonce: string): void;
}

export interface PayFormOptions {
  setup: CardFieldsSetup;
  /** What is paid, as a decimal. */
  amount: string;
  isSandbox: boolean;
  form: Ref<HTMLFormElement | null>;
  nonce: Ref<HTMLInputElement | null>;
  findContainer(key: CardFieldKey): HTMLElement;
  words: Record<CardFieldKey, CardFieldWords>;
  /** The sentence for a problem of a field. */
  explain(key: CardFieldKey, problem: CardFieldProblem): string;
}

/**
 * The pay step's form: brings the card fields up, says what is wrong beside each, and sends the form as plain HTML once
 * the card has become a one-time reference. Presses while it works do nothing, and the form's own payment id makes
 * even two that got through one payment.
 */
export function usePayForm(options: PayFormOptions): PayForm {
  const state: PayForm['state'] = ref('loading');
  const problems: PayForm['problems'] = reactive({});
  const trouble: PayForm['trouble'] = ref();
  const brand = ref('');
  const codeSize = ref(3);
  let fields: CardFields | undefined;

  const mark = (key: CardFieldKey, problem: CardFieldProblem | undefined) => {
    if (problems[key] === problem) return;
    if (problem) problems[key] = problem;
    else delete problems[key];
    fields?.say(key, problem ? options.explain(key, problem) : '');
  };
  const markAll = (found: PayForm['problems']) => {
    for (const key of CARD_FIELD_KEYS) mark(key, found[key]);
    const first = CARD_FIELD_KEYS.find((key) => found[key]);
    if (first) fields?.focus(first);
    return first !== undefined;
  };

  async function submit(): Promise<void> {
    if (state.value !== 'ready' || !fields || !options.form.value || !options.nonce.value) return;
    trouble.value = undefined;
    if (markAll(fields.findProblems())) return;
    state.value = 'working';
    try {
      options.nonce.value.value = await fields.tokenize(options.amount);
    } catch (error) {
      const { fields: found, general } = readTokenizeError(error);
      state.value = 'ready';
      trouble.value = general;
      markAll(found);
      return;
    }
    options.form.value.submit();
  }

  function submitNonce(nonce: string): void {
    const form = options.form.value;
    if (state.value === 'working' || !form || !options.nonce.value) return;
    state.value = 'working';
    options.nonce.value.value = nonce;
    leaveCardOut(form);
    form.submit();
  }

  onMounted(async () => {
    // Back from the next page with this one still in memory: its reference to the card is spent.
    addEventListener('pageshow', (event) => event.persisted && location.reload());
    try {
      fields = await bringUp(options, {
        onField: mark,
        onBrand: (name, size) => {
          brand.value = name;
          codeSize.value = size;
        },
        onSubmit: () => void submit(),
      });
      state.value = 'ready';
    } catch {
      state.value = 'unavailable';
      document.documentElement.classList.add('is-stuck');
    }
  });

  return { state, problems, trouble, brand, codeSize, submit, submitNonce };
}

/** Its holder has confirmed it in the wallet, and a wallet is not kept. */
function leaveCardOut(form: HTMLFormElement): void {
  for (const name of ['authenticated', 'keepCard']) {
    form.querySelector(`[name="${name}"]`)?.setAttribute('disabled', '');
  }
}

type Listeners = Pick<Parameters<typeof openCardFields>[0], 'onField' | 'onBrand' | 'onSubmit'>;

function bringUp(options: PayFormOptions, listeners: Listeners): Promise<CardFields> {
  const { setup, isSandbox, words, findContainer } = options;
  // Fields that stand in for the processor's must never meet a real card, whatever the server was told.
  if (setup.mode === 'local-emulator' && !isSandbox)
    return Promise.reject(new Error('emulator outside the sandbox'));
  const containers = {
    number: findContainer('number'),
    expirationDate: findContainer('expirationDate'),
    cvv: findContainer('cvv'),
  };
  const giveUp = new Promise<never>((_, reject) => setTimeout(reject, GIVE_UP_AFTER_MS));
  return Promise.race([openCardFields({ setup, containers, words, ...listeners }), giveUp]);
}
