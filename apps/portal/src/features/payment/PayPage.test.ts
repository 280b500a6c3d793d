import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, nextTick, type App as VueApp } from 'vue';
import App from '../../App.vue';
import {
  type CardFields,
  type CardFieldsOptions,
  openCardFields,
} from '../../kit/card-fields/open-card-fields.ts';
import { en } from '../../kit/messages-en.ts';
import LiveView from '../../LiveView.vue';
import { samplePage } from '../../testing/sample-pages.ts';

vi.mock('../../kit/card-fields/open-card-fields.ts', async (original) => ({
  ...(await original<object>()),
  openCardFields: vi.fn(),
}));

const open = vi.mocked(openCardFields);
const fields = {
  findProblems: vi.fn<CardFields['findProblems']>(),
  tokenize: vi.fn<CardFields['tokenize']>(),
  focus: vi.fn<CardFields['focus']>(),
  say: vi.fn<CardFields['say']>(),
};
const sent = vi.fn<(values: Record<string, FormDataEntryValue>) => void>();
let app: VueApp | undefined;
let options: CardFieldsOptions | undefined;

const settle = async () => {
  await new Promise((resolve) => setImmediate(resolve));
  await nextTick();
};
const form = () => document.querySelector<HTMLFormElement>('form') as HTMLFormElement;
const button = () => document.querySelector<HTMLButtonElement>('.primary-button') as HTMLButtonElement;
/** The style sheet then shows the way out in place of the form. */
const isStuck = () => document.documentElement.classList.contains('is-stuck');
const press = () => form().dispatchEvent(new Event('submit', { cancelable: true }));

async function openPage(changes: Parameters<typeof samplePage>[1] = {}): Promise<void> {
  document.body.innerHTML = '<div id="app"></div>';
  app = createApp(App, { page: samplePage('pay', changes), messages: en, body: LiveView });
  app.mount('#app');
  await settle();
}

describe('the pay step', () => {
  beforeEach(() => {
    fields.findProblems.mockReturnValue({});
    fields.tokenize.mockResolvedValue('nonce-from-the-fields');
    open.mockImplementation(async (given) => {
      options = given;
      return fields;
    });
    vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (this: HTMLFormElement) {
      sent(Object.fromEntries(new FormData(this)));
    });
  });
  afterEach(() => {
    app?.unmount();
    document.documentElement.classList.remove('is-stuck');
    vi.restoreAllMocks();
    for (const mock of [...Object.values(fields), sent, open]) mock.mockReset();
  });

  it('takes no press before the card fields are up, and repeats the amount on the button', async () => {
    open.mockReturnValue(new Promise(() => undefined));
    await openPage();
    expect(button().disabled).toBe(true);
    expect(button().textContent).toBe('Pay $84.20');
    press();
    await settle();
    expect(sent).not.toHaveBeenCalled();
  });

  it('turns the card into a one-time reference and sends the form as plain HTML', async () => {
    await openPage();
    expect(button().disabled).toBe(false);
    expect(isStuck()).toBe(false);
    press();
    await settle();
    expect(sent.mock.calls).toEqual([
      [
        {
          paymentId: 'pay_1',
          statedMinor: '8420',
          parts: expect.stringMatching(/:8420$/),
          nonce: 'nonce-from-the-fields',
        },
      ],
    ]);
  });

  it('sends once however often it is pressed, says that it works, and keeps the focus on the button', async () => {
    await openPage();
    press();
    press();
    await nextTick();
    expect(button().getAttribute('aria-disabled')).toBe('true');
    expect(button().textContent).toContain('Paying $84.20');
    expect(button().disabled).toBe(false);
    expect(document.querySelector('form [role=status]')?.textContent).toContain('Keep this page open');
    press();
    await settle();
    press();
    await settle();
    expect(fields.tokenize).toHaveBeenCalledTimes(1);
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('says what is wrong beside each field, in its frame too, and moves to the first', async () => {
    fields.findProblems.mockReturnValue({ expirationDate: 'wrong', cvv: 'empty' });
    await openPage();
    press();
    await settle();
    const messages = [...document.querySelectorAll('.card-field__message')].map((line) => line.textContent);
    expect(messages).toEqual(['', en['expires.wrong'], en['code.empty']]);
    expect(fields.focus.mock.calls).toEqual([['expirationDate']]);
    expect(fields.say).toHaveBeenCalledWith('cvv', en['code.empty']);
    expect(fields.tokenize).not.toHaveBeenCalled();
  });

  it('takes an error back when the field is mended', async () => {
    await openPage();
    options?.onField('number', 'wrong');
    await nextTick();
    expect(document.body.textContent).toContain(en['number.wrong']);
    options?.onField('number', undefined);
    await nextTick();
    expect(document.body.textContent).not.toContain(en['number.wrong']);
    expect(fields.say).toHaveBeenLastCalledWith('number', '');
  });

  it.each([
    ['HOSTED_FIELDS_TOKENIZATION_NETWORK_ERROR', 'token.network'],
    ['HOSTED_FIELDS_FAILED_TOKENIZATION', 'token.failed'],
  ] as const)('says after %s that nothing was charged, and can be pressed again', async (code, title) => {
    fields.tokenize.mockRejectedValueOnce({ code });
    await openPage();
    press();
    await settle();
    const alert = document.querySelector('form [role=alert]');
    expect(alert?.textContent).toContain(en[title]);
    expect(alert?.textContent).toContain('Nothing was charged');
    press();
    await settle();
    expect(sent).toHaveBeenCalledTimes(1);
    expect(document.querySelector('form [role=alert]')?.textContent).toBe('');
  });

  it('shows another way where the card fields do not come up', async () => {
    open.mockRejectedValue(new Error('blocked'));
    await openPage();
    expect(isStuck()).toBe(true);
    expect(document.querySelector('.pay__stuck[role=alert]')?.textContent).toContain(en['pay.unavailable']);
    press();
    await settle();
    expect(sent).not.toHaveBeenCalled();
    expect(document.querySelector('.pay__again a')?.getAttribute('href')).toBe('/k7F2mQ9x/pay');
  });

  it('brings no stand-in fields up outside of the sandbox', async () => {
    await openPage({ isSandbox: false });
    expect(open).not.toHaveBeenCalled();
    expect(isStuck()).toBe(true);
  });

  it('shows the brand while the number is typed, and where its code stands', async () => {
    await openPage();
    options?.onBrand('american-express', 4);
    await nextTick();
    expect(document.querySelector('.card-brand--american-express')).not.toBeNull();
    expect(document.body.textContent).toContain(en['pay.code-where-front']);
  });

  it('pays when Enter is pressed in a field', async () => {
    await openPage();
    options?.onSubmit();
    await settle();
    expect(sent).toHaveBeenCalledTimes(1);
  });
});
