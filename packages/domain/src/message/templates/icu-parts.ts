/** The parts that most texts share, written once: a text stays one plain ICU MessageFormat string. */

/** These words where an optional variable is there: `given('card', 'Reply PAY to pay with {card}.')`. */
export function given(name: string, words: string, otherwise = ''): string {
  return `{${name}, select, none {${otherwise}} other {${words}}}`;
}

/** These words where a flag is set. */
export function when(flag: string, words: string): string {
  return `{${flag}, select, yes {${words}} other {}}`;
}

/** The link with the words that lead to it, last in its text so that nothing sticks to it. */
export function linked(words: string): string {
  return given('link', `${words}: {link}`);
}
