import type { en } from './messages-en.ts';

type Source = typeof en;
export type MessageKey = keyof Source;
/** Every language has every message, and a plural wherever English has one. */
export type Messages = {
  [Key in MessageKey]: Source[Key] extends string ? string : { one: string; other: string };
};

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesOf<Key extends MessageKey> = Source[Key] extends { other: infer Text }
  ? Names<Text>
  : Names<Source[Key]>;
type Values<Key extends MessageKey> = { [Name in NamesOf<Key>]: Name extends 'count' ? number : string };
type Rest<Key extends MessageKey> = [NamesOf<Key>] extends [never] ? [] : [values: Values<Key>];

export type Translate = <Key extends MessageKey>(key: Key, ...rest: Rest<Key>) => string;

/**
 * The page's words: `t('bill.pay', { amount })`. The compiler asks for exactly the values that the English text names.
 * The messages are given, so that the browser loads those of one language only.
 */
export function translateWith(language: 'en' | 'es', messages: Messages): Translate {
  const plural = new Intl.PluralRules(language);
  return (key, ...[values]) => {
    const message = messages[key];
    const given: Record<string, string | number> = values ?? {};
    // Both languages have more forms in Intl than the two that are written; "many" (a million) reads as "other".
    const text =
      typeof message === 'string'
        ? message
        : message[plural.select(Number(given.count)) === 'one' ? 'one' : 'other'];
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(given[name]));
  };
}
