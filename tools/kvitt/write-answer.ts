import { once } from 'node:events';

/** Writes to standard output, which carries a command's answer and nothing else, at the pace of its reader. */
export async function writeAnswer(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
