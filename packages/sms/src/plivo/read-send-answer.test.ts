import { describe, expect, it } from 'vitest';
import { ERROR_CODES, explainErrorCode } from './error-codes.ts';
import { readSendAnswer } from './send-message.ts';

const rejected = (status: number, complaint?: string, retryAfter?: string) =>
  readSendAnswer({
    kind: 'rejected',
    status,
    ...(complaint !== undefined && { complaint }),
    ...(retryAfter !== undefined && { retryAfter }),
  });

describe("what is made of Plivo's answer to a send", () => {
  it('is accepted only with an id', () => {
    expect(readSendAnswer({ kind: 'answered', value: { messageUuid: ['id-1'] } })).toEqual({
      kind: 'accepted',
      vendorId: 'id-1',
    });
    expect(readSendAnswer({ kind: 'answered', value: {} })).toMatchObject({ kind: 'unknown' });
  });

  it('is refused where the only destination was dropped as invalid', () => {
    const value = { messageUuid: [], invalid_number: ['14155550100'] };
    const answer = readSendAnswer({ kind: 'answered', value });
    expect(answer).toMatchObject({ kind: 'refused', failure: 'bad-number' });
    expect(JSON.stringify(answer)).not.toContain('14155550100');
  });

  it.each(['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'ERR_BAD_RESPONSE', 'deadline', 'unreadable'])(
    'is unknown after %s, because the text may be on its way',
    (code) => {
      expect(readSendAnswer({ kind: 'lost', code })).toMatchObject({ kind: 'unknown' });
    },
  );

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])(
    'may be sent again after %s: nothing left us',
    (code) => {
      expect(readSendAnswer({ kind: 'lost', code })).toMatchObject({ kind: 'throttled' });
    },
  );

  it.each([200, 202, 301, 408, 500, 501, 502, 503, 504, 520])('is unknown after a broken %i', (status) => {
    expect(rejected(status)).toMatchObject({ kind: 'unknown' });
  });

  it.each([
    ['2', 2000],
    ['0', 1000],
    ['soon', 1000],
    ['86400', 300_000],
    [undefined, 1000],
  ])('waits on 429 with Retry-After %s for %i ms', (retryAfter, retryAfterMs) => {
    expect(rejected(429, 'too many requests', retryAfter)).toEqual({ kind: 'throttled', retryAfterMs });
  });

  it.each([
    [400, 'Insufficient Credit', 'stop-sending'],
    [400, 'account is disabled', 'stop-sending'],
    [401, 'authentication failed', 'stop-sending'],
    [403, 'Messages to this destination country are barred', 'configuration'],
    [400, 'dst 14155550100 is not valid', 'bad-number'],
    [400, 'This caller ID is not allowed for outbound message', 'configuration'],
    [400, 'text is too long', 'content'],
    [400, 'dst 14155550100 has opted out', 'opted-out'],
    [404, 'not found', 'configuration'],
    [422, undefined, 'configuration'],
  ])('is refused with %i "%s" as %s, and repeats no number', (status, complaint, failure) => {
    const answer = rejected(status, complaint);
    expect(answer).toMatchObject({ kind: 'refused', status, failure });
    expect(JSON.stringify(answer)).not.toContain('14155550100');
  });
});

describe("the table of Plivo's codes", () => {
  it('takes only code 200 for an opt-out, and only money or account trouble for a full stop', () => {
    const of = (kind: string) => Object.keys(ERROR_CODES).filter((code) => ERROR_CODES[code]?.kind === kind);
    expect(of('opted-out')).toEqual(['200']);
    expect(of('stop-sending')).toEqual(['900', '910']);
    expect(of('bad-number')).toEqual(['50', '70', '100']);
  });

  it('never gives a phone up for a code that it does not know', () => {
    expect(explainErrorCode('4242')).toMatchObject({ kind: 'transient' });
    expect(explainErrorCode('')).toBeUndefined();
    expect(explainErrorCode(undefined)).toBeUndefined();
  });
});
