import { readSettings, type Settings } from '@kvitt/runtime/read-settings';

/** The settings of this process, or the end of it with a sentence for each thing that is wrong. */
export function readEnv(): Settings {
  const answer = readSettings(process.env);
  if (answer.kind === 'read') return answer.settings;
  for (const problem of answer.problems) console.error(`kvitt worker: ${problem}`);
  process.exit(78);
}
