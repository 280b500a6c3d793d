import { expect, it } from 'vitest';
import { readAnswer } from './read-answer.ts';

it('gives instants as every browser reads them, and nothing else another shape', () => {
  const json = JSON.stringify({
    at: '2026-11-21 15:00:25+00',
    rows: [
      { at: '2026-11-21 15:00:25.123456+00', body: 'called at 2026-11-21 15:00:25+00', day: '2026-11-21' },
    ],
  });
  expect(readAnswer(json)).toEqual({
    at: '2026-11-21T15:00:25Z',
    rows: [
      { at: '2026-11-21T15:00:25.123456Z', body: 'called at 2026-11-21 15:00:25+00', day: '2026-11-21' },
    ],
  });
});
