/** A browser as its user would call it, from what it says of itself: "Chrome on Windows". */
export function nameBrowser(userAgent: string | null): string {
  const said = userAgent ?? '';
  const browser = BROWSERS.find(([sign]) => sign.test(said))?.[1] ?? 'Browser';
  const system = SYSTEMS.find(([sign]) => sign.test(said))?.[1];
  return system ? `${browser} · ${system}` : browser;
}

// The first that fits: everybody says Safari, and most say Chrome.
const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];
