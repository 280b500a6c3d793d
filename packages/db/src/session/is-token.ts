/** A token as it was made: 16 letters of base 58. Anything else is not looked up. */
const TOKEN = /^[1-9A-HJ-NP-Za-km-z]{16}$/;

/** Whether this could be a link's token at all; what could not is neither looked up nor counted as a try. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}
