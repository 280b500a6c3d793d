/** A list of the answer: `type="array"`, each item under `tag`. */
export interface XmlList {
  tag: string;
  items: XmlValue[];
}

/** A page of a search: `type="collection"`, figures beside repeated items. */
export interface XmlPage {
  page: XmlObject;
  tag: string;
  items: XmlValue[];
}

/** A day without a time: `2026-03-01`. */
export interface XmlDay {
  day: string;
}

export type XmlValue = string | number | boolean | Date | null | XmlDay | XmlList | XmlPage | XmlObject;

export interface XmlObject {
  [key: string]: XmlValue | undefined;
}

/**
 * Writes an answer of the gateway: one root key, camel-cased keys become dashed tags.
 * Numbers, booleans, times, lists and null carry the `type` or `nil` that the SDKs read. An object never carries an
 * attribute: the Node SDK would drop its children. A key with the value `undefined` is left out.
 */
export function writeXml(root: XmlObject): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeChildren(root)}\n`;
}

export function listOf(tag: string, items: XmlValue[]): XmlList {
  return { tag, items };
}

function writeChildren(object: XmlObject): string {
  return Object.entries(object)
    .map(([key, value]) => (value === undefined ? '' : writeElement(dashed(key), value)))
    .join('');
}

function writeElement(tag: string, value: XmlValue): string {
  if (value === null) return `<${tag} nil="true"/>`;
  if (value instanceof Date) {
    // Whole seconds: the vendor's clocks show no fractions, and the Python SDK reads none.
    return `<${tag} type="datetime">${value.toISOString().slice(0, 19)}Z</${tag}>`;
  }
  if (typeof value === 'number') return `<${tag} type="integer">${value}</${tag}>`;
  if (typeof value === 'boolean') return `<${tag} type="boolean">${value}</${tag}>`;
  if (typeof value === 'string') return `<${tag}>${escapeXml(value)}</${tag}>`;
  if (isDay(value)) return `<${tag} type="date">${value.day}</${tag}>`;
  if (isPage(value)) {
    const items = value.items.map((item) => writeElement(value.tag, item)).join('');
    return `<${tag} type="collection">${writeChildren(value.page)}${items}</${tag}>`;
  }
  if (isList(value)) {
    const items = value.items.map((item) => writeElement(value.tag, item)).join('');
    return items ? `<${tag} type="array">${items}</${tag}>` : `<${tag} type="array"/>`;
  }
  return `<${tag}>${writeChildren(value)}</${tag}>`;
}

/** The day of a moment (milliseconds), or nil where there is none. */
export function dayOf(at: number | null): XmlDay | null {
  return at === null ? null : { day: new Date(at).toISOString().slice(0, 10) };
}

/** Whether a value is a day without a time. */
export function isDay(value: unknown): value is XmlDay {
  if (typeof value !== 'object' || value === null) return false;
  return 'day' in value && typeof value.day === 'string' && Object.keys(value).length === 1;
}

function isPage(value: object): value is XmlPage {
  return 'page' in value && 'items' in value && Array.isArray(value.items);
}

function isList(value: object): value is XmlList {
  return 'tag' in value && 'items' in value && Array.isArray(value.items);
}

/** `last4` is the one figure that the vendor sets off by a dash: `last-4`. */
function dashed(key: string): string {
  if (key === 'last4') return 'last-4';
  return key
    .replaceAll('_', '-')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

function escapeXml(text: string): string {
  // Characters that XML cannot hold at all are dropped; the vendor does the same with control characters.
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the ones XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
