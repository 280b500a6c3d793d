import type { VarKind } from '@kvitt/domain/message/templates/text-kind';
import type { Branch, Piece } from '../../kit/wording-pieces.ts';

/**
 * What a button puts into a passage: the value itself where it is always there, or where the passage is said only if it is;
 * else the ways in which the text goes on with it and without it, ready to be filled.
 * @param path of the passage that it goes into, as `placePassages` names it
 */
export function offerPieces(key: string, kind: VarKind, pieces: readonly Piece[], path: string): Piece[] {
  const value: Piece = { kind: 'value', name: key, source: `{${key}}` };
  if (kind === 'words' || kind === 'count') return [value];
  if (kind === 'optional') {
    if (isWithin(key, pieces, path)) return [value];
    return [
      choose(key, [
        ['none', []],
        ['other', [{ kind: 'words', text: ' ' }, value]],
      ]),
    ];
  }
  const cases = kind === 'flag' ? ['yes'] : kind.map((one) => one.replaceAll('-', '_'));
  return [choose(key, [...cases.map((one): [string, Piece[]] => [one, []]), ['other', []]])];
}

const choose = (name: string, branches: readonly (readonly [key: string, pieces: Piece[]])[]): Piece => ({
  kind: 'choice',
  name,
  how: 'select',
  branches: branches.map(([key, pieces]): Branch => ({ key, pieces })),
});

/** Whether the passage is said only where the value is there. */
function isWithin(key: string, pieces: readonly Piece[], path: string): boolean {
  const [index, number, ...rest] = path.split('.');
  const piece = pieces[Number(index)];
  const branch = piece?.kind === 'choice' ? piece.branches[Number(number)] : undefined;
  if (path === '' || piece?.kind !== 'choice' || !branch) return false;
  return (piece.name === key && branch.key !== 'none') || isWithin(key, branch.pieces, rest.join('.'));
}
