import { readAddress } from '../addresses/read-address.ts';
import { checkCustomFields } from '../customers/check-custom-fields.ts';
import { checkCustomer } from '../customers/check-customer.ts';
import type { Gateway } from '../state/gateway.ts';
import type { AddressFields } from '../state/records.ts';
import type { ValidationErrors } from '../wire/collect-errors.ts';
import { cents } from '../wire/money.ts';
import { filled, group, isGroup, type Params, text } from '../wire/params.ts';
import type { XmlObject } from '../wire/write-xml.ts';
import { checkAccount } from './check-account.ts';
import { checkTransfer } from './check-transfer.ts';
import { readExtra } from './read-extra.ts';
import { checkIndustry } from './read-industry.ts';

/** The whole of a charge except the instrument, found good. */
export interface Charge {
  type: 'sale' | 'credit';
  amountCents: number;
  orderId: string | null;
  channel: string | null;
  transactionSource: string | null;
  merchantAccountId: string;
  currency: string;
  billing: AddressFields | null;
  shipping: AddressFields | null;
  extra: XmlObject;
  lineItems: XmlObject[];
}

const sources = new Set([
  'recurring',
  'recurring_first',
  'installment',
  'installment_first',
  'unscheduled',
  'merchant',
  'moto',
  'estimated',
]);

const shippingMethods = new Set([
  'same_day',
  'next_day',
  'priority',
  'ground',
  'electronic',
  'ship_to_store',
  'pickup_in_store',
]);

/** The most that the vendor's amount field holds, in hundredths. */
const largestCents = 999_999_999_999;

/** Reads everything of a charge but its instrument; adds to `errors` under `transaction` what is wrong. */
export function readCharge(gateway: Gateway, sent: Params, errors: ValidationErrors): Charge | undefined {
  const path = ['transaction'];
  const type = filled(sent.type);
  if (!type) errors.add(path, 'type', '91524');
  else if (type !== 'sale' && type !== 'credit') errors.add(path, 'type', '91523');
  const amountCents = readAmount(text(sent.amount), path, errors);
  const orderId = filled(sent.orderId) ?? null;
  if ((orderId?.length ?? 0) > 255) errors.add(path, 'orderId', '91501');
  const channel = filled(sent.channel) ?? null;
  if ((channel?.length ?? 0) > 255) errors.add(path, 'channel', '91550');
  const transactionSource = filled(sent.transactionSource) ?? (isRecurringFlag(sent) ? 'recurring' : null);
  if (transactionSource && !sources.has(transactionSource)) errors.add(path, 'transactionSource', '915133');
  const customerId = filled(sent.customerId);
  if (customerId && !gateway.state.customers[customerId]) errors.add(path, 'customerId', '91510');
  if (isGroup(sent.customer)) {
    checkCustomer(gateway, sent.customer, ['transaction', 'customer'], errors, { isNew: true });
  }
  const merchantAccountId = filled(sent.merchantAccountId) ?? gateway.settings.merchantAccountId;
  const account = checkAccount(gateway, sent, merchantAccountId, amountCents, errors);
  const billing = readParty(gateway, sent, 'billing', errors);
  const shipping = readParty(gateway, sent, 'shipping', errors);
  checkCustomFields(gateway, sent, path, { invalid: '91526', tooLong: '81527' }, errors);
  checkIndustry(sent, errors);
  const { extra, lineItems } = readExtra(sent, errors);
  if (amountCents === undefined || (type !== 'sale' && type !== 'credit')) return undefined;
  return {
    type,
    amountCents,
    orderId,
    channel,
    transactionSource,
    merchantAccountId,
    currency: account.currency,
    billing,
    shipping,
    extra: { ...extra, ...account.extra, ...checkTransfer(gateway, sent, merchantAccountId, errors) },
    lineItems,
  };
}

/** Reads an amount; adds the vendor's code for what is wrong with it. */
export function readAmount(
  amount: string | undefined,
  path: string[],
  errors: ValidationErrors,
): number | undefined {
  if (amount === undefined || amount.trim() === '') {
    errors.add(path, 'amount', '81502');
    return undefined;
  }
  if (/^-\d/.test(amount)) {
    errors.add(path, 'amount', '81501');
    return undefined;
  }
  const found = cents(amount);
  if (found === undefined) errors.add(path, 'amount', '81503');
  else if (found === 0) errors.add(path, 'amount', '81531');
  else if (found > largestCents) errors.add(path, 'amount', '81528');
  else return found;
  return undefined;
}

function isRecurringFlag(sent: Params): boolean {
  return sent.recurring === true || sent.recurring === 'true';
}

/** The billing or shipping address: as sent, or one of the customer's by its id. */
function readParty(
  gateway: Gateway,
  sent: Params,
  role: 'billing' | 'shipping',
  errors: ValidationErrors,
): AddressFields | null {
  const shared = filled(sent[role === 'billing' ? 'sharedBillingAddressId' : 'sharedShippingAddressId']);
  const common = gateway.state.addresses[`${filled(sent.sharedCustomerId)}/${shared}`];
  if (common) return { ...common.fields, id: common.id };
  const id = filled(sent[`${role}AddressId`]);
  if (id && isGroup(sent[role]) && role === 'billing') errors.add(['transaction'], 'base', '91530');
  if (id) {
    const address = gateway.state.addresses[addressKey(gateway, sent, id)];
    if (!address) errors.add(['transaction'], 'base', role === 'shipping' ? '91581' : '91702');
    return address ? { ...address.fields, id: address.id } : null;
  }
  if (!isGroup(sent[role])) return null;
  const at = ['transaction', role];
  const phone = filled(sent[role].phoneNumber);
  if (phone && !/^[\d\s().+-]{1,20}$/.test(phone))
    errors.add(at, 'phoneNumber', role === 'billing' ? '915206' : '915204');
  const method = role === 'shipping' ? filled(sent[role].shippingMethod) : undefined;
  if (method && !shippingMethods.has(method)) errors.add(at, 'shippingMethod', '915203');
  return readAddress(group(sent[role]), at, errors);
}

function addressKey(gateway: Gateway, sent: Params, id: string): string {
  const token = filled(sent.paymentMethodToken);
  const customerId =
    filled(sent.customerId) ?? (token ? gateway.state.paymentMethods[token]?.customerId : undefined);
  return `${customerId}/${id}`;
}
