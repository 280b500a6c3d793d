import type { CardFieldsSetup } from '@kvitt/api/portal/bill-views';
import { makeClient } from '../../kit/card-fields/make-client.ts';

/** What the processor's library takes; its published types ask for more than it does. */
interface BankLibrary {
  tokenize(order: { bankDetails: object; mandateText: string }): Promise<{ nonce: string }>;
}

/**
 * Checks the fields of the bank account as the page has them, says what is wrong beside each, and has the processor turn them into
 * a one-time reference, with the words that are agreed to.
 * @returns the reference; undefined where something is wrong
 */
export async function readBank(setup: CardFieldsSetup): Promise<string | undefined> {
  const wrong = [...document.querySelectorAll<HTMLInputElement>('.bank-field')].filter(check);
  const agree = document.querySelector<HTMLInputElement>('input[name="agree"]');
  const isAgreed = agree?.checked === true;
  const problem = document.getElementById('agree-problem');
  if (problem) problem.hidden = isAgreed;
  if (wrong.length > 0 || !isAgreed) {
    (wrong[0] ?? agree)?.focus();
    return undefined;
  }
  const [client, { create }] = await Promise.all([
    makeClient(setup),
    import('braintree-web/us-bank-account'),
  ]);
  const library = (await create({ client })) as unknown as BankLibrary;
  const { nonce } = await library.tokenize({
    bankDetails: {
      routingNumber: digits('bank-routing'),
      accountNumber: digits('bank-account'),
      accountType: textOf('bank-type'),
      ownershipType: 'personal',
      firstName: textOf('bank-first'),
      lastName: textOf('bank-last'),
      billingAddress: {
        streetAddress: textOf('bank-street'),
        locality: textOf('bank-city'),
        region: textOf('bank-state').toUpperCase(),
        postalCode: textOf('bank-zip'),
      },
    },
    mandateText: document.getElementById('bank-words')?.textContent?.trim() ?? '',
  });
  return nonce;
}

/** True where the field is wrong, which is then said below it. */
function check(field: HTMLInputElement): boolean {
  field.value = field.value.trim();
  if (field.inputMode === 'numeric') field.value = field.value.replace(/\s+/g, '');
  const isWrong = !field.validity.valid;
  const below = document.getElementById(`${field.id}-problem`);
  const words = field.value === '' ? below?.dataset.empty : below?.dataset.wrong;
  if (below) below.textContent = isWrong ? (words ?? '') : '';
  field.setAttribute('aria-invalid', String(isWrong));
  return isWrong;
}

function textOf(id: string): string {
  return (document.getElementById(id) as HTMLInputElement | HTMLSelectElement).value.trim();
}

function digits(id: string): string {
  return textOf(id).replace(/\D/g, '');
}
