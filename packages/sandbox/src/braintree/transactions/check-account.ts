import { lacks, merchantAccountOf } from '../merchant-accounts/merchant-account-of.ts';
import type { Gateway } from '../state/gateway.ts';
import type { ValidationErrors } from '../wire/collect-errors.ts';
import { cents, decimal } from '../wire/money.ts';
import { filled, group, isGroup, isTrue, type Params } from '../wire/params.ts';
import type { XmlObject } from '../wire/write-xml.ts';

const path = ['transaction'];

/**
 * Checks a charge against the account that it goes to: whether there is one of that name, and what its processor takes.
 * Gives back what the transaction shows of it: currency, fee, escrow.
 */
export function checkAccount(
  gateway: Gateway,
  sent: Params,
  accountId: string,
  amountCents: number | undefined,
  errors: ValidationErrors,
): { currency: string; extra: XmlObject } {
  const account = merchantAccountOf(gateway, accountId);
  if (!account) {
    errors.add(path, 'merchantAccountId', '91513');
    return { currency: 'USD', extra: {} };
  }
  if (amountCents !== undefined && amountCents < (account.leastCents ?? 0))
    errors.add(path, 'amount', '815193');
  if (sent.type === 'credit' && lacks(gateway, accountId, 'credits')) errors.add(path, 'base', '91546');
  if (account.needsTax && filled(sent.taxAmount) === undefined) errors.add(path, 'taxAmount', '815224');
  checkAccountType(sent, account.hasAccountTypes ?? false, errors);
  const extra = readFee(sent, account.isSub ?? false, amountCents, errors);
  return { currency: account.currency ?? 'USD', extra };
}

/** Whether a card is charged as debit or as credit: there only where the account knows both. */
function checkAccountType(sent: Params, isKnown: boolean, errors: ValidationErrors): void {
  const options = group(sent.options);
  const type = filled(group(options.creditCard).accountType);
  if (type === undefined) return;
  const at = [...path, 'options', 'creditCard'];
  if (type !== 'credit' && type !== 'debit') errors.add(at, 'accountType', '915184');
  else if (!isKnown) errors.add(at, 'accountType', '915185');
  else if (type === 'debit' && !isTrue(options.submitForSettlement)) errors.add(at, 'accountType', '915186');
}

/** The marketplace's own part of a seller's charge, which may be held back until the seller has delivered. */
function readFee(
  sent: Params,
  isSub: boolean,
  amountCents: number | undefined,
  errors: ValidationErrors,
): XmlObject {
  const holds = isTrue(group(sent.options).holdInEscrow);
  if (holds && !isSub) errors.add(path, 'base', '91560');
  const fee = filled(sent.serviceFeeAmount);
  if (fee === undefined) {
    if (isSub && sent.type === 'sale') errors.add(path, 'merchantAccountId', '91553');
    return {};
  }
  const feeCents = cents(fee);
  if (sent.type === 'credit') errors.add(path, 'base', '91552');
  else if (fee.startsWith('-')) errors.add(path, 'serviceFeeAmount', '91554');
  else if (feeCents === undefined) errors.add(path, 'serviceFeeAmount', '91555');
  else if (amountCents !== undefined && feeCents > amountCents) errors.add(path, 'serviceFeeAmount', '91556');
  else if (!isSub) errors.add(path, 'serviceFeeAmount', '91557');
  if (isGroup(sent.paypalAccount)) errors.add(path, 'serviceFeeAmount', '91578');
  if (feeCents === undefined) return {};
  return { serviceFeeAmount: decimal(feeCents), ...(holds ? { escrowStatus: 'hold_pending' } : {}) };
}
