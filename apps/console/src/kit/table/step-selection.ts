/** Where somebody stands in a list of rows, and which are chosen. */
export interface Standing {
  /** The row that has the keys, by its place; below zero where none has. */
  at: number;
  /** Where a stretch that Shift draws began. */
  anchor: number;
  /** Ids, in the order in which they were chosen. */
  chosen: readonly string[];
}

export type Step =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'extend-next'
  | 'extend-previous'
  | 'turn'
  | 'all'
  | 'none';

const KEYS: Readonly<Record<string, Step>> = {
  j: 'next',
  arrowdown: 'next',
  k: 'previous',
  arrowup: 'previous',
  home: 'first',
  end: 'last',
  x: 'turn',
  ' ': 'turn',
  escape: 'none',
};

/** What a key means in a list; undefined where it means nothing there. */
export function readStep(pressed: {
  key: string;
  shiftKey: boolean;
  metaKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
}): Step | undefined {
  const key = pressed.key.toLowerCase();
  if (pressed.altKey) return undefined;
  if (pressed.metaKey || pressed.ctrlKey) return key === 'a' ? 'all' : undefined;
  const step = KEYS[key];
  if (pressed.shiftKey && (step === 'next' || step === 'previous')) return `extend-${step}`;
  return step;
}

/** Where one stands after a step. The list's ends hold: nobody falls off them. */
export function stepSelection(ids: readonly string[], standing: Standing, step: Step): Standing {
  const { at, chosen } = standing;
  const within = (place: number) => Math.max(0, Math.min(ids.length - 1, place));
  if (ids.length === 0) return { at: -1, anchor: -1, chosen: [] };
  switch (step) {
    case 'next':
      return moveTo(within(at + 1), chosen);
    case 'previous':
      return moveTo(within(at - 1), chosen);
    case 'first':
      return moveTo(0, chosen);
    case 'last':
      return moveTo(ids.length - 1, chosen);
    case 'extend-next':
      return stretchTo(ids, standing, within(at + 1));
    case 'extend-previous':
      return stretchTo(ids, standing, within(at - 1));
    case 'turn':
      return turnAt(ids, standing, within(at));
    case 'all':
      return { ...standing, chosen: [...ids] };
    case 'none':
      return { ...standing, chosen: [] };
  }
}

/** Chooses a row, or lets it go. */
export function turnAt(ids: readonly string[], { chosen }: Standing, place: number): Standing {
  const id = ids[place];
  if (id === undefined) return { at: -1, anchor: -1, chosen };
  const isIn = chosen.includes(id);
  return {
    at: place,
    anchor: place,
    chosen: isIn ? chosen.filter((one) => one !== id) : [...chosen, id],
  };
}

/** Chooses all from where the stretch began up to a row; what the stretch held before and holds no more is let go. */
export function stretchTo(ids: readonly string[], standing: Standing, place: number): Standing {
  const anchor = standing.anchor < 0 ? Math.max(0, standing.at) : standing.anchor;
  const held = new Set(between(ids, anchor, standing.at < 0 ? anchor : standing.at));
  const holds = between(ids, anchor, place);
  const others = standing.chosen.filter((id) => !held.has(id) && !holds.includes(id));
  return { at: place, anchor, chosen: [...others, ...holds] };
}

function moveTo(place: number, chosen: readonly string[]): Standing {
  return { at: place, anchor: place, chosen };
}

function between(ids: readonly string[], one: number, other: number): string[] {
  return ids.slice(Math.min(one, other), Math.max(one, other) + 1);
}
