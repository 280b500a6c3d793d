import type { Queue } from '@kvitt/domain/desk/desk-state';
import type { Line } from './use-pile.ts';

/** Who looks at a pile. */
export interface Looker {
  id: string;
  team: string | null;
}

/**
 * The lines of a pile with a changed thread where it belongs now, latest first, or without it where it has left.
 * @param me the agent who looks, whose own pile `mine` is, and whose team's `team`; any team's where they are in none
 */
export function placeLine(lines: Line[], line: Line, queue: Queue, me: Looker | undefined): Line[] {
  const others = lines.filter(({ id }) => id !== line.id);
  if (!isIn(queue, line, me)) return others;
  const at = others.findIndex(({ lastAt }) => lastAt <= line.lastAt);
  return at < 0 ? [...others, line] : others.toSpliced(at, 0, line);
}

function isIn(queue: Queue, line: Line, me: Looker | undefined): boolean {
  switch (queue) {
    case 'unassigned':
      return line.state === 'open' && line.assigneeId === null && line.team === null;
    case 'mine':
      return line.state === 'open' && line.assigneeId === me?.id;
    case 'team':
      return (
        line.state === 'open' &&
        line.assigneeId === null &&
        line.team !== null &&
        line.team === (me?.team ?? line.team)
      );
    case 'waiting':
    case 'snoozed':
    case 'closed':
      return line.state === queue;
    case 'failed':
      return line.failedAt !== null;
    case 'all':
      return true;
  }
}
