import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from '../../entry-server.ts';
import {
  type CardFields,
  type CardFieldsOptions,
  openCardFields,
} from '../../kit/card-fields/open-card-fields.ts';
import { en } from '../../kit/messages-en.ts';
import { samplePage } from '../../testing/sample-pages.ts';
import { startPay } from './start-pay.ts';

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
let options: CardFieldsOptions | undefined;
let started: Promise<void>;

const settle = () => new Promise((resolve) => setImmediate(resolve));
const form = () => document.querySelector<HTMLFormElement>('form') as HTMLFormElement;
const button = () => document.querySelector<HTMLButtonElement>('.primary-button') as HTMLButtonElement;
const press = () => form().dispatchEvent(new Event('submit', { cancelable: true }));
/** What stands below each field. */
const below = () =>
  [...document.querySelectorAll<HTMLElement>('.card-field__message > span')]
    .filter(({ hidden }) => !hidden)
    .map(({ textContent }) => textContent);
const troubles = () =>
  [...document.querySelectorAll<HTMLElement>('form [role=alert] > *')].filter(({ hidden }) => !hidden);

/** The page as the server writes it, and its script. */
async function openPage(changes: Parameters<typeof samplePage>[1] = {}): Promise<void> {
  const page = samplePage('pay', changes);
  const { html } = await render(page, { nonce: 'n' });
  document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
  if (page.view.kind !== 'pay') throw new Error('not the pay step');
  started = startPay(page, page.view.pay);
  started.catch(() => undefined);
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
    vi.restoreAllMocks();
    for (const mock of [...Object.values(fields), sent, open]) mock.mockReset();
  });

  it('takes no press before the card fields are up, and repeats the amount on the button', async () => {
    open.mockReturnValue(new Promise(() => undefined));
    await openPage();
    expect(button().disabled).toBe(true);
    expect(button().querySelector('.primary-button__resting')?.textContent).toBe('Pay $84.20');
    press();
    await settle();
    expect(sent).not.toHaveBeenCalled();
  });

  it('turns the card into a one-time reference and sends the form as plain HTML', async () => {
    await openPage();
    expect(button().disabled).toBe(false);
    expect(button().hasAttribute('aria-disabled')).toBe(false);
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
    expect(button().getAttribute('aria-disabled')).toBe('true');
    expect(button().querySelector('.primary-button__working')?.textContent).toContain('Paying $84.20');
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
    expect(below()).toEqual(['', en['expires.wrong'], en['code.empty']]);
    expect(document.querySelectorAll('.card-field--wrong')).toHaveLength(2);
    expect(fields.focus.mock.calls).toEqual([['expirationDate']]);
    expect(fields.say).toHaveBeenCalledWith('cvv', en['code.empty']);
    expect(fields.tokenize).not.toHaveBeenCalled();
  });

  it('takes an error back when the field is mended', async () => {
    await openPage();
    options?.onField('number', 'wrong');
    expect(below()).toContain(en['number.wrong']);
    options?.onField('number', undefined);
    expect(below()).not.toContain(en['number.wrong']);
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
    expect(troubles().map(({ textContent }) => textContent)).toEqual([expect.stringContaining(en[title])]);
    expect(troubles()[0]?.textContent).toContain('Nothing was charged');
    press();
    await settle();
    expect(sent).toHaveBeenCalledTimes(1);
    expect(troubles()).toEqual([]);
  });

  it('leaves where the card fields do not come up, for the document to show another way', async () => {
    open.mockRejectedValue(new Error('blocked'));
    await openPage();
    await expect(started).rejects.toThrow('blocked');
    expect(document.querySelector('.pay__stuck[role=alert]')?.textContent).toContain(en['pay.unavailable']);
    press();
    await settle();
    expect(sent).not.toHaveBeenCalled();
    expect(document.querySelector('.pay__again a')?.getAttribute('href')).toBe('/k7F2mQ9x/pay');
  });

  it('brings no stand-in fields up outside of the sandbox', async () => {
    await openPage({ isSandbox: false });
    await expect(started).rejects.toThrow('emulator');
    expect(open).not.toHaveBeenCalled();
  });

  it('shows the brand while the number is typed, and where its code stands', async () => {
    await openPage();
    options?.onBrand('american-express', 4);
    const shown = [...document.querySelectorAll('.card-brand')].filter(
      (mark) => !mark.hasAttribute('hidden'),
    );
    expect(shown.map((mark) => mark.classList.contains('card-brand--american-express'))).toEqual([true]);
    expect(below()).toContain(en['pay.code-where-front']);
  });

  it('pays when Enter is pressed in a field', async () => {
    await openPage();
    options?.onSubmit();
    await settle();
    expect(sent).toHaveBeenCalledTimes(1);
  });
});
