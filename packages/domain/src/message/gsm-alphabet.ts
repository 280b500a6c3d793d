/**
 * The GSM 03.38 default alphabet (3GPP TS 23.038, 6.2.1) in the order of its 128 codes, without the escape. It holds å ä
 * ö ø æ é ü ß ñ à and has neither á í ó ú nor ç: what some vendors' pages say about Norwegian is wrong.
 */
const DEFAULT_ALPHABET =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

/** The extension table (6.2.1.1): each is sent as an escape and a second code, so it takes two units. */
const EXTENSION_TABLE = '\f^{}\\[~]|€';

/** How many 7-bit units a character takes in GSM-7: none where the alphabet lacks it, two in the extension table. */
export const GSM_UNITS: ReadonlyMap<string, 1 | 2> = new Map<string, 1 | 2>([
  ...[...DEFAULT_ALPHABET].map((character) => [character, 1] as const),
  ...[...EXTENSION_TABLE].map((character) => [character, 2] as const),
]);
