import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readDestinations } from './read-destinations.ts';

export interface XmlReply {
  from: string;
  to: string;
  text: string;
  type: 'sms' | 'mms';
  media: string[];
  url: string | null;
  method: 'POST' | 'GET';
}

interface MessageElement {
  '@src'?: string;
  '@dst'?: string;
  '@type'?: string;
  '@callbackUrl'?: string;
  '@callbackMethod'?: string;
  '#text'?: string;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  alwaysCreateTextNode: true,
  isArray: (name) => name === 'Message',
});

/**
 * The texts that an answer to the inbound webhook asks for: `<Response><Message src dst>words</Message></Response>`.
 * Other elements are voice's and do nothing; a body that is not such a document means no text, as an empty one does.
 */
export function readAnswer(body: string): XmlReply[] {
  if (!body.includes('<Response') || XMLValidator.validate(body) !== true) return [];
  const document = parser.parse(body) as { Response?: { Message?: MessageElement[] } };
  return (document.Response?.Message ?? []).flatMap(repliesOf);
}

function repliesOf(message: MessageElement): XmlReply[] {
  const { valid } = readDestinations(message['@dst'] ?? '');
  const from = message['@src']?.replace(/^\+/, '');
  const text = message['#text']?.trim() ?? '';
  if (!from || !text) return [];
  return valid.map((to) => ({
    from,
    to,
    text,
    type: message['@type'] === 'mms' ? 'mms' : 'sms',
    media: [],
    url: message['@callbackUrl'] ?? null,
    method: message['@callbackMethod']?.toUpperCase() === 'GET' ? 'GET' : 'POST',
  }));
}
