/** A colour of the screen, each part 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * WCAG 2.2 contrast of two colours, 1 to 21 (definition of "contrast ratio" and "relative luminance").
 * Takes `#rrggbb`, in any order and either case.
 */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(parseHex(one)), luminance(parseHex(other))].sort(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** @throws where `hex` is not `#rrggbb`: colours are checked where they are entered, not where they are drawn. */
export function parseHex(hex: string): Rgb {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`not a #rrggbb colour: ${hex}`);
  const packed = Number.parseInt(hex.slice(1), 16);
  return [packed >> 16, (packed >> 8) & 255, packed & 255];
}

/** Linear light of one sRGB part, 0–1. */
export function toLinear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}
