/** Words as they read · a value put in by name · words that depend on something, in branches. */
export type Piece =
  | { kind: 'words'; text: string }
  | { kind: 'value'; name: string; source: string }
  | { kind: 'choice'; name: string; how: 'select' | 'plural'; branches: Branch[] };

/** `key` as the format names it: `none`, `other`, `one`, `=1`. */
export interface Branch {
  key: string;
  pieces: Piece[];
}

export type Choice = Extract<Piece, { kind: 'choice' }>;

/**
 * A wording in ICU MessageFormat as the pieces that people edit. What the pieces cannot say, a quoted bracket, an offset, a
 * bracket without its partner, gives undefined, and the format itself is edited instead.
 */
export function readWording(source: string): Piece[] | undefined {
  const at = { source, index: 0 };
  const pieces = readPieces(at, undefined);
  return pieces && at.index === source.length ? pieces : undefined;
}

/** The wording that the pieces stand for: what `readWording` reads comes back to the letter. */
export function writeWording(pieces: readonly Piece[]): string {
  return pieces.map(writePiece).join('');
}

/** How a passage reads where all that it depends on is there: a value as `{name}`. */
export function sayPieces(pieces: readonly Piece[], sayValue: (name: string) => string): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'words') return piece.text;
      return piece.kind === 'value' ? sayValue(piece.name) : sayPieces(fullest(piece).pieces, sayValue);
    })
    .join('');
}

/** The branch that shows what a choice is for: with what may be missing, of many, and else the first that says anything. */
export function fullest({ branches }: Choice): Branch {
  const says = (branch: Branch) => branch.pieces.length > 0;
  const usual = branches.find(({ key }) => key === 'yes') ?? branches.find(({ key }) => key === 'other');
  return [usual, ...branches].find((branch) => branch && says(branch)) ?? { key: 'other', pieces: [] };
}

/**
 * Every passage with the place where it begins in the written wording: the wording itself and each branch, by the path of
 * numbers that leads there (`''`, `3.1`, `3.1.0.0`).
 */
export function placePassages(
  pieces: readonly Piece[],
  from = 0,
  path = '',
): { path: string; from: number; to: number }[] {
  const places = [{ path, from, to: from + writeWording(pieces).length }];
  let at = from;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'choice') {
      let inner = at + headOf(piece).length;
      for (const [number, branch] of piece.branches.entries()) {
        inner += `${branch.key} {`.length;
        const next = [path, index, number].filter((part) => part !== '').join('.');
        places.push(...placePassages(branch.pieces, inner, next));
        inner += writeWording(branch.pieces).length + '} '.length;
      }
    }
    at += writePiece(piece).length;
  }
  return places;
}

const headOf = ({ name, how }: Choice) => `{${name}, ${how}, `;

function writePiece(piece: Piece): string {
  if (piece.kind === 'words') return piece.text.replaceAll(/'(?=['{}#|]|$)/g, "''");
  if (piece.kind === 'value') return piece.source;
  const branches = piece.branches.map((one) => `${one.key} {${writeWording(one.pieces)}}`);
  return `${headOf(piece)}${branches.join(' ')}}`;
}

interface At {
  source: string;
  index: number;
}

/** Up to the end, or to the bracket that closes a branch. `count` what `#` stands for here. */
function readPieces(at: At, count: string | undefined): Piece[] | undefined {
  const pieces: Piece[] = [];
  let words = '';
  const flush = () => {
    if (words !== '') pieces.push({ kind: 'words', text: words });
    words = '';
  };
  while (at.index < at.source.length && at.source[at.index] !== '}') {
    const sign = at.source[at.index];
    // Before a bracket an apostrophe makes it a letter, and two of them are one.
    if (sign === "'" && /^'[{}#|]/.test(at.source.slice(at.index, at.index + 2))) return undefined;
    if (sign === "'" && at.source[at.index + 1] === "'") {
      words += sign;
      at.index += 2;
    } else if (sign === '#' && count !== undefined) {
      flush();
      pieces.push({ kind: 'value', name: count, source: '#' });
      at.index++;
    } else if (sign === '{') {
      flush();
      const piece = readBraces(at);
      if (!piece) return undefined;
      pieces.push(piece);
    } else {
      words += sign;
      at.index++;
    }
  }
  flush();
  return pieces;
}

const VALUE = /\{(\w+)\}/y;
const HEAD = /\{(\w+), (select|plural), (?=[=\w])/y;
const KEY = /(=\d+|\w+) \{/y;

function readBraces(at: At): Piece | undefined {
  const value = take(at, VALUE);
  if (value) return { kind: 'value', name: value[1] ?? '', source: value[0] };
  const head = take(at, HEAD);
  if (!head) return undefined;
  const [, name = '', how] = head;
  const branches: Branch[] = [];
  for (let key = take(at, KEY); key; key = take(at, KEY)) {
    const pieces = readPieces(at, how === 'plural' ? name : undefined);
    if (!pieces || at.source[at.index] !== '}') return undefined;
    branches.push({ key: key[1] ?? '', pieces });
    at.index++;
    if (at.source[at.index] === ' ') at.index++;
  }
  if (at.source[at.index] !== '}' || at.source[at.index - 1] !== '}' || branches.length === 0)
    return undefined;
  at.index++;
  return { kind: 'choice', name, how: how === 'plural' ? 'plural' : 'select', branches };
}

function take(at: At, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = at.index;
  const found = pattern.exec(at.source) ?? undefined;
  if (found) at.index += found[0].length;
  return found;
}
