import { KINDS_OF_AGREEMENTS } from './kinds-of-agreements.ts';
import { KINDS_OF_BILLS } from './kinds-of-bills.ts';
import { KINDS_OF_PAYMENTS } from './kinds-of-payments.ts';
import { KINDS_OF_TALK } from './kinds-of-talk.ts';
import type { TextKind, ValuesOf } from './text-kind.ts';

const TABLE = { ...KINDS_OF_BILLS, ...KINDS_OF_AGREEMENTS, ...KINDS_OF_PAYMENTS, ...KINDS_OF_TALK };

export type TemplateName = keyof typeof TABLE;

/**
 * What each text is told. All values are words, ready to read in the text's language: amounts from `formatMoney`, dates
 * from `formatDueDate`, `card` as "Visa ..4242", `link` with https and on the biller's own domain; without it where the
 * customer wants texts without links.
 */
export type TemplateVars<N extends TemplateName> = ValuesOf<(typeof TABLE)[N]['vars']>;

/** Every text that Kvitt can send: what it is to the rules, what it tells a lock screen, what it is told. */
export const TEMPLATE_KINDS: Readonly<Record<TemplateName, TextKind>> = TABLE;

export const TEMPLATE_NAMES = Object.keys(TABLE) as readonly TemplateName[];

/** The wordings of one language in ICU MessageFormat, each without the brand, which `renderTemplate` puts first. */
export type Templates = Readonly<Record<TemplateName, string>>;
