import { XMLParser } from 'fast-xml-parser';
import type { Params, Value } from './params.ts';

/**
 * Reads the body of a gateway request: JSON (the Node SDK) or XML (every other SDK of the vendor).
 * Gives one object with camel-cased keys, whatever the language wrote; an empty one for an empty body.
 * @throws SyntaxError where the body is neither.
 */
export function readBody(body: string): Params {
  const trimmed = body.trim();
  if (!trimmed) return {};
  return trimmed.startsWith('<') ? readXml(trimmed) : (camelKeys(JSON.parse(trimmed)) as Params);
}

function camelCase(key: string): string {
  return key.replace(/[-_]([a-zA-Z0-9])/g, (_, next: string) => next.toUpperCase());
}

function camelKeys(value: unknown): Value {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [camelCase(key), camelKeys(inner)]),
    );
  }
  return value as Value;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  // Also decodes `&#235;`: the Python SDK sends every letter beyond ASCII in this way.
  htmlEntities: true,
});

/** One node of the ordered parse: its tag holds the children, `:@` the attributes, `#text` a run of text. */
type XmlNode = { ':@'?: Record<string, string>; '#text'?: string } & Record<string, unknown>;

function readXml(xml: string): Params {
  const root = (parser.parse(xml) as XmlNode[]).find((node) => !tagOf(node).startsWith('?'));
  return root ? { [camelCase(tagOf(root))]: readNode(root) } : {};
}

function tagOf(node: XmlNode): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}

function readNode(node: XmlNode): Value {
  const attributes = node[':@'] ?? {};
  const inner = node[tagOf(node)] as XmlNode[];
  const children = inner.filter((child) => tagOf(child) !== '#text');
  if (attributes.nil === 'true') return null;
  if (attributes.type === 'array') return children.map(readNode);
  if (children.length) return readGroup(children);
  const content = inner.map((child) => child['#text'] ?? '').join('');
  if (attributes.type === 'boolean') return content === 'true';
  // An empty element says that there is nothing; JSON has a word for that.
  return content === '' ? null : content;
}

function readGroup(children: XmlNode[]): Value {
  const found: Params = {};
  for (const child of children) {
    const key = camelCase(tagOf(child));
    const value = readNode(child);
    const before = found[key];
    // Some SDKs repeat a tag instead of marking an array.
    found[key] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return found;
}
