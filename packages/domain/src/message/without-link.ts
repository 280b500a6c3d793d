const LINK = '{link}';

/**
 * A text without the place for its link and without the words that lead there ("See it: "), for who wants no links. A text
 * that is nothing but its link is given as it is.
 */
export function withoutLink(body: string): string {
  const at = body.indexOf(LINK);
  if (at < 0) return body;
  const before = body.slice(0, at);
  const ends = Array.from(before.matchAll(/[.?!] /g), ({ index }) => index + 1);
  const end = ends.at(-1);
  if (end === undefined) return body;
  return `${before.slice(0, end)}${body.slice(at + LINK.length)}`.trim();
}
