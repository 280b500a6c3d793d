import type { Language } from '../locale/language.ts';

/**
 * Where a biller's customers ask for their bills by text: the address that a code on a paper statement opens, which says
 * where they came from, and the one that a person types, without its scheme.
 * @param publicUrl where customers reach us, without a slash at its end
 */
export function joinAddress(
  publicUrl: string,
  slug: string,
  language?: Language,
): { code: string; typed: string } {
  const page = `${publicUrl}/join/${slug}`;
  const spoken = language === undefined ? '' : `&lang=${language}`;
  return { code: `${page}?from=statement${spoken}`, typed: page.replace(/^https?:\/\//, '') };
}
