/** SIE files are in an old code page: what is not ASCII would become another letter. */
export function quoteForSie(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '?');
  return `"${plain.replaceAll('\\', '').replaceAll('"', '\\"')}"`;
}
