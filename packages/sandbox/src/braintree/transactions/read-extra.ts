import type { ValidationErrors } from '../wire/collect-errors.ts';
import { cents, decimal } from '../wire/money.ts';
import { filled, group, isGroup, isTrue, type Params, text } from '../wire/params.ts';
import type { XmlObject } from '../wire/write-xml.ts';
import { checkExtras } from './check-extras.ts';
import { readLineItems } from './read-line-items.ts';

/** Amounts beside the main one, each with its codes for a bad form, for one below zero and for too much. */
const amounts = [
  ['taxAmount', '81535', '81534', '81536'],
  ['shippingAmount', '915162', '915163', '915164'],
  ['discountAmount', '915159', '915160', '915161'],
  ['shippingTaxAmount', '915162', '915163', '915164'],
] as const;

/** In hundredths: the vendor keeps these in 32 bits. */
const largestCents = 2_147_483_647;

/** Fields of a transaction that are kept and shown as they were sent. */
export function readExtra(
  sent: Params,
  errors: ValidationErrors,
): { extra: XmlObject; lineItems: XmlObject[] } {
  const path = ['transaction'];
  const extra: XmlObject = {};
  for (const [name, malformed, negative, tooLarge] of amounts) {
    const value = filled(sent[name]);
    if (value === undefined) continue;
    const found = cents(value);
    if (value.startsWith('-')) errors.add(path, name, negative);
    else if (found === undefined) errors.add(path, name, malformed);
    else if (found > largestCents) errors.add(path, name, tooLarge);
    else extra[name] = decimal(found);
  }
  if (sent.taxExempt !== undefined) extra.taxExempt = isTrue(sent.taxExempt);
  const purchaseOrder = filled(sent.purchaseOrderNumber);
  if (purchaseOrder !== undefined) {
    if (purchaseOrder.length > 17) errors.add(path, 'purchaseOrderNumber', '91537');
    else if (/[^\x20-\x7e]/.test(purchaseOrder)) errors.add(path, 'purchaseOrderNumber', '91548');
    extra.purchaseOrderNumber = purchaseOrder;
  }
  if (/[^A-Za-z0-9 _-]/.test(filled(sent.productSku) ?? '')) errors.add(path, 'productSku', '915202');
  const shipsFrom = filled(sent.shipsFromPostalCode) ?? '';
  if (/[^A-Za-z0-9 -]/.test(shipsFrom)) errors.add(path, 'shipsFromPostalCode', '915167');
  else if (shipsFrom.length > 10) errors.add(path, 'shipsFromPostalCode', '915165');
  checkExtras(sent, errors);
  for (const name of ['shipsFromPostalCode', 'productSku', 'scaExemption', 'sharedCustomerId']) {
    const value = filled(sent[name]);
    if (value !== undefined) extra[name] = value;
  }
  if (isGroup(sent.descriptor)) extra.descriptor = readDescriptor(sent.descriptor, path, errors);
  if (isGroup(sent.customFields)) {
    extra.customFields = Object.fromEntries(
      Object.entries(group(sent.customFields)).map(([name, value]) => [name, text(value) ?? '']),
    );
  }
  const achType = filled(group(group(sent.options).usBankAccount).achType);
  if (achType !== undefined) extra.achType = achType;
  const lineItems = readLineItems(sent.lineItems, errors);
  return { extra, lineItems };
}

/** Reads a dynamic descriptor: `business*product`, a phone number, a short address. */
export function readDescriptor(sent: Params, path: string[], errors: ValidationErrors): XmlObject {
  const name = filled(sent.name);
  const phone = filled(sent.phone);
  const url = filled(sent.url);
  const at = [...path, 'descriptor'];
  if (name && !isDescriptorName(name)) errors.add(at, 'name', '92201');
  if (phone && (phone.length > 14 || phone.replace(/\D/g, '').length !== 10))
    errors.add(at, 'phone', '92202');
  if (url && url.length > 13) errors.add(at, 'url', '92206');
  return { name: name ?? null, phone: phone ?? null, url: url ?? null };
}

/** The vendor's form: 3, 7 or 12 characters of the business, an asterisk, the product; 22 at the most. */
function isDescriptorName(name: string): boolean {
  const star = name.indexOf('*');
  return name.length <= 22 && (star === 3 || star === 7 || star === 12) && name.length > star + 1;
}
