import { expect, it } from 'vitest';
import { decideNotice, type NoticeFacts } from './decide-notice.ts';

const NOW = new Date('2026-11-20T15:00:00Z');
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const facts = (more: Partial<NoticeFacts>): NoticeFacts => ({
  isFromAccount: true,
  amountMinor: 12_000,
  lastMinor: 8_400,
  toldAt: null,
  telling: 'none',
  now: NOW,
  ...more,
});

it.each<[string, Partial<NoticeFacts>, ReturnType<typeof decideNotice>]>([
  ['a card is charged', { isFromAccount: false }, { kind: 'charge' }],
  ['the same amount again is charged', { amountMinor: 8_400 }, { kind: 'charge' }],
  ['another amount is told first', {}, { kind: 'tell-first' }],
  ['the first amount ever is told first', { lastMinor: null }, { kind: 'tell-first' }],
  ['told ten days ago is charged', { telling: 'told', toldAt: ago(10) }, { kind: 'charge' }],
  [
    'told nine days ago waits one more',
    { telling: 'told', toldAt: ago(9) },
    { kind: 'wait', untilMs: Date.parse('2026-11-21T15:00:00Z') },
  ],
  ['what could not be told is never charged', { telling: 'failed' }, { kind: 'never' }],
  [
    'what is being told waits',
    { telling: 'on-its-way' },
    { kind: 'wait', untilMs: Date.parse('2026-11-20T16:00:00Z') },
  ],
])('%s', (_, more, decision) => {
  expect(decideNotice(facts(more))).toEqual(decision);
});
