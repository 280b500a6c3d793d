import { describe, expect, it } from 'vitest';
import { JOBS } from './contracts.ts';

/** As ids are made here: sorted by time (version 7), or derived from another one (version 8). */
const ID = '01a1f978-b968-7c1b-8c96-2fdfb1a336ec';
const DERIVED_ID = '01a1f978-b968-8c1b-9c96-2fdfb1a336ec';

/** What is no id: a text that must not reach a query, something that was forgotten, an id that was cut. */
const NO_IDS = [
  '',
  'acme',
  '*',
  '1',
  1,
  null,
  undefined,
  {},
  ID.slice(1),
  `${ID}'`,
  ` ${ID}`,
  ID.replaceAll('-', ''),
];

const FIELDS = Object.entries(JOBS).flatMap(([name, { payload }]) =>
  Object.keys(payload.shape).map((field) => ({ name, payload, field })),
);

function filled(payload: { shape: object }, id: string): Record<string, unknown> {
  return Object.fromEntries(Object.keys(payload.shape).map((field) => [field, id]));
}

describe.each(FIELDS)('$field of $name', ({ payload, field }) => {
  it.each(NO_IDS)('is refused as %j', (value) => {
    expect(payload.safeParse({ ...filled(payload, ID), [field]: value }).success).toBe(false);
  });

  it('is refused where it is missing', () => {
    const { [field]: _, ...rest } = filled(payload, ID);
    expect(payload.safeParse(rest).success).toBe(false);
  });
});

describe.each(Object.entries(JOBS))('%s', (name, { payload, retryLimit, retryDelaySeconds }) => {
  it('takes ids as they are made here', () => {
    for (const id of [ID, DERIVED_ID])
      expect(payload.parse(filled(payload, id))).toEqual(filled(payload, id));
  });

  it('says whose it is, and carries nothing but ids: no words or numbers of people lie in the queue', () => {
    const more = { ...filled(payload, ID), body: 'PAY', phone: '+12125550100' };
    const kept = payload.parse(more);
    expect(kept).toEqual(filled(payload, ID));
    expect(kept).toHaveProperty('billerId');
  });

  it('is tried again, later, and not for ever', () => {
    expect(retryLimit).toBeGreaterThan(0);
    expect(retryDelaySeconds).toBeGreaterThan(0);
    expect(Number.isFinite(retryLimit)).toBe(true);
  });

  it('is named after a room and what is done there, which is also a name that the queue takes', () => {
    expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
  });
});

describe('the names of jobs', () => {
  it('are told apart, also by a reader who does not mind the room', () => {
    const acts = Object.keys(JOBS).map((name) => name.split('.')[1]);
    expect(new Set(acts).size).toBe(acts.length);
  });
});
