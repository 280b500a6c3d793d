import type { Gateway } from '../state/gateway.ts';

/** Where a day's report lies. The vendor's lies with its storage company, under an address that expires after a week. */
export function reportUrl(gateway: Gateway, day: string): string {
  return `${gateway.settings.origin}/sandbox/updater/${day}.csv`;
}

/** The account updater's report of a day (`YYYY-MM-DD`, UTC) as CSV; its columns are our reading of the documentation. */
export function writeReport(gateway: Gateway, day: string): string {
  const rows = gateway.state.cardUpdates
    .filter(({ at }) => new Date(at).toISOString().startsWith(day))
    .map(({ token, kind, oldLast4, newLast4, oldExpiration, newExpiration }) =>
      [token, kind, oldLast4, newLast4, oldExpiration, newExpiration].join(','),
    );
  const head =
    'payment_method_token,update_type,old_last_4,new_last_4,old_expiration_date,new_expiration_date';
  return [head, ...rows, ''].join('\n');
}
