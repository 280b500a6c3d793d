import type { Act, Gateway } from '../state/gateway.ts';
import { answer, notFound } from '../wire/answer.ts';
import type { XmlObject } from '../wire/write-xml.ts';
import type { MerchantAccount } from './merchant-account.ts';
import { ownAccounts } from './merchant-account-of.ts';

const pageSize = 50;

/** GET /merchant_accounts?page=n */
export const listMerchantAccounts: Act = (gateway, call) => {
  const accounts = accountsOf(gateway);
  const page = Math.max(1, Number(call.query.get('page')) || 1);
  const items = accounts.slice((page - 1) * pageSize, page * pageSize);
  return answer({
    merchantAccounts: {
      page: { currentPageNumber: page, pageSize, totalItems: accounts.length },
      tag: 'merchant-account',
      items,
    },
  });
};

/** GET /merchant_accounts/:id */
export const findMerchantAccount: Act = (gateway, call) => {
  const merchantAccount = accountsOf(gateway).find(({ id }) => id === call.path.id);
  return merchantAccount ? answer({ merchantAccount }) : notFound();
};

/**
 * The accounts that were laid down; where there are none, the one that charges go to by default, the one that takes bank
 * accounts, and every one that was ever named.
 */
function accountsOf(gateway: Gateway): XmlObject[] {
  const { merchantAccountId } = gateway.settings;
  if (gateway.settings.merchantAccounts.length) {
    return ownAccounts(gateway).map((account) => write(gateway, account));
  }
  const named = Object.values(gateway.state.transactions).map((one) => one.merchantAccountId);
  return [...new Set([merchantAccountId, 'us_bank_merchant_account', ...named])].map((id) =>
    write(gateway, { id }),
  );
}

function write(gateway: Gateway, account: MerchantAccount): XmlObject {
  const { merchantAccountId } = gateway.settings;
  const isSub = account.isSub ?? false;
  return {
    id: account.id,
    status: 'active',
    currencyIsoCode: account.currency ?? 'USD',
    default: account.id === merchantAccountId,
    subMerchantAccount: isSub,
    ...(isSub ? { masterMerchantAccount: write(gateway, { id: account.master ?? merchantAccountId }) } : {}),
  };
}
