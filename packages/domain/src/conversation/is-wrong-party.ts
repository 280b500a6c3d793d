import type { FoldedText } from './fold-text.ts';
import { readCore } from './read-core.ts';
import { BY_LANGUAGE } from './words/patterns.ts';

/**
 * Whether a text says that its phone is not our customer's, or that the customer has died. Takes the text as it came as
 * well, because only its capitals tell "I'm not Maria" from "I'm not happy". News of a death that goes on about the
 * writer's own bill is not ours to act on: it stays a question for a person.
 */
export function isWrongParty(raw: string, text: FoldedText): boolean {
  const sentences = text.sentences.map(readCore);
  const isSaid = BY_LANGUAGE.some((language) => {
    const says = (table: 'wrongNumber' | 'ownNumber' | 'died' | 'ownNews') =>
      sentences.some((sentence) => language[table].some.test(sentence));
    return (says('wrongNumber') && !says('ownNumber')) || (says('died') && !says('ownNews'));
  });
  return isSaid || isSomebodyElse(raw);
}

/** What stands before a name that is not the reader's: "This is not Maria", "No soy Juan Ruiz". */
const NOT_NAMED =
  "this is not|this isn['’]?t|i['’]?m not|i am not|i do not know (?:any|who)|i don['’]?t know (?:any|who)|no soy|yo no soy|" +
  'ich bin nicht|hier ist nicht|jag är inte|jag heter inte|(?:jag )?känner ingen|jeg er ikke|jeg heter ikke|(?:jeg )?kjenner ingen';

/** And with "here" behind it: "There is no Maria here", "Det finns ingen Maria här". */
const NOT_HERE = "there is no|there['’]?s no|no|det finns ingen|finns ingen|det er ingen|ingen";

const NAME = "([\\p{L}'’-]+)(?:\\s+([\\p{L}'’-]+))??";

const SOMEBODY_ELSE = new RegExp(
  `(?:^|[.,!?;\\n]\\s*|\\b(?:sorry|hi|and|but)\\s+)(?:(?:${NOT_NAMED})\\s+${NAME}(?:\\s+is)?|` +
    `(?:${NOT_HERE})\\s+${NAME}\\s+(?:here|här|her))(?=[.,!;\\n]|\\s*$)`,
  'giu',
);

function isSomebodyElse(raw: string): boolean {
  return Array.from(raw.matchAll(SOMEBODY_ELSE)).some((match) => {
    const names = match.slice(1).filter((name) => name !== undefined);
    // Where every word has a capital, as in "I'm Not Sure", capitals tell nothing.
    const isTitle = match[0].split(/[^\p{L}'’-]+/u).every((word) => word === '' || /^\p{Lu}/u.test(word));
    return !isTitle && names.every((name) => /^\p{Lu}\p{Ll}+/u.test(name));
  });
}
