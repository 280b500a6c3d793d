/** Says something to the operator that is not the answer. */
export function notice(text: string): void {
  process.stderr.write(`${text}\n`);
}
