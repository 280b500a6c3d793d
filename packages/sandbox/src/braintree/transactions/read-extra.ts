import type { ValidationErrors } from '../wire/collect-errors.ts';
import { cents, decimal } from '../wire/money.ts';
import { filled, group, isGroup, isTrue, list, type Params, text } from '../wire/params.ts';
import type { XmlObject } from '../wire/write-xml.ts';

/** Amounts beside the main one, each with its codes for a bad form and for one below zero. */
const amounts = [
  ['taxAmount', '81535', '81534'],
  ['shippingAmount', '915162', '915163'],
  ['discountAmount', '915159', '915160'],
  ['shippingTaxAmount', '915162', '915163'],
] as const;

/** Fields of a transaction that are kept and shown as they were sent. */
export function readExtra(
  sent: Params,
  errors: ValidationErrors,
): { extra: XmlObject; lineItems: XmlObject[] } {
  const path = ['transaction'];
  const extra: XmlObject = {};
  for (const [name, malformed, negative] of amounts) {
    const value = filled(sent[name]);
    if (value === undefined) continue;
    const found = cents(value);
    if (value.startsWith('-')) errors.add(path, name, negative);
    else if (found === undefined) errors.add(path, name, malformed);
    else extra[name] = decimal(found);
  }
  if (sent.taxExempt !== undefined) extra.taxExempt = isTrue(sent.taxExempt);
  const purchaseOrder = filled(sent.purchaseOrderNumber);
  if (purchaseOrder !== undefined) {
    if (purchaseOrder.length > 17) errors.add(path, 'purchaseOrderNumber', '91537');
    else if (/[^\x20-\x7e]/.test(purchaseOrder)) errors.add(path, 'purchaseOrderNumber', '91548');
    extra.purchaseOrderNumber = purchaseOrder;
  }
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
  const lineItems = list(sent.lineItems)
    .filter(isGroup)
    .map(
      (item): XmlObject =>
        Object.fromEntries(Object.entries(item).map(([key, value]) => [key, text(value) ?? null])),
    );
  if (lineItems.length > 249) errors.add(path, 'lineItems', '915157');
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
