import type { ExitCode } from './exit-codes.ts';

/** What ends a command with a sentence for the operator and without a stack. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
