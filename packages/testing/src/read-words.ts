/** The code of the question in a text: "YES 73" gives "73"; empty where there is none. */
export function codeIn(text: string): string {
  return /(?<!\p{L})(?:YES|S[IÍ]|JA) (\d\d)\b/u.exec(text)?.[1] ?? '';
}

/** The link in a text; empty where there is none. */
export function linkIn(text: string): string {
  return /https?:\/\/\S+/.exec(text)?.[0] ?? '';
}
