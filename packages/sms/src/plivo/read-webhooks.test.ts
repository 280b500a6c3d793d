import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { WebhookRequest } from '../sms-port.ts';
import { createPlivo } from './create-plivo.ts';

const TOKEN = 'a token';
const INBOUND_URL = 'https://kvitt.example/webhooks/plivo/message';
const REPORT_URL = 'https://kvitt.example/webhooks/plivo/report?m=7b1c2d3e-0000-7000-8000-000000000001';
const plivo = createPlivo({
  authId: 'MAXXXXXXXXXXXXXXXXXX',
  authToken: TOKEN,
  callbackUrl: 'https://kvitt.example/webhooks/plivo/report',
});

/** A webhook as Plivo would sign it: what is tested here is what is made of its fields. */
function signedPost(url: string, params: WebhookRequest['params']): WebhookRequest {
  const [address, query] = url.split('?');
  const form = Object.keys(params)
    .sort()
    .flatMap((key) =>
      [params[key] ?? '']
        .flat()
        .toSorted()
        .map((value) => key + value),
    )
    .join('');
  const base = `${address}?${query ? `${query}.` : ''}${form}.77`;
  const signature = createHmac('sha256', TOKEN).update(base).digest('base64');
  const headers = { 'x-plivo-signature-v3': signature, 'x-plivo-signature-v3-nonce': '77' };
  return { method: 'POST', url, params, headers };
}

const INBOUND = {
  MessageUUID: '5b40a428-bfc7-4daf-9d06-726c558bf3b8',
  From: '14155550100',
  To: '14155550199',
  Text: 'PAY',
  Type: 'sms',
  Units: '1',
  MessageIntent: '',
};
const inbound = (fields: WebhookRequest['params']) =>
  plivo.readInbound(signedPost(INBOUND_URL, { ...INBOUND, ...fields }));

describe('a text that came in', () => {
  it('reads the numbers as E.164 with the plus, and the words as they are', () => {
    expect(inbound({ Text: '  Pay 🙂 ' })).toEqual({
      kind: 'read',
      value: {
        vendorId: INBOUND.MessageUUID,
        from: '+14155550100',
        to: '+14155550199',
        body: '  Pay 🙂 ',
        parts: 1,
      },
    });
  });

  it.each(['optout', 'optin', 'help'])('says what the carrier understood: %s', (intent) => {
    expect(inbound({ MessageIntent: intent })).toMatchObject({ value: { carrierIntent: intent } });
  });

  it('does not fall over an intent that Plivo adds one day', () => {
    expect(inbound({ MessageIntent: 'snooze' })).toMatchObject({ kind: 'read' });
    expect(inbound({ MessageIntent: 'snooze' })).not.toHaveProperty('value.carrierIntent');
  });

  it('reads a picture message without words as an empty text', () => {
    const fields = { ...INBOUND, Type: 'mms', Body: '', Media0: 'https://media.example/1' };
    const { Text: _, ...withoutText } = fields;
    expect(plivo.readInbound(signedPost(INBOUND_URL, withoutText))).toMatchObject({ value: { body: '' } });
  });

  it.each([
    ['a field twice', { From: ['14155550100', '14155550101'] }, 'From'],
    ['the text twice', { Text: ['STOP', 'PAY'] }, 'Text'],
    ['the intent twice', { MessageIntent: ['optout', 'optin'] }, 'MessageIntent'],
    ['letters in a number', { From: '1415555O100' }, 'From'],
    ['a NUL in a number', { From: '14155550100\0' }, 'From'],
    ['a line break after a number', { To: '14155550199\n' }, 'To'],
    ['an empty number', { To: '' }, 'To'],
    ['a number that is too long', { From: '1415555010012345' }, 'From'],
    ['a NUL in the text', { Text: 'PAY\0' }, 'Text'],
    ['half a character', { Text: 'PAY \ud83d' }, 'Text'],
    ['a text beyond all measure', { Text: 'x'.repeat(10_001) }, 'Text'],
    ['an id that is none', { MessageUUID: "1'; drop table" }, 'MessageUUID'],
    ['no id', { MessageUUID: '' }, 'MessageUUID'],
    ['parts that are no number', { Units: '-1' }, 'Units'],
  ])('is malformed with %s, though it is signed', (_, fields, field) => {
    expect(inbound(fields)).toEqual({ kind: 'malformed', field });
  });

  it('is malformed without any text', () => {
    const { Text: _, ...fields } = INBOUND;
    expect(plivo.readInbound(signedPost(INBOUND_URL, fields))).toEqual({ kind: 'malformed', field: 'Text' });
  });

  it('is forged where a field was changed on the way, malformed or not', () => {
    const request = signedPost(INBOUND_URL, INBOUND);
    expect(plivo.readInbound({ ...request, params: { ...INBOUND, From: '14155550101' } })).toEqual({
      kind: 'forged',
    });
    expect(plivo.readInbound({ ...request, params: { ...INBOUND, From: 'x' } })).toEqual({ kind: 'forged' });
  });
});

const REPORT = {
  MessageUUID: '5b40a428-bfc7-4daf-9d06-726c558bf3b8',
  ParentMessageUUID: '5b40a428-bfc7-4daf-9d06-726c558bf3b8',
  PartInfo: '1 of 1',
  To: '14155550100',
  From: '14155550199',
  Status: 'delivered',
  Units: '1',
  ErrorCode: '',
  Sequence: '3',
};
const report = (fields: WebhookRequest['params'], url = REPORT_URL) =>
  plivo.readReport(signedPost(url, { ...REPORT, ...fields }));

describe('a delivery report', () => {
  it('finds our message by the id in its address', () => {
    expect(report({})).toEqual({
      kind: 'read',
      value: {
        vendorId: REPORT.MessageUUID,
        messageId: '7b1c2d3e-0000-7000-8000-000000000001',
        to: '+14155550100',
        state: 'delivered',
        sequence: 3,
        isOptOut: false,
      },
    });
  });

  it('says that the phone has opted out, and why the text failed', () => {
    expect(report({ Status: 'failed', ErrorCode: '200' })).toMatchObject({
      value: { state: 'failed', errorCode: '200', isOptOut: true, failure: { kind: 'opted-out' } },
    });
  });

  it.each([
    ['50', 'bad-number'],
    ['80', 'transient'],
    ['30', 'content'],
    ['450', 'configuration'],
    ['900', 'stop-sending'],
    ['77777', 'transient'],
  ])('explains code %s as %s without calling it an opt-out', (ErrorCode, kind) => {
    expect(report({ Status: 'undelivered', ErrorCode })).toMatchObject({
      value: { isOptOut: false, failure: { kind } },
    });
  });

  it('takes code 000 for the success that it is', () => {
    const answer = report({ ErrorCode: '000' });
    expect(answer).toMatchObject({ kind: 'read', value: { state: 'delivered' } });
    expect(answer).not.toHaveProperty('value.failure');
  });

  it('is read although the carrier blanks the number of an unlogged text', () => {
    const answer = report({ To: '14155550***' });
    expect(answer).toMatchObject({ kind: 'read', value: { vendorId: REPORT.MessageUUID } });
    expect(answer).not.toHaveProperty('value.to');
    expect(report({ To: '141XXXXX100' })).toMatchObject({ kind: 'read' });
  });

  it('belongs to the whole text where it speaks of a later part', () => {
    const MessageUUID = '99999999-bfc7-4daf-9d06-726c558bf3b8';
    expect(report({ MessageUUID, PartInfo: '2 of 2' })).toMatchObject({
      value: { vendorId: REPORT.MessageUUID },
    });
  });

  it('keeps its place in the order of things without a sequence of its own', () => {
    const sequences = ['queued', 'sent', 'delivered'].map((Status) => report({ Status, Sequence: '' }));
    expect(sequences).toMatchObject([1, 2, 3].map((sequence) => ({ value: { sequence } })));
  });

  it.each([
    ['a state nobody knows', { Status: 'teleported' }, 'Status'],
    ['two states', { Status: ['delivered', 'failed'] }, 'Status'],
    ['a sequence that is no number', { Sequence: '3e9' }, 'Sequence'],
    ['a code that is no number', { ErrorCode: 'two hundred' }, 'ErrorCode'],
    ['a NUL in the number', { To: '1415555\x080' }, 'To'],
    ['a number that is words', { To: 'nobody' }, 'To'],
  ])('is malformed with %s', (_, fields, field) => {
    expect(report(fields)).toEqual({ kind: 'malformed', field });
  });

  it.each([`${REPORT_URL}&m=other`, `${REPORT_URL}%00`])(
    'is malformed where our id is not ours: %s',
    (url) => {
      const signed = signedPost(url, REPORT);
      // The signed query is sorted and decoded, as the vendor does it.
      const [address] = url.split('?');
      const query = [...new URL(url).searchParams]
        .map(([key, value]) => `${key}=${value}`)
        .sort()
        .join('&');
      const form = Object.entries(REPORT)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flat()
        .join('');
      const signature = createHmac('sha256', TOKEN).update(`${address}?${query}.${form}.77`).digest('base64');
      const headers = { ...signed.headers, 'x-plivo-signature-v3': signature };
      expect(plivo.readReport({ ...signed, headers })).toEqual({ kind: 'malformed', field: 'm' });
    },
  );
});
