import type { CallChoice, CallScript } from './call-script.ts';
import { CALL_WORDS } from './call-words.ts';

const LATER: CallChoice = { label: 'later', ends: 'call-back', reason: 'no-time' };

/** An answer to a doubt leads back to the offer's yes, or to the reason of the no. */
const AFTER_DOUBT: readonly CallChoice[] = [
  { label: 'yes', next: 'phone' },
  { label: 'no', next: 'why-not' },
];

/**
 * The script that every biller begins with. Phone and language come before the wording: what is agreed to names "this
 * number", and is heard in the language that the texts will have.
 */
export const DEFAULT_SCRIPT: CallScript = {
  key: 'enroll',
  version: 3,
  first: 'intro',
  words: CALL_WORDS,
  steps: [
    {
      id: 'intro',
      part: 'verify',
      leastMs: 2_000,
      choices: [
        { label: 'yes', next: 'verify' },
        { label: 'wrong-person', ends: 'declined', reason: 'wrong-person' },
        LATER,
      ],
    },
    {
      id: 'verify',
      part: 'verify',
      leastMs: 2_000,
      choices: [
        { label: 'matches', next: 'offer' },
        { label: 'does-not-match', ends: 'declined', reason: 'not-verified' },
      ],
    },
    {
      id: 'offer',
      part: 'offer',
      leastMs: 3_000,
      choices: [
        { label: 'yes', next: 'phone' },
        { label: 'doubt-cost', next: 'doubt-cost' },
        { label: 'doubt-safety', next: 'doubt-safety' },
        { label: 'no', next: 'why-not' },
      ],
    },
    {
      id: 'doubt-cost',
      part: 'offer',
      isObjection: true,
      isOptional: true,
      leastMs: 2_000,
      choices: AFTER_DOUBT,
    },
    {
      id: 'doubt-safety',
      part: 'offer',
      isObjection: true,
      isOptional: true,
      leastMs: 2_000,
      choices: AFTER_DOUBT,
    },
    {
      id: 'why-not',
      part: 'offer',
      leastMs: 1_000,
      choices: [
        { label: 'prefers-paper', ends: 'declined', reason: 'prefers-paper' },
        { label: 'costs', ends: 'declined', reason: 'costs' },
        { label: 'distrust', ends: 'declined', reason: 'distrust' },
        { label: 'other', ends: 'declined', reason: 'other' },
      ],
    },
    {
      id: 'phone',
      part: 'consent',
      leastMs: 2_000,
      choices: [
        { label: 'this-phone', next: 'language' },
        { label: 'no-mobile', ends: 'declined', reason: 'no-mobile' },
        LATER,
      ],
    },
    {
      id: 'language',
      part: 'consent',
      leastMs: 1_000,
      choices: [
        { label: 'this-language', next: 'consent' },
        { label: 'english', next: 'consent', effect: { kind: 'speak', language: 'en' } },
        { label: 'spanish', next: 'consent', effect: { kind: 'speak', language: 'es' } },
        { label: 'another', next: 'other-language' },
      ],
    },
    {
      id: 'other-language',
      part: 'consent',
      leastMs: 0,
      choices: [
        { label: 'german', next: 'consent', effect: { kind: 'speak', language: 'de' } },
        { label: 'swedish', next: 'consent', effect: { kind: 'speak', language: 'sv' } },
        { label: 'norwegian', next: 'consent', effect: { kind: 'speak', language: 'nb' } },
      ],
    },
    {
      id: 'consent',
      part: 'consent',
      wording: 'bills-aloud',
      leastMs: 6_000,
      choices: [
        { label: 'agrees', next: 'paperless', effect: { kind: 'ask-handset' } },
        { label: 'doubt-stop', next: 'doubt-stop' },
        { label: 'no', next: 'why-not' },
      ],
    },
    {
      id: 'doubt-stop',
      part: 'consent',
      isObjection: true,
      leastMs: 2_000,
      // Back to the wording: an agreement counts only after it was read.
      choices: [
        { label: 'read-again', next: 'consent' },
        { label: 'no', next: 'why-not' },
      ],
    },
    {
      id: 'paperless',
      part: 'paperless',
      isOptional: true,
      wording: 'paperless-aloud',
      leastMs: 4_000,
      choices: [
        { label: 'yes', next: 'autopay', effect: { kind: 'note-paperless' } },
        { label: 'keep-paper', next: 'autopay' },
      ],
    },
    {
      id: 'autopay',
      part: 'autopay',
      isOptional: true,
      wording: 'autopay-aloud',
      leastMs: 4_000,
      choices: [
        { label: 'yes', next: 'card', effect: { kind: 'note-autopay' } },
        { label: 'pays-themselves', next: 'card' },
      ],
    },
    {
      id: 'card',
      part: 'card',
      leastMs: 2_000,
      choices: [
        { label: 'text-link', next: 'close', effect: { kind: 'text-card-link' } },
        { label: 'not-now', next: 'close' },
      ],
    },
    { id: 'close', part: 'close', leastMs: 1_000, choices: [{ label: 'finish', ends: 'pending' }] },
  ],
};
