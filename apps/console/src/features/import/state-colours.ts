import type { ImportState } from '@kvitt/domain/import/import-subject';

/** Green is what is in the books, red what somebody has to do something about. */
export const STATE_COLOURS: Record<ImportState, 'success' | 'error' | 'warning' | 'neutral'> = {
  receiving: 'neutral',
  received: 'warning',
  checking: 'neutral',
  checked: 'warning',
  refused: 'error',
  loading: 'neutral',
  loaded: 'success',
  broken: 'error',
  dropped: 'neutral',
};
