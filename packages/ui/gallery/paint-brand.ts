import { correctAccent } from '../src/accent/correct-accent.ts';

/** Gives the page a biller's colour, `#rrggbb`, made readable by day and by night as the pages do it. */
export function paintBrand(colour: string): void {
  const declare = (scheme: 'light' | 'dark') => {
    const { accent, onAccent } = correctAccent(colour, scheme);
    return `:root{--accent:${accent};--on-accent:${onAccent}}`;
  };
  const style = document.createElement('style');
  style.textContent = `${declare('light')}@media (prefers-color-scheme:dark){${declare('dark')}}`;
  document.head.append(style);
}
