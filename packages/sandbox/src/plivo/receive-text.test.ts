import { Response as PlivoXml } from 'plivo';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, type OpenPlivo, office, openPlivo } from './testing/open-plivo.ts';

let open: OpenPlivo;

beforeEach(async () => {
  open = await openPlivo();
});

afterEach(() => open.close());

describe('a person texts', () => {
  it('posts the text with the fields that the vendor documents', async () => {
    const { messageUuid } = await open.plivo.receive({ from: anna, to: office, text: 'Hello?' });
    await open.plivo.idle();
    expect(open.account.calls[0]?.params).toEqual({
      MessageUUID: messageUuid,
      From: anna,
      To: office,
      Type: 'sms',
      Text: 'Hello?',
      Units: '1',
      TotalRate: '0.00000',
      TotalAmount: '0.00000',
      MessageIntent: '',
      PowerpackUUID: '',
      ErrorCode: '',
    });
    expect(await open.client.messages.get(messageUuid)).toMatchObject({ messageState: 'delivered' });
  });

  it('asks again on the timetable of callbacks, and counts the text as undelivered in the end', async () => {
    open.account.answer = () => ({ status: 503 });
    const { messageUuid } = await open.plivo.receive({ from: anna, to: office, text: 'Hello?' });
    await open.plivo.idle();
    await open.clock.advance(60_000 + 120_000 + 240_000);
    expect(open.account.calls.filter(({ params }) => params.MessageUUID === messageUuid)).toHaveLength(4);
    expect(await open.client.messages.get(messageUuid)).toMatchObject({ messageState: 'undelivered' });
  });

  it('sends what the account answers in XML', async () => {
    const xml = PlivoXml();
    xml.addMessage('Tack & hej', { src: office, dst: anna, callbackUrl: `${open.account.origin}/status` });
    open.account.answer = ({ url }) => ({ status: 200, body: url.endsWith('/inbound') ? xml.toXML() : '' });
    await open.plivo.receive({ from: anna, to: office, text: 'Hello?' });
    await open.plivo.idle();
    await open.clock.advance(5000);
    expect(open.plivo.texts()).toMatchObject([
      { from: office, to: anna, text: 'Tack & hej', state: 'delivered' },
    ]);
    expect(open.account.statuses()).toEqual(['queued', 'sent', 'delivered']);
  });

  it('refuses a number that the account does not rent', async () => {
    await expect(open.plivo.receive({ from: anna, to: '14159999999', text: 'Hi' })).rejects.toThrow(
      /14159999999/,
    );
  });
});
