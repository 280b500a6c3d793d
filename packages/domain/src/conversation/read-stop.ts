import { removePhrases } from './compile-phrases.ts';
import type { FoldedText } from './fold-text.ts';
import { isStopTypo } from './is-stop-typo.ts';
import { isCore, readCore } from './read-core.ts';
import { BY_LANGUAGE, PATTERNS } from './words/patterns.ts';

export type StopReading = 'opt-out' | 'cease' | 'review-hold' | 'continue';

/**
 * Reads whether a text takes back the permission to text: `opt-out`, or `cease` where it wants no contact about the debt
 * by any channel; `review-hold` where a stop word is left over in a longer sentence, so that a person decides; `continue`
 * where it asks us not to stop. Undefined where none of it is said. The strongest reading of any sentence counts, since a
 * revocation may be made "in any reasonable manner" (47 CFR 64.1200(a)(10)).
 */
export function readStop(text: FoldedText): StopReading | undefined {
  const whole = ` ${text.words.join(' ')} `;
  if (isStopAlone(whole)) return 'opt-out';
  const readings = [...text.sentences.map(readSentence), ...readOpening(text)];
  return STRENGTH.find((reading) => readings.includes(reading));
}

const STRENGTH: readonly StopReading[] = ['cease', 'opt-out', 'review-hold', 'continue'];

function isStopAlone(sentence: string): boolean {
  const core = readCore(sentence);
  // "sto p" is a slip of the thumb, and nothing else.
  return isCore(core, 'stopAlone') || isStopTypo(core.trim()) || core.replaceAll(' ', '') === 'stop';
}

/** "STOP, I have paid already": what stands before the first comma is the answer, the rest its reason. */
function readOpening(text: FoldedText): StopReading[] {
  const opening = /^[^,:-]{4,20}(?=[,:]|(?<= )[-\u2013\u2014])/.exec(text.line)?.[0];
  const first = text.words[0];
  return opening !== undefined && first === opening.trim() && OPENINGS.has(first) ? ['opt-out'] : [];
}

/** The stop words that nobody opens a sentence with who means something else. */
const OPENINGS = new Set(['stop', 'stopp', 'unsubscribe', 'optout', 'stopall', 'abmelden', 'sluta', 'slutt']);

function readSentence(sentence: string): StopReading | undefined {
  if (isStopAlone(sentence)) return 'opt-out';
  const core = readCore(sentence);
  const rest = removePhrases(core, PATTERNS.keep);
  const isKept = rest !== core;
  return readRequest(rest) ?? (hasStopWord(rest) ? 'review-hold' : isKept ? 'continue' : undefined);
}

function readRequest(sentence: string): StopReading | undefined {
  const readings = BY_LANGUAGE.map((language) => readRequestIn(sentence, language));
  return STRENGTH.find((reading) => readings.includes(reading));
}

function readRequestIn(sentence: string, words: (typeof BY_LANGUAGE)[number]): StopReading | undefined {
  if (words.noRequests.some.test(sentence)) return undefined;
  if (words.cease.some.test(sentence)) return 'cease';
  const request = words.stopRequests.some.exec(sentence);
  if (!request) return undefined;
  // A request for a time, another channel or another thing is not for us to widen or to drop: a person reads it.
  const isNarrowed = words.narrowed.some.test(` ${sentence.slice(request.index + request[0].length)}`);
  return isNarrowed ? 'review-hold' : 'opt-out';
}

function hasStopWord(sentence: string): boolean {
  return PATTERNS.stopWords.some.test(removePhrases(sentence, PATTERNS.idioms));
}
