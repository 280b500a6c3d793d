import type { PortalPage } from '@kvitt/api/portal/page';
import type { Language } from '@kvitt/domain/locale/language';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import AnyView from './AnyView.vue';
import App from './App.vue';
import { accountDe } from './kit/account-words-de.ts';
import { accountEn } from './kit/account-words-en.ts';
import { accountEs } from './kit/account-words-es.ts';
import { accountNb } from './kit/account-words-nb.ts';
import { accountSv } from './kit/account-words-sv.ts';
import { CARD_WORDS } from './kit/card-words.ts';
import { JOIN_WORDS } from './kit/join-words.ts';
import { de } from './kit/messages-de.ts';
import { en } from './kit/messages-en.ts';
import { es } from './kit/messages-es.ts';
import { nb } from './kit/messages-nb.ts';
import { sv } from './kit/messages-sv.ts';
import { moneyDe } from './kit/money-words-de.ts';
import { moneyEn } from './kit/money-words-en.ts';
import { moneyEs } from './kit/money-words-es.ts';
import { moneyNb } from './kit/money-words-nb.ts';
import { moneySv } from './kit/money-words-sv.ts';
import { titlePage } from './kit/title-page.ts';
import type { Messages, ServerWords } from './kit/translate.ts';
import { makePageKit } from './kit/use-page.ts';
import { type PageAssets, writeDocument } from './kit/write-document.ts';

/** Set by the build, which makes the client first; where it is missing, in tests, pages are rendered without style. */
declare const __PAGE_ASSETS__: PageAssets | undefined;
const assets: PageAssets =
  typeof __PAGE_ASSETS__ === 'undefined'
    ? {
        css: '',
        entry: '/src/entry-client.ts',
        offline: '/src/offline/offline.ts',
        words: { en: '', es: '', de: '', sv: '', nb: '' },
        cardFields: [],
        vendorClient: '',
      }
    : __PAGE_ASSETS__;

const WORDS: Record<Language, Messages & ServerWords> = {
  en: { ...en, ...accountEn, ...JOIN_WORDS.en, ...CARD_WORDS.en, ...moneyEn },
  es: { ...es, ...accountEs, ...JOIN_WORDS.es, ...CARD_WORDS.es, ...moneyEs },
  de: { ...de, ...accountDe, ...JOIN_WORDS.de, ...CARD_WORDS.de, ...moneyDe },
  sv: { ...sv, ...accountSv, ...JOIN_WORDS.sv, ...CARD_WORDS.sv, ...moneySv },
  nb: { ...nb, ...accountNb, ...JOIN_WORDS.nb, ...CARD_WORDS.nb, ...moneyNb },
};

/**
 * One page as a complete HTML document. `nonce` is that of the content policy the document is sent with: its one style
 * sheet and its one script carry it, nothing else in it needs leave, and no element has a style attribute.
 */
export async function render(page: PortalPage, { nonce }: { nonce: string }): Promise<{ html: string }> {
  const messages = WORDS[page.language];
  const body = await renderToString(createSSRApp(App, { page, messages, body: AnyView }));
  const kit = makePageKit(page, messages);
  const description = page.view.kind === 'join' ? kit.t('join.lead') : undefined;
  return { html: writeDocument({ page, title: titlePage(kit), description, body, nonce, assets }) };
}
