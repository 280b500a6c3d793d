/** What a card's bank told the networks of it, for the account updater's next report. */
export interface CardUpdate {
  token: string;
  at: number;
  kind: 'updated_number' | 'updated_expiration' | 'closed_account' | 'contact_customer';
  oldLast4: string;
  newLast4: string;
  oldExpiration: string;
  newExpiration: string;
}
