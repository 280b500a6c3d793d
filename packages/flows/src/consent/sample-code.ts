import type { Ids } from '../kit/context.ts';

/**
 * Six digits that stand nowhere but in the sample bill's PDF: who types them back has opened it, which shows that they can
 * open the bills too (15 USC 7001(c)(1)(C)). They protect nothing, so they are made of what is known: an account has the
 * same ones until there is a new wording.
 */
export function sampleCode(ids: Ids, accountId: string, wordingKey: string): string {
  const made = ids.derived(accountId, `sample-bill/${wordingKey}`).replaceAll('-', '');
  return String(Number.parseInt(made.slice(-12), 16) % 1_000_000).padStart(6, '0');
}
