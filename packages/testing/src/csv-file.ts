/** A file of CSV lines, as an import takes it. */
export function csvFile(lines: readonly string[], name = 'test.csv') {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`${lines.join('\n')}\n`);
  }
  return { name, chunks: chunks() };
}
