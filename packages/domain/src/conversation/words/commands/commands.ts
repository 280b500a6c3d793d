import { ASKING } from './asking.ts';
import { PAYING } from './paying.ts';
import { POSTPONING } from './postponing.ts';
import { SETTINGS } from './settings.ts';

/** Every command with its words in each language. */
export const COMMAND_WORDS = { ...PAYING, ...ASKING, ...POSTPONING, ...SETTINGS };

export type CommandName = keyof typeof COMMAND_WORDS;
