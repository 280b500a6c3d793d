/** Where anybody may hide any address: carriers take such a link for a fraud (carrier error 30449). */
const SHORTENERS: ReadonlySet<string> = new Set([
  'adf.ly',
  'bit.do',
  'bit.ly',
  'bitly.com',
  'bl.ink',
  'buff.ly',
  'cutt.ly',
  'db.tt',
  'goo.gl',
  'is.gd',
  'j.mp',
  'lnkd.in',
  'ow.ly',
  'qr.ae',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'short.io',
  'shorturl.at',
  'shrtco.de',
  'snip.ly',
  't.co',
  't.ly',
  't.me',
  'tiny.cc',
  'tiny.one',
  'tinyurl.com',
  'tr.im',
  'trib.al',
  'u.nu',
  'urlz.fr',
  'v.gd',
  'wp.me',
]);

/**
 * Whether an address, with or without `https://`, is at a public shortener; also where only its kind is known,
 * `shortener` or `public_shortener`.
 */
export function isShortener(url: string): boolean {
  const [host = ''] = url
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^[^/?#]*@/, '')
    .split(/[/?#:]/);
  const name = host.replace(/^www\./, '').replace(/\.$/, '');
  return SHORTENERS.has(name) || name === 'shortener' || name === 'public_shortener';
}
