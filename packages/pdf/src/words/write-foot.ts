import type { Letterhead } from '@kvitt/domain/document/documents';
import { fill } from './document-words.ts';
import type { DocumentWords } from './words.ts';

/** Whom to ask, at the end of every page. */
export function writeFoot(
  { name, supportPhone, supportEmail }: Letterhead,
  words: DocumentWords,
): { text: string; page(number: number, of: number): string } {
  const reach = [supportPhone, supportEmail].filter(Boolean).join(' · ');
  return {
    text: reach === '' ? name : `${name} · ${fill(words.questions, { phone: reach })}`,
    page: (number, of) => fill(words.page, { number, of }),
  };
}
