import type { Act, Gateway } from '../state/gateway.ts';
import { exemptMerchantAccount } from '../us-bank-accounts/verify-bank-account.ts';
import { answer, notFound } from '../wire/answer.ts';
import type { XmlObject } from '../wire/write-xml.ts';

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

/** The account that charges go to by default, the one that takes bank accounts, and every one that was ever named. */
function accountsOf(gateway: Gateway): XmlObject[] {
  const { merchantAccountId } = gateway.settings;
  const named = Object.values(gateway.state.transactions).map((one) => one.merchantAccountId);
  return [...new Set([merchantAccountId, exemptMerchantAccount, ...named])].map((id) => ({
    id,
    status: 'active',
    currencyIsoCode: 'USD',
    default: id === merchantAccountId,
    subMerchantAccount: false,
  }));
}
