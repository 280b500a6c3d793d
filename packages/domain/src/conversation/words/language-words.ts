import type { WordSets } from '../compile-phrases.ts';

/**
 * The words of one language that are not commands, in the phrases of `compile-phrases`. A new language is a new table of this shape.
 * Every table is tried on every text, whatever the customer's language is.
 */
export interface LanguageWords {
  /** Sets that the phrases below name. */
  sets: WordSets;
  /** Words around a command that change nothing: greetings, please, thanks. */
  polite: readonly string[];

  /** Revocations where they are the whole sentence (47 CFR 64.1200(a)(10) names the English ones). */
  stopAlone: readonly string[];
  /** Wordings that a reasonable person reads as "no more texts", wherever they stand in a sentence. */
  stopRequests: readonly string[];
  /** What makes such a wording no request: a question about the past, somebody else's doing. */
  noRequests: readonly string[];
  /** What narrows such a wording to a time, another channel or another thing: then a person decides. */
  narrowed: readonly string[];
  /** No contact about the debt at all, by any channel. */
  cease: readonly string[];
  /** "Do not stop": the opposite of a revocation. */
  keep: readonly string[];
  /** Uses of a stop word that have nothing to do with stopping ("bus stop", "end of the month"). */
  idioms: readonly string[];
  /** Words that, left over in a longer sentence, call for a person. */
  stopWords: readonly string[];

  /** The number is not our customer's. */
  wrongNumber: readonly string[];
  /** What makes such a wording the customer's own correction ("I gave you the wrong number"). */
  ownNumber: readonly string[];
  /** The customer has died. */
  died: readonly string[];
  /** What makes of a death the customer's own news ("my mother passed away, can I pay later?"). */
  ownNews: readonly string[];
}
