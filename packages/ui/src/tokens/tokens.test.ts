import { describe, expect, it } from 'vitest';
import { contrast } from '../accent/contrast.ts';
import { type Scheme, SURFACES } from '../accent/correct-accent.ts';
import css from './tokens.css?raw';

const [lightCss = '', darkCss = ''] = css.split(
  /@media \((?:prefers-color-scheme: dark|prefers-reduced-motion: reduce)\)/,
);
const tokens: Record<Scheme, Record<string, string>> = {
  light: readColours(lightCss),
  dark: readColours(darkCss),
};

/** Text needs 4.5:1 (WCAG 1.4.3); what only bounds a control or marks a state needs 3:1 (1.4.11). */
const PAIRS: [ink: string, surface: string, ratio: number][] = [
  ['ink', 'ground', 7],
  ['ink', 'paper', 7],
  ['ink-soft', 'ground', 4.5],
  ['ink-soft', 'paper', 4.5],
  ['positive', 'paper', 4.5],
  ['positive', 'ground', 4.5],
  ['on-positive', 'positive', 4.5],
  ['caution', 'ground', 4.5],
  ['caution', 'caution-wash', 4.5],
  ['critical', 'paper', 4.5],
  ['critical', 'ground', 4.5],
  ['critical', 'critical-wash', 4.5],
  ['positive', 'positive-wash', 4.5],
  ['ink', 'caution-wash', 7],
  ['ink', 'critical-wash', 7],
  ['ink', 'positive-wash', 7],
  ['edge', 'paper', 3],
  ['edge', 'ground', 3],
];

describe.each(['light', 'dark'] as const)('the %s scheme', (scheme) => {
  it.each(PAIRS)('reads %s on %s at %d:1 or better', (ink, surface, ratio) => {
    expect(contrast(colourOf(scheme, ink), colourOf(scheme, surface))).toBeGreaterThanOrEqual(ratio);
  });

  it('corrects accents against the surfaces that the pages really have', () => {
    expect(SURFACES[scheme]).toEqual([colourOf(scheme, 'paper'), colourOf(scheme, 'ground')]);
  });
});

function colourOf(scheme: Scheme, name: string): string {
  const value = tokens[scheme][name];
  if (value === undefined) throw new Error(`tokens.css has no --${name} for ${scheme}`);
  return value;
}

function readColours(part: string): Record<string, string> {
  return Object.fromEntries(
    [...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
}
