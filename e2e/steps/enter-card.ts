import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** Where the pay step is shown: in a tab, or in the phone-sized frame beside a handset. */
export type PayStep = Page | FrameLocator;

/** Any year to come. */
const EXPIRES = `12/${String(new Date().getFullYear() + 3).slice(-2)}`;

/** The box of one card field, inside the processor's frame. */
export function cardField(step: PayStep, name: 'number' | 'expires' | 'code'): Locator {
  return step.frameLocator(`#card-${name} iframe`).getByRole('textbox');
}

/** Settles when the card fields have come up, as a screen reader is told. */
export async function areFieldsReady(step: PayStep): Promise<void> {
  const told = step.getByText(/^(The card fields are ready|Los campos de la tarjeta están listos)\.$/);
  await expect(told).toBeAttached({ timeout: 15_000 });
}

/** Enters a test card as a person does, number, date and code, once the fields are there. */
export async function enterCard(step: PayStep, number: string, code = '123'): Promise<void> {
  await areFieldsReady(step);
  await cardField(step, 'number').fill(number);
  await cardField(step, 'expires').fill(EXPIRES);
  await cardField(step, 'code').fill(code);
}

/** The one button of the step, which repeats the amount. */
export function payButton(step: PayStep): Locator {
  return step.getByRole('button', { name: /^(Pay|Pagar) / });
}
