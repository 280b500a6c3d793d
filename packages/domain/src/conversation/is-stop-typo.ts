/**
 * Whether a word that is a whole message is a slip of the thumb for a stop word: two letters swapped, one doubled, one
 * left out or hit beside. Commands that move money or give consent are never guessed at this way.
 */
export function isStopTypo(word: string): boolean {
  if (word.includes(' ') || OTHER_WORDS.has(word)) return false;
  return TARGETS.some((target) => isSlip(word, target));
}

const TARGETS = [
  'stop',
  'stopall',
  'quit',
  'cancel',
  'unsubscribe',
  'optout',
  'abmelden',
  'avregistrera',
] as const;

/** Words in their own right that are one slip away; "stol" is a chair in Swedish and Norwegian. */
const OTHER_WORDS = new Set([
  'atop',
  'sop',
  'step',
  'shop',
  'stol',
  'quite',
  'quiet',
  'suit',
  'stoop',
  'cancer',
  'anmelden',
]);

function isSlip(word: string, target: string): boolean {
  if (squeeze(word) === squeeze(target)) return true;
  if (word.length === target.length) return isSwapped(word, target) || isBeside(word, target);
  if (word[0] !== target[0] || target === 'quit') return false;
  if (word.length === target.length - 1) return isOneShorter(word, target);
  const isLong = target.length >= 6;
  return isLong && word.length === target.length + 1 && isOneShorter(target, word);
}

/** "stoppp" and "stop" alike: each run of a letter as one. */
function squeeze(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}

function differingAt(word: string, target: string): number[] {
  return [...target].flatMap((letter, index) => (word[index] === letter ? [] : [index]));
}

function isSwapped(word: string, target: string): boolean {
  const [first, second, ...others] = differingAt(word, target);
  if (first === undefined || second !== first + 1 || others.length > 0) return false;
  return word[first] === target[second] && word[second] === target[first];
}

/** One other letter: in a long word any, in a short one only a key beside the right one. */
function isBeside(word: string, target: string): boolean {
  const [at, ...others] = differingAt(word, target);
  if (at === undefined || others.length > 0) return false;
  if (target.length >= 8) return true;
  return (BESIDE[target[at] ?? ''] ?? '').includes(word[at] ?? '');
}

function isOneShorter(short: string, long: string): boolean {
  return [...long].some((_letter, index) => long.slice(0, index) + long.slice(index + 1) === short);
}

/** The neighbours on the keyboards that all five languages type on, and the digit that looks like the letter. */
const BESIDE: Record<string, string> = {
  s: 'adwezx5',
  t: 'ryfg57',
  o: 'ipkl09',
  p: 'ol0',
  q: 'wa12',
  u: 'yihj78',
  i: 'uojk89l1',
  c: 'xvdf',
  a: 'qwsz4',
  n: 'bmhj',
  e: 'wrsd34',
  l: 'kop1',
};
