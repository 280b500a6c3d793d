/** By what the list of customers is narrowed; of several, all have to hold. */
export const CUSTOMER_FILTERS = [
  'overdue',
  'autopay',
  'paperless',
  'stopped',
  'dispute',
  'promise',
  'held',
  'no-phone',
] as const;

export type CustomerFilter = (typeof CUSTOMER_FILTERS)[number];

/** What the list of customers is sorted by; each has an index of its own. */
export const CUSTOMER_SORTS = ['name', 'open', 'overdue'] as const;

export type CustomerSort = (typeof CUSTOMER_SORTS)[number];
