import { acceptText, recordText } from './accept-text.ts';
import { hasOptOutList, keepOptOuts } from './keep-opt-outs.ts';
import type { PlivoWorld } from './open-world.ts';
import { type CallbackEnd, postCallback } from './post-callback.ts';
import { readAnswer } from './read-answer.ts';
import { automaticReplies, readKeyword } from './read-keyword.ts';
import { rateOf } from './render-message.ts';
import type { SandboxText } from './sandbox-state.ts';

export interface InboundText {
  from: string;
  to: string;
  text: string;
  media?: string[];
}

/**
 * A person's phone sends a text to one of the account's numbers. The vendor keeps its opt-out list, answers the
 * keywords by itself where that is on, and posts the text to the number's message_url; that call is under way when
 * this returns. Refuses, with null, a number that the account does not rent.
 */
export function receiveText(world: PlivoWorld, inbound: InboundText): SandboxText | null {
  const number = world.numbers.get(inbound.to);
  if (!number) return null;
  const media = inbound.media ?? [];
  const text = recordText(
    world,
    { ...inbound, media, origin: 'person', type: media.length ? 'mms' : 'sms' },
    'inbound',
  );
  const intent = readKeyword(text.text);
  keepOptOuts(world, number, text.from, intent);
  const isListed = hasOptOutList(number);
  if (intent && isListed && world.state.settings.automaticReplies) {
    acceptText(world, {
      origin: 'automatic',
      from: text.to,
      to: text.from,
      text: automaticReplies[intent],
    });
  }
  // A number on no application: the text is on record, and nobody is told.
  if (!number.messageUrl) return text;
  void postCallback(
    world,
    {
      kind: 'inbound',
      about: text.uuid,
      url: number.messageUrl,
      method: number.messageMethod ?? 'POST',
      params: inboundParams(text, isListed ? intent : ''),
    },
    endInbound,
  );
  return text;
}

/** An inbound text is `delivered` when the account's server took it, and what it answers may be a text in XML. */
export const endInbound: CallbackEnd = (world, callback, answer) => {
  const text = world.texts.get(callback.about);
  if (!text) return;
  text.state = answer ? 'delivered' : 'undelivered';
  text.reportedAt = world.now();
  world.tell({ kind: 'text', text });
  if (!answer) return;
  for (const reply of readAnswer(answer.body)) acceptText(world, { ...reply, origin: 'reply' });
};

function inboundParams(text: SandboxText, intent: string): Record<string, string> {
  const { rate, amount } = rateOf(text);
  const media = text.media.map((url, index) => [`Media${index}`, url]);
  return {
    MessageUUID: text.uuid,
    From: text.from,
    To: text.to,
    Type: text.type,
    // A text with media has its words in Body, one without in Text.
    ...(text.type === 'mms' ? { Body: text.text, MediaCount: String(media.length) } : { Text: text.text }),
    ...Object.fromEntries(media),
    Units: String(text.units),
    TotalRate: rate,
    TotalAmount: amount,
    MessageIntent: intent,
    PowerpackUUID: text.powerpackUuid ?? '',
    ErrorCode: '',
  };
}
