import { merchantAccountOf } from '../merchant-accounts/merchant-account-of.ts';
import type { Gateway } from '../state/gateway.ts';
import type { ValidationErrors } from '../wire/collect-errors.ts';

/**
 * Checks as what a card is to be verified, as debit or as credit: there only on an account that knows both. Codes differ
 * between a verification alone and one on the way into the vault.
 */
export function checkAccountType(
  gateway: Gateway,
  wanted: { type: string | undefined; accountId: string | undefined },
  path: string[],
  attribute: string,
  codes: { invalid: string; unsupported: string },
  errors: ValidationErrors,
): void {
  const { type, accountId = gateway.settings.merchantAccountId } = wanted;
  if (type === undefined) return;
  if (type !== 'credit' && type !== 'debit') errors.add(path, attribute, codes.invalid);
  else if (!merchantAccountOf(gateway, accountId)?.hasAccountTypes)
    errors.add(path, attribute, codes.unsupported);
}
