import type { ValidationErrors } from '../wire/collect-errors.ts';
import { decimal } from '../wire/money.ts';
import { filled, isGroup, type Params, type Value } from '../wire/params.ts';
import type { XmlObject } from '../wire/write-xml.ts';

/** One transaction takes no more line items than this. */
const mostItems = 249;

/** The largest figure of a line item; the vendor keeps them in 32 bits. */
const largest = 2_147_483_647;

/** A figure of a line item: how many places it may have, and the code for each way of being wrong. */
interface Figure {
  places: number;
  malformed: string;
  tooLarge: string;
  tooSmall: string;
  required?: string;
  /** Whether it may be zero. */
  isOptional: boolean;
}

const figures: Readonly<Record<string, Figure>> = {
  quantity: figure(4, '95810', '95812', '95810', '95811'),
  unitAmount: figure(4, '95817', '95819', '95820', '95818'),
  totalAmount: figure(2, '95813', '95815', '95816', '95814'),
  unitTaxAmount: figure(2, '95824', '95825', '95826'),
  discountAmount: figure(2, '95804', '95805', '95806'),
  taxAmount: figure(2, '95827', '95828', '95829'),
};

const texts: Readonly<Record<string, { most: number; tooLong: string }>> = {
  name: { most: 35, tooLong: '95823' },
  description: { most: 127, tooLong: '95803' },
  commodityCode: { most: 12, tooLong: '95801' },
  productCode: { most: 12, tooLong: '95809' },
  unitOfMeasure: { most: 12, tooLong: '95821' },
};

function figure(
  places: number,
  malformed: string,
  tooLarge: string,
  tooSmall: string,
  required?: string,
): Figure {
  return { places, malformed, tooLarge, tooSmall, isOptional: !required, ...(required ? { required } : {}) };
}

/** Reads the line items of a transaction; what is wrong with one is added under its place (`index-1`). */
export function readLineItems(sent: Value | undefined, errors: ValidationErrors): XmlObject[] {
  if (sent === undefined || sent === null || sent === '') return [];
  if (!Array.isArray(sent)) {
    errors.add(['transaction'], 'lineItems', '915158');
    return [];
  }
  if (sent.length > mostItems) errors.add(['transaction'], 'lineItems', '915157');
  return sent
    .filter(isGroup)
    .map((item, at) => readItem(item, ['transaction', 'lineItems', `index-${at}`], errors));
}

function readItem(sent: Params, path: string[], errors: ValidationErrors): XmlObject {
  const item: XmlObject = {};
  for (const [name, value] of Object.entries(sent)) item[name] = filled(value) ?? null;
  const kind = filled(sent.kind);
  if (!kind) errors.add(path, 'kind', '95808');
  else if (kind !== 'debit' && kind !== 'credit') errors.add(path, 'kind', '95807');
  if (!filled(sent.name)) errors.add(path, 'name', '95822');
  for (const [name, { most, tooLong }] of Object.entries(texts)) {
    if ((filled(sent[name])?.length ?? 0) > most) errors.add(path, name, tooLong);
  }
  checkUpc(sent, path, errors);
  for (const [name, wanted] of Object.entries(figures)) {
    const value = filled(sent[name]);
    const wrong = figureError(value, wanted);
    if (wrong) errors.add(path, name, wrong);
    // Amounts come back with two places; quantities and unit prices as they were sent.
    else if (value !== undefined && wanted.places === 2)
      item[name] = decimal(Math.round(Number(value) * 100));
  }
  return item;
}

/** The number under the bars of a product and its kind go together. */
function checkUpc(sent: Params, path: string[], errors: ValidationErrors): void {
  const code = filled(sent.upcCode);
  const type = filled(sent.upcType);
  if (code === undefined && type === undefined) return;
  if (code === undefined) errors.add(path, 'upcCode', '95830');
  else if (code.length > 17) errors.add(path, 'upcCode', '95831');
  if (type === undefined) errors.add(path, 'upcType', '95832');
  else if (!/^UPC-[A-EG]|^UPC-2|^UPC-5/.test(type)) errors.add(path, 'upcType', '95833');
}

function figureError(value: string | undefined, wanted: Figure): string | undefined {
  if (value === undefined) return wanted.required;
  if (!new RegExp(`^-?\\d+(\\.\\d{1,${wanted.places}})?$`).test(value)) return wanted.malformed;
  if (Number(value) > largest) return wanted.tooLarge;
  return Number(value) < 0 || (Number(value) === 0 && !wanted.isOptional) ? wanted.tooSmall : undefined;
}
