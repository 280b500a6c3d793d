import type { FoldedText } from './fold-text.ts';
import { BY_LANGUAGE } from './words/patterns.ts';

/**
 * Whether a text says that its phone is not our customer's, or that the customer has died. Takes the text as it came as
 * well, because only its capitals tell "I'm not Maria" from "I'm not happy". News of a death that goes on about the
 * writer's own bill is not ours to act on: it stays a question for a person.
 */
export function isWrongParty(raw: string, text: FoldedText): boolean {
  const isSaid = BY_LANGUAGE.some((language) => {
    const says = (table: 'wrongNumber' | 'ownNumber' | 'died' | 'ownNews') =>
      text.sentences.some((sentence) => language[table].some.test(sentence));
    return (says('wrongNumber') && !says('ownNumber')) || (says('died') && !says('ownNews'));
  });
  return isSaid || isSomebodyElse(raw);
}

/** "This is not Maria", "No soy Juan Ruiz": a name follows, and nothing else. */
const NOT_NAMED =
  /(?:^|[.,!;\n]\s*)(?:sorry,?\s+|hi,?\s+|no,?\s+)?(?:this is not|this is ?n[o'’]?t|i['’]?m not|i am not|no soy|ich bin nicht|hier ist nicht|jag är inte|jag heter inte|jeg er ikke|jeg heter ikke|det er ikke|det är inte)\s+([\p{L}'-]+)(?:\s+([\p{L}'-]+))?(?=[.,!;\n]|\s*$)/giu;

function isSomebodyElse(raw: string): boolean {
  // In a text of capitals every word looks like a name.
  if (raw === raw.toUpperCase()) return false;
  return Array.from(raw.matchAll(NOT_NAMED)).some((match) =>
    match.slice(1).every((word) => word === undefined || /^\p{Lu}\p{Ll}+$/u.test(word)),
  );
}
