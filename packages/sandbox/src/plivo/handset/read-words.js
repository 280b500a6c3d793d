/** Verbs, in the languages that texts come in here, after which a text names the words it wants back. */
const replyVerb =
  /\b(?:reply|respond|text|send|answer|svara?|skicka|sms:?a|send|antworten?|sende|répondez|envoyez|responda?|envíe|responde)\b/iu;
/** Words in capitals that a text has for other reasons than wanting them back. */
const notWords = new Set([
  'USD',
  'SEK',
  'NOK',
  'DKK',
  'EUR',
  'GBP',
  'CAD',
  'SMS',
  'PDF',
  'ID',
  'OCR',
  'IBAN',
  'AND',
  'OR',
]);
/** Words that every sender must take, asked for or not. */
const everywhere = new Set(['STOP', 'HELP', 'START', 'INFO']);
const mostWords = 6;

/**
 * The quick replies that a text itself offers: what stands in capitals, with a short number behind it where there is
 * one (`YES 73`), in a sentence with a verb like "reply"; a digit or a range of digits right behind such a verb; and
 * STOP or HELP wherever they stand.
 */
export function readWords(text) {
  const words = [];
  const plain = text.replace(/https?:\/\/\S+/g, ' ');
  for (const sentence of plain.split(/(?<=[.!?;])\s+|\n+/)) {
    const verb = replyVerb.exec(sentence);
    const asked = verb ? sentence.slice(verb.index + verb[0].length) : '';
    words.push(...digitsOf(asked));
    for (const [, word, number] of sentence.matchAll(
      /(?<![\p{L}\d])(\p{Lu}{2,})(?![\p{L}\d])(?: (\d{1,6})(?![\d.,]\d|%|\d))?/gu,
    )) {
      const isAsked = asked.includes(word) && !notWords.has(word);
      if (isAsked || everywhere.has(word)) words.push(isAsked && number ? `${word} ${number}` : word);
    }
  }
  return [...new Set(words)].slice(0, mostWords);
}

/** `1-5`, `1 to 5`, `1, 2 or 3`, `1 for yes`: the digits on their own right behind the verb. */
function digitsOf(asked) {
  const range = /^\s*(?:with\s+|med\s+)?(\d)\s*(?:-|–|to|till)\s*(\d)(?![\d.,]*\d)/u.exec(asked);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => String(from + index));
  }
  const first = /^\s*(?:with\s+|med\s+)?\d(?![\d.,]*\d)/u.test(asked);
  return first ? [...asked.matchAll(/(?<![\d.,$€£])(\d)(?![\d.,]*\d|%)/gu)].map(([, digit]) => digit) : [];
}
