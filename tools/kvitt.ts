import { CommanderError } from 'commander';
import { EXIT } from './kvitt/exit-codes.ts';
import { makeProgram } from './kvitt/make-program.ts';

try {
  await makeProgram().parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has said what is wrong, or printed the help that was asked for.
  process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
}
