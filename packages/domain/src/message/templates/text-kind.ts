/**
 * What a text is to the rules on consent and hours. `reply` answers the customer's own text · `receipt`
 * follows their own payment · `info` is about a bill or the account and comes unasked · `past_due` says that something is
 * late · `optin` asks for consent, once · `marketing` is about anything else.
 */
export type TextCategory = 'reply' | 'receipt' | 'info' | 'past_due' | 'optin' | 'marketing';

/**
 * How much a text tells whoever sees the phone's lock screen. `L0` that there is a message about an account · `L1` also
 * first name, due date and the amount of the current bill · `L2` also that something is past due. Full names, addresses,
 * whole account numbers and card numbers are in no text at all, so there is no fourth.
 */
export type LockScreenLevel = 'L0' | 'L1' | 'L2';

/**
 * `words` ready to read · `optional` words that may be missing, `none` in a text's `select` · `flag` `yes` or `no` ·
 * `count` a number · a list: one of these, a hyphen in them written `_` in a text's `select`.
 */
export type VarKind = 'words' | 'optional' | 'flag' | 'count' | readonly string[];

export interface TextKind<V extends Record<string, VarKind> = Record<string, VarKind>> {
  category: TextCategory;
  level: LockScreenLevel;
  vars: V;
  /** What a biller's own wording must say as well: a reminder without its terms does not save. */
  needs: readonly string[];
}

/** One line of the table of texts. `needs` are variables that every wording of the text has to use. */
export function kind<const V extends Record<string, VarKind>>(
  category: TextCategory,
  level: LockScreenLevel,
  vars: V,
  needs: readonly (keyof V & string)[] = [],
): TextKind<V> {
  return { category, level, vars, needs };
}

type ValueOf<K extends VarKind> = K extends 'flag'
  ? boolean
  : K extends 'count'
    ? number
    : K extends readonly (infer Choice)[]
      ? Choice
      : string;

/** What a text with these variables is told. The brand goes with every text: it is its first word (CTIA 5.1). */
export type ValuesOf<V extends Record<string, VarKind>> = { brand: string } & {
  -readonly [K in keyof V as V[K] extends 'optional' ? never : K]: ValueOf<V[K]>;
} & { -readonly [K in keyof V as V[K] extends 'optional' ? K : never]?: string };
