import { readBlock, readCap, readWindow } from './client-rule.ts';
import { FACT_FIELDS, type FactShape } from './fact-fields.ts';
import { CONSENT_LEVELS, type PolicyFacts, type PolicyInput } from './policy-input.ts';
import { type Fields, MalformedInput, oneOf, readFields, readList, readText } from './read-fields.ts';
import { readInstant } from './read-instant.ts';
import { CATEGORIES, CHANNELS } from './rule.ts';

/**
 * Reads what a decision depends on from JSON: a case of a file, or the stored inputs of a decision. Throws a
 * `MalformedInput` that names the field, as `facts.history[2].at`. A zone that there is not is no malformed input: the
 * policy denies it.
 */
export function readPolicyInput(json: unknown): PolicyInput {
  const fields = readFields(json, '');
  return {
    jur: readList(fields.jur, 'jur', readText),
    zones: readList(fields.zones, 'zones', readText),
    at: readAt(fields.at, 'at'),
    category: oneOf(CATEGORIES, fields.category, 'category'),
    channel: oneOf(CHANNELS, fields.channel, 'channel'),
    consent: oneOf(CONSENT_LEVELS, fields.consent, 'consent'),
    facts: readFacts(fields.facts ?? {}),
  };
}

function readFacts(json: unknown): PolicyFacts {
  const fields = readFields(json, 'facts');
  const facts: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    const field = FACT_FIELDS.find(([known]) => known === name);
    if (!field) throw new MalformedInput(`facts.${name}`, 'is no fact that a rule asks for');
    const [, key, shape] = field;
    const value = fields[name];
    if (value !== null && value !== undefined) facts[key] = READERS[shape](value, `facts.${name}`);
  }
  return facts;
}

const READERS: Record<FactShape, (value: unknown, field: string) => unknown> = {
  flags: (value, field) => readList(value, field, readText),
  history: (value, field) => readList(value, field, readContact),
  text: readText,
  number: readNumber,
  flag: readFlag,
  profile: (value, field) => oneOf(['S', 'P'], value, field),
  windows: (value, field) => readList(value, field, readWindow),
  caps: (value, field) => readList(value, field, readCap),
  blocks: (value, field) => readList(value, field, readBlock),
};

function readContact(json: unknown, field: string): NonNullable<PolicyFacts['history']>[number] {
  const fields: Fields = readFields(json, field);
  return {
    kind: oneOf([...CHANNELS, 'conversation'], fields.kind, `${field}.kind`),
    at: readAt(fields.at, `${field}.at`),
    ...(fields.debt !== undefined && { debt: readText(fields.debt, `${field}.debt`) }),
    ...(fields.subject !== undefined && { subject: readText(fields.subject, `${field}.subject`) }),
  };
}

function readAt(value: unknown, field: string): number {
  const at = typeof value === 'string' ? readInstant(value) : undefined;
  if (at === undefined) throw new MalformedInput(field, 'must be an instant as 2026-12-01T12:59Z');
  return at;
}

function readNumber(value: unknown, field: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new MalformedInput(field, 'must be a number');
}

function readFlag(value: unknown, field: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new MalformedInput(field, 'must be true or false');
}
