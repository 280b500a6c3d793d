/**
 * The terms of consent, as data with their source. How long a phone may take to confirm (seven days, then it is
 * forgotten; a choice of ours within what the carriers' rules leave open).
 */
export const CONSENT_TERMS = {
  pendingForMs: {
    value: 7 * 86_400_000,
    from: '2026-11-21',
    source: 'policy of ours; carriers name no time',
  },
} as const;
