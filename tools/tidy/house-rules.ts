// The numbers, the words and the exceptions of the house rules. The checks beside this file hold no data.

/** A screen and a half; more than this and a file has two reasons to change. */
export const maxFileLines = 250;
/** One screen. */
export const maxFunctionLines = 70;

/** Files that are longer than allowed, with the length they must not pass. A number may only go down. */
export const longFiles: Record<string, number> = {};

/** Functions that are longer than allowed, by file and name. A number may only go down. */
export const longFunctions: Record<string, number> = {};

/** Data and history rather than code: their length says nothing. */
export const lengthExempt = ['packages/db/src/migrations/', 'tools/tidy/guards.test.ts'];

/** What does not get into a file, and why. */
export const bannedWords: { pattern: RegExp; why: string }[] = [
  { pattern: /\b(TODO|FIXME|XXX|HACK)\b/, why: 'finish it, or write it down where work is planned' },
  { pattern: /\bas any\b(?! [a-z])|<any>|: any\b/, why: 'name the type; `unknown` where it is not known' },
  { pattern: /@ts-(ignore|nocheck|expect-error)/, why: 'the compiler is right until shown otherwise' },
  { pattern: /eslint-disable|prettier-ignore|istanbul ignore|c8 ignore/, why: 'no such tool is in use' },
  {
    pattern: /\b(Claude|Anthropic|ChatGPT|OpenAI|Copilot|AI-generated)\b/i,
    why: 'the project speaks of itself alone',
  },
  {
    pattern: /\b(REV|CNT|CON|DOI|EFT|RTY|FEE|ESG)-\d{2}\b|\([ACPMBDLO]\d{2}(, [ACPMBDLO]\d{2})*\)/,
    why: 'a number of a list that a reader does not have; say the rule, or name its law',
  },
  { pattern: /\blorem ipsum\b/i, why: 'write what a customer would read' },
  { pattern: /\bnot implemented\b/i, why: 'implement it, or leave it out' },
];

/** What gives away the machine that a file was written on. */
export const strayPlaces: { pattern: RegExp; why: string }[] = [
  { pattern: /(^|[\s'"`(=])\/(root|work|home|Users)\/[\w.]/, why: 'a path of one machine' },
  { pattern: /[A-Z]:\\\\?Users\\/, why: 'a path of one machine' },
  { pattern: /"resolved": "https?:/, why: 'a lock file names no registry; the user has their own' },
  {
    pattern: /\b(registry\.npmjs\.org|registry\.yarnpkg\.com|npm\.pkg\.github\.com)\b/,
    why: 'a registry host',
  },
  { pattern: /https?:\/\/[\w.-]*(artifactory|verdaccio|nexus|jfrog|npm-?mirror)/i, why: 'a registry host' },
];

/** Files that must hold these words to do their work. */
export const wordsExempt = ['tools/tidy/'];

/** A file named after a role collects whatever has no other home. */
export const roleNames =
  /^(.*-)?(service|manager|utils?|helpers?|common|misc|types|schema|queries|index)\.(ts|vue)$/;

/** Decisions are pure: what they would need of these is an argument. */
export const impureNames = [
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'console',
  'performance',
  'crypto',
  'globalThis',
];
export const impureCalls = ['Date.now', 'Math.random', 'Temporal.Now'];

/** Who may read the environment; everyone else is told. */
export const environmentReaders = [
  /^apps\/[^/]+\/src\/env\.ts$/,
  /^apps\/[^/]+\/(build|vite\.config|vitest\.config)\.ts$/,
  /^tools\//,
  /^e2e\//,
  /^packages\/testing\//,
];

/** The functions that open a transaction; what is called within their callback must not reach a vendor. */
export const transactionOpeners = ['inTransaction', 'transactional'];
/** The ports of the vendors in a flow's context, and the file that says which calls leave the machine. */
export const vendorPorts: Record<string, string> = {
  sms: 'packages/sms/src/sms-port.ts',
  payments: 'packages/payments/src/payments-port.ts',
  push: 'packages/push/src/push-port.ts',
};

/** Where a file is an act and holds the function it is named after. */
export const actFolders = ['packages/domain/src/', 'packages/flows/src/'];
/** Files that hold the small functions of one noun without a type or a table of the same name. */
export const nounFiles: string[] = [
  'packages/domain/src/locale/calendar-day.ts',
  'packages/domain/src/payment/timetable.ts',
  'packages/domain/src/message/templates/icu-parts.ts',
];
