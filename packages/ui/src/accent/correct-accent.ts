import { contrast, parseHex, type Rgb, toLinear } from './contrast.ts';

export type Scheme = 'light' | 'dark';

/** The colours that an accent stands on, as tokens.css says them; tokens.test.ts holds the two together. */
export const SURFACES: Record<Scheme, readonly string[]> = {
  light: ['#ffffff', '#f5f6f4'],
  dark: ['#181c1f', '#0f1214'],
};

/** WCAG 2.2, success criterion 1.4.3: text of ordinary size. */
const ENOUGH = 4.5;
/** What a colour that must move is moved to: on dark paper the bare minimum looks dull, so it goes a little further. */
const AIM: Record<Scheme, number> = { light: 4.5, dark: 6 };
/** Below this OKLCH chroma a colour is a white, a grey or a black with a breath of something. */
const COLOURLESS = 0.03;
/** The pages' own ink, which such a colour becomes where it cannot be read: a middling grey would look switched off. */
const PLAIN: Record<Scheme, string> = { light: '#14191b', dark: '#eef1ef' };
/** Ink of the pages where it is dark or light enough; pure black is the way out for accents of middling light. */
const INKS = ['#ffffff', '#14191b', '#000000'] as const;

/**
 * The biller's own colour made readable: the same hue, darkened on the light scheme or lightened on the dark one about
 * as far as 4.5:1 on every surface needs; unchanged where it is readable already, and the pages' own ink where there is no
 * hue to keep. Takes `#rrggbb`; gives the colour for
 * text, links and buttons, and the ink of the text on top of it (again ≥ 4.5:1).
 */
export function correctAccent(hex: string, scheme: Scheme): { accent: string; onAccent: string } {
  const accent = isReadable(hex, scheme, ENOUGH) ? hex.toLowerCase() : moveLightness(hex, scheme);
  const onAccent = INKS.find((ink) => contrast(ink, accent) >= ENOUGH) ?? '#000000';
  return { accent, onAccent };
}

function isReadable(hex: string, scheme: Scheme, ratio: number): boolean {
  return SURFACES[scheme].every((surface) => contrast(hex, surface) >= ratio);
}

/**
 * Halves the interval between the biller's lightness and the far end (black or white, which always reads) until the
 * nearest readable one is found. OKLCH keeps the hue where HSL would turn a yellow into olive and a blue into violet.
 */
function moveLightness(hex: string, scheme: Scheme): string {
  const { lightness, chroma, hue } = toOklch(parseHex(hex));
  if (chroma < COLOURLESS) return PLAIN[scheme];
  let unreadable = lightness;
  let readable = scheme === 'light' ? 0 : 1;
  let found = scheme === 'light' ? '#000000' : '#ffffff';
  for (let step = 0; step < 14; step++) {
    const middle = (unreadable + readable) / 2;
    const candidate = fitInGamut(middle, chroma, hue);
    if (isReadable(candidate, scheme, AIM[scheme])) {
      readable = middle;
      found = candidate;
    } else unreadable = middle;
  }
  return found;
}

/** The most colourful screen colour with this lightness and hue, at most as colourful as asked. */
function fitInGamut(lightness: number, chroma: number, hue: number): string {
  let low = 0;
  let high = chroma;
  let best = toSrgb(lightness, 0, hue);
  for (let step = 0; step < 12; step++) {
    const middle = step === 0 ? chroma : (low + high) / 2;
    const candidate = toSrgb(lightness, middle, hue);
    if (candidate.every((part) => part > -0.5 && part < 255.5)) {
      low = middle;
      best = candidate;
      if (middle === chroma) break;
    } else high = middle;
  }
  return `#${best.map((part) => clampPart(part).toString(16).padStart(2, '0')).join('')}`;
}

function clampPart(part: number): number {
  return Math.min(255, Math.max(0, Math.round(part)));
}

/** Björn Ottosson's OKLab (bottosson.github.io/posts/oklab), in polar form. */
function toOklch(rgb: Rgb): { lightness: number; chroma: number; hue: number } {
  const [r, g, b] = [toLinear(rgb[0]), toLinear(rgb[1]), toLinear(rgb[2])];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { lightness, chroma: Math.hypot(a, bb), hue: Math.atan2(bb, a) };
}

function toSrgb(lightness: number, chroma: number, hue: number): number[] {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map(fromLinear);
}

function fromLinear(light: number): number {
  const size = Math.abs(light);
  const share = size <= 0.0031308 ? 12.92 * size : 1.055 * size ** (1 / 2.4) - 0.055;
  return Math.sign(light) * share * 255;
}
