/** A column of a table; its cell is the slot of its id. */
export interface TableColumn {
  id: string;
  /** In words; also what a phone writes before its cell. */
  label: string;
  /** Stands at the right, figure under figure. */
  isNumber?: boolean;
  /** The server can sort by it, and in which direction it begins. */
  sorts?: 'up' | 'down';
  /** Cannot be left out: what says whose row it is. */
  isFixed?: boolean;
  /** Not shown until somebody asks for it. */
  isExtra?: boolean;
  /** Left out on a phone, where a row is a card. */
  isDeskOnly?: boolean;
}

/** By which column, and whether the other way round. */
export interface TableSort {
  by: string;
  isBackwards: boolean;
}

/** How a table stands: what a saved view keeps. */
export interface TableView {
  filters: Record<string, string | string[]>;
  columns: string[];
  sort: TableSort | null;
}

/** The columns that are shown at first. */
export function firstColumns(columns: readonly TableColumn[]): string[] {
  return columns.filter(({ isExtra }) => !isExtra).map(({ id }) => id);
}
