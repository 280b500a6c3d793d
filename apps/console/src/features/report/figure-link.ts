/** Which lines of which figure: as the address of their list says it. */
export interface FigureAsked {
  figure: string;
  from: string;
  to: string;
  step?: string;
  source?: string;
  agentId?: string;
}

/** The address of the list behind a number. */
export function linkFigure(asked: FigureAsked): string {
  return `/figures?${new URLSearchParams({ ...asked })}`;
}
