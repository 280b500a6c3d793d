import { expect, it } from 'vitest';
import { readAnswering } from './read-answering.ts';

const wrote = new Date('2026-11-20T15:00:00Z');
const later = (hours: number) => new Date(wrote.getTime() + hours * 3_600_000);

it('takes a text within three days of the customer’s own for an answer to it', () => {
  expect(readAnswering(wrote, later(0))).toEqual({ purpose: 'reply', askedAt: wrote });
  expect(readAnswering(wrote, later(72))).toEqual({ purpose: 'reply', askedAt: wrote });
});

it('lets a later one, and one to who never wrote, keep the hours and caps of texts that come unasked', () => {
  expect(readAnswering(wrote, later(72.1))).toEqual({ purpose: 'service' });
  expect(readAnswering(null, later(0))).toEqual({ purpose: 'service' });
});
