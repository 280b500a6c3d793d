import { validationMessages } from './validation-messages.ts';

/** The vendor's English sentence for one of its validation codes. */
export function messageOf(code: string): string {
  return validationMessages[code] ?? `Validation error ${code}.`;
}
