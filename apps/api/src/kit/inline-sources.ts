import { createHash } from 'node:crypto';

/** What a content policy lets in of what stands in the document itself, as its sources, divided by blanks. */
export interface InlineSources {
  script: string;
  style: string;
}

/** All that carries the nonce, which is another one in every answer. */
export function byNonce(nonce: string): InlineSources {
  return { script: `'nonce-${nonce}'`, style: `'nonce-${nonce}'` };
}

/** These texts and no other; for a document that is the same in every answer. */
export function byHash({ scripts, styles }: { scripts: string[]; styles: string[] }): InlineSources {
  return { script: scripts.map(hash).join(' '), style: styles.map(hash).join(' ') };
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
