/**
 * Why a wording does not save. `UNREADABLE` no ICU MessageFormat · `NOT_SUPPORTED` ICU that texts do not use (numbers and
 * dates are words already) · `UNKNOWN_VARIABLE` this text is not told that · `UNGUARDED` what may be missing, or is no word,
 * stands outside a `select` · `MISSING_PART` what every wording must say · `OPT_OUT_MISSING` ·
 * `LINK_NOT_LAST` words after the link stick to it · `MIXED_CONTENT` advertising makes the whole text advertising ·
 * `PUBLIC_SHORTENER`, `FOREIGN_LINK` carriers want the sender's own domain · `PHISHING_LIKENESS` ·
 * `THREAT` · `RAISED_VOICE` an exclamation mark · `TOO_LONG` more parts than allowed.
 */
export type LintCode =
  | 'UNREADABLE'
  | 'NOT_SUPPORTED'
  | 'UNKNOWN_VARIABLE'
  | 'UNGUARDED'
  | 'MISSING_PART'
  | 'OPT_OUT_MISSING'
  | 'LINK_NOT_LAST'
  | 'MIXED_CONTENT'
  | 'PUBLIC_SHORTENER'
  | 'FOREIGN_LINK'
  | 'PHISHING_LIKENESS'
  | 'THREAT'
  | 'RAISED_VOICE'
  | 'TOO_LONG';

export interface LintFinding {
  code: LintCode;
  /** Where in the wording it stands, in UTF-16 units from its beginning, and how much of it. */
  at: number;
  length: number;
  /** What is wrong, in words. */
  detail: string;
}
