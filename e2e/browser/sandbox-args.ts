/** Chromium refuses its own sandbox to root; everyone else keeps it. */
export function sandboxArgs(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
