import type { PortalPage } from '@kvitt/api/portal/page';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import AnyView from './AnyView.vue';
import App from './App.vue';
import { ALL_WORDS } from './kit/all-words.ts';
import { titlePage } from './kit/title-page.ts';
import { makePageKit } from './kit/use-page.ts';
import { type Inline, type PageAssets, writeDocument } from './kit/write-document.ts';

/** Set by the build, which makes the client first; where it is missing, in tests, pages are rendered without style. */
declare const __PAGE_ASSETS__: PageAssets | undefined;
const assets: PageAssets =
  typeof __PAGE_ASSETS__ === 'undefined'
    ? {
        css: '',
        entry: '/src/entry-client.ts',
        card: '/src/entry-card.ts',
        offline: '/src/offline/offline.ts',
        passkey: '/src/passkey/passkey.ts',
        cardFields: [],
        vendorClient: '',
      }
    : __PAGE_ASSETS__;

/**
 * One page as a complete HTML document. `nonce` is that of the content policy the document is sent with: its one style
 * sheet and its one script carry it, nothing else in it needs leave, and no element has a style attribute. Without a nonce
 * the same page is always the same document, and `inline` is what its policy has to allow by hash.
 */
export async function render(
  page: PortalPage,
  { nonce }: { nonce?: string | undefined },
): Promise<{ html: string; inline: Inline }> {
  const messages = ALL_WORDS[page.language];
  const body = await renderToString(createSSRApp(App, { page, messages, body: AnyView }));
  const kit = makePageKit(page, messages);
  const description = page.view.kind === 'join' ? kit.t('join.lead') : undefined;
  return writeDocument({ page, title: titlePage(kit), description, body, nonce, assets });
}
