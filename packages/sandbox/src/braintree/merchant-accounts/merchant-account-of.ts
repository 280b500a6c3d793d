import type { Gateway } from '../state/gateway.ts';
import type { MerchantAccount } from './merchant-account.ts';

/**
 * The account with this id that the merchant may charge to, or nothing where it has none of that name. Where no accounts
 * are laid down every name is taken.
 */
export function merchantAccountOf(gateway: Gateway, id: string): MerchantAccount | undefined {
  const { merchantAccounts } = gateway.settings;
  if (!merchantAccounts.length) return { id, takesUnverifiedBanks: id === 'us_bank_merchant_account' };
  return ownAccounts(gateway).find((account) => account.id === id);
}

/** The accounts that were laid down for the merchant who asks. */
export function ownAccounts(gateway: Gateway): MerchantAccount[] {
  const { merchantAccounts, merchantId, firstMerchantId } = gateway.settings;
  return merchantAccounts.filter(({ merchants = [firstMerchantId] }) => merchants.includes(merchantId));
}

/** Whether the processor behind the account lacks something that others can do. */
export function lacks(
  gateway: Gateway,
  id: string,
  ability: NonNullable<MerchantAccount['lacks']>[number],
): boolean {
  return merchantAccountOf(gateway, id)?.lacks?.includes(ability) ?? false;
}
