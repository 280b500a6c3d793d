/** How a field of a dialog looks. */
export const ASK_BOX =
  'mt-1 block w-full rounded-lg border border-accented bg-[var(--kvitt-paper)] px-3 py-2 text-highlighted';
