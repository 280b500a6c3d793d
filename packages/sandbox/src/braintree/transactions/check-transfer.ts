import { merchantAccountOf } from '../merchant-accounts/merchant-account-of.ts';
import type { Gateway } from '../state/gateway.ts';
import type { ValidationErrors } from '../wire/collect-errors.ts';
import { filled, isGroup, type Params } from '../wire/params.ts';
import type { XmlObject } from '../wire/write-xml.ts';

const transferTypes = new Set(['account_to_account', 'boleto_ticket', 'person_to_person', 'wallet_transfer']);

/**
 * Checks what a charge says of money that only passes through the merchant: a wallet that is filled, or a seller behind the
 * merchant. Gives back what the transaction shows of it.
 */
export function checkTransfer(
  gateway: Gateway,
  sent: Params,
  accountId: string,
  errors: ValidationErrors,
): XmlObject {
  const account = merchantAccountOf(gateway, accountId);
  if (isGroup(sent.paymentFacilitator) && account?.takesFacilitators === false)
    errors.add(['transaction'], 'paymentFacilitator', '97405');
  if (account?.transfers === 'required' && !isGroup(sent.transfer))
    errors.add(['transaction'], 'base', '97510');
  if (!isGroup(sent.transfer)) return {};
  const type = filled(sent.transfer.type);
  if (type !== undefined && !transferTypes.has(type))
    errors.add(['accountFundingTransaction'], 'base', '97501');
  return { accountFundingTransaction: account?.transfers === 'funding' };
}
