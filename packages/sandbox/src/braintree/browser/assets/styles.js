/** What the page may say about the looks of a field, as with the vendor. */
const allowed = new Set(
  '-webkit-appearance -webkit-font-smoothing -webkit-tap-highlight-color -webkit-text-fill-color -moz-appearance -moz-osx-font-smoothing appearance box-shadow color direction font font-family font-size font-size-adjust font-stretch font-style font-variant font-variant-numeric font-weight letter-spacing line-height margin margin-top margin-right margin-bottom margin-left opacity outline padding padding-top padding-right padding-bottom padding-left text-align text-shadow transition'.split(
    ' ',
  ),
);

/** Lays the page's styles over the frame's own, without a style element that a strict policy would refuse. */
export function applyStyles(styles) {
  const sheet = new CSSStyleSheet();
  for (const [selector, rules] of Object.entries(styles ?? {})) addRule(sheet, selector, rules);
  document.adoptedStyleSheets = [sheet];
}

function addRule(sheet, selector, rules) {
  const css = selector.startsWith('@media')
    ? `${selector} { ${Object.entries(rules)
        .map(([inner, within]) => block(inner, within))
        .join(' ')} }`
    : block(selector, rules);
  try {
    sheet.insertRule(css, sheet.cssRules.length);
  } catch {
    // A selector this browser does not know: the vendor's frame drops it too.
  }
}

function block(selector, rules) {
  const lines = Object.entries(rules)
    .map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), String(value)])
    .filter(([name, value]) => allowed.has(name) && !/[;{}\\]|url\(/i.test(value))
    .map(([name, value]) => (name === 'font-size' ? `font-size: max(16px, ${value})` : `${name}: ${value}`));
  return `${selector} { ${lines.join('; ')} }`;
}
