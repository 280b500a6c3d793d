const link = /(?:https?:\/\/[^\s<>"]+|(?<![@\w.])(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s<>"]*)/giu;

/**
 * A text cut into words and links, in order: `{ text }` or `{ text, href }`. As a phone does, an address without a
 * scheme counts when it has a path, and a full stop behind an address is not part of it. `origins` names what to open
 * instead of an origin that cannot be reached from here.
 */
export function splitLinks(text, origins = {}) {
  const pieces = [];
  let from = 0;
  for (const match of text.matchAll(link)) {
    const shown = match[0].replace(/[.,;:!?)\]]+$/u, '');
    const href = hrefOf(shown, origins);
    if (!href) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: shown, href });
    from = match.index + shown.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

function hrefOf(shown, origins) {
  const address = /^https?:/iu.test(shown) ? shown : `https://${shown}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const other = origins[url.origin];
  return other ? new URL(url.pathname + url.search + url.hash, other).href : url.href;
}
