import type { Gateway } from '../state/gateway.ts';
import type { ValidationErrors } from '../wire/collect-errors.ts';
import { messageOf } from '../wire/message-of.ts';
import { group, type Params, text } from '../wire/params.ts';

/** Adds what is wrong with custom fields: names that were not declared, and values above 255 characters. */
export function checkCustomFields(
  gateway: Gateway,
  sent: Params,
  path: string[],
  codes: { invalid: string; tooLong: string },
  errors: ValidationErrors,
): void {
  const { customFields } = gateway.settings;
  for (const [name, value] of Object.entries(group(sent.customFields))) {
    const shown = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const add = (code: string) => errors.add(path, 'customFields', code, `${messageOf(code)}${shown}.`);
    if (customFields && !customFields.includes(name)) add(codes.invalid);
    else if ((text(value)?.length ?? 0) > 255) add(codes.tooLong);
  }
}
