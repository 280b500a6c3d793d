import { expect, it } from 'vitest';
import { lastingReasons } from './lasting-reasons.ts';

it('does not name the hours among the reasons of who is never texted', () => {
  const reasons = ['CONSENT_REVOKED', 'WINDOW:us-tcpa', 'BLOCK:BY-LETTER', 'CAP:day'];
  expect(lastingReasons(reasons)).toEqual(['CONSENT_REVOKED', 'BLOCK:BY-LETTER']);
});

it('names the hours where nothing else stands in the way', () => {
  expect(lastingReasons(['WINDOW:us-tcpa'])).toEqual(['WINDOW:us-tcpa']);
});
