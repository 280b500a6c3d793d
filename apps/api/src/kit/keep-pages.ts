import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { PortalPage } from '../portal/page.ts';
import type { Deps } from './deps.ts';
import { byHash, type InlineSources } from './inline-sources.ts';

const compress = promisify(gzip);

/** Of a page that is compressed once the time does not matter, and each step above this takes off a hundredth. */
const LEVEL = 6;

/** Some hundreds of pages; one is 40 KB with its compressed form. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Nobody's bill stays in our memory for much longer than somebody looks at it. */
const KEPT_MS = 10 * 60_000;

export interface KeptPage {
  html: string;
  gzipped: Uint8Array<ArrayBuffer>;
  inline: InlineSources;
}

/**
 * Renders pages, and keeps them for the next one who asks for the very same: robots that preview a text, whoever comes back.
 * What is kept is found by everything that the page shows, read from the database for this very request, so a page can
 * never be older than its data, and none is shown to anyone who was not about to see each of its words.
 */
export function keepPages(render: Deps['render']): (page: PortalPage) => Promise<KeptPage> {
  const kept = new LRUCache<string, KeptPage>({
    maxSize: MOST_BYTES,
    // Texts of ours are kept with one byte a letter at best.
    sizeCalculation: ({ html, gzipped }, key) => html.length + gzipped.length + key.length,
    ttl: KEPT_MS,
  });
  return async (page) => {
    const key = JSON.stringify(page);
    const known = kept.get(key);
    if (known) return known;
    const { html, inline = { scripts: [], styles: [] } } = await render(page, {});
    const gzipped = new Uint8Array(await compress(html, { level: LEVEL }));
    const made = { html, gzipped, inline: byHash(inline) };
    kept.set(key, made);
    return made;
  };
}
