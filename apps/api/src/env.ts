import { readSettings, type Settings } from '@kvitt/runtime/read-settings';

/** The settings of this process, or the end of it with a sentence for each thing that is wrong. */
export function readEnv(): Settings {
  const answer = readSettings(process.env);
  if (answer.kind === 'read') return answer.settings;
  for (const problem of answer.problems) console.error(`kvitt api: ${problem}`);
  process.exit(78);
}

/** Where the built portal lies. */
export const PORTAL_DIST = new URL('../../portal/dist/', import.meta.url);

/** Where the built console lies. */
export const CONSOLE_DIST = new URL('../../console/dist/', import.meta.url);
