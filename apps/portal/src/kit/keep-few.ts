/** So many answers at most: of what has more, the oldest is worked out again. */
const MOST = 500;

/** `act` for a word, worked out once for each: for what is the same whoever asks. */
export function keepFew(act: (word: string) => string): (word: string) => string {
  const kept = new Map<string, string>();
  return (word) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const [oldest] = kept.keys();
    if (kept.size >= MOST && oldest !== undefined) kept.delete(oldest);
    const found = act(word);
    kept.set(word, found);
    return found;
  };
}
