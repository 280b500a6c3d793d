import { CommandError } from './command-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

/**
 * Runs one command and leaves its exit code behind. The process then ends by itself: `process.exit` would cut off what
 * a pipe has not taken yet.
 */
export async function runCommand(act: () => Promise<ExitCode>): Promise<void> {
  endQuietlyWithReader();
  try {
    process.exitCode = await act();
  } catch (error) {
    process.exitCode = error instanceof CommandError ? error.exitCode : EXIT.bug;
    const words = error instanceof CommandError ? error.message : describeBug(error);
    process.stderr.write(`${words}\n`);
  }
}

/** `| head` closes the pipe when it has read enough; that is the reader's right and no failure. */
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
}

function describeBug(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
