import type { PortalPage } from '@kvitt/api/portal/page';
import type { CardFace } from '@kvitt/domain/payment/outcome';
import { type InjectionKey, inject } from 'vue';
import { type Format, formatFor } from './format.ts';
import { formatPhone } from './format-phone.ts';
import { type AllMessages, type Translate, translateWith } from './translate.ts';

/** What every view writes with: the page it is part of, its words, its dates and money, its addresses. */
export interface PageKit {
  page: PortalPage;
  t: Translate;
  format: Format;
  /** The biller's telephone as people write it, and as a link dials it. */
  phone: string;
  phoneLink: string;
  /** "Visa ending in 4242". */
  cardName(card: Pick<CardFace, 'brand' | 'last4'>): string;
  /** An address below the link's own: `''` is the bill, `'/pay'` the pay step. Carries a chosen language on. */
  address(below: '' | `/${string}`): string;
}

export const pageKey: InjectionKey<PageKit> = Symbol('page');

export function makePageKit(page: PortalPage, messages: AllMessages): PageKit {
  const t = translateWith(page.language, messages);
  return {
    page,
    t,
    format: formatFor(page.language, page.timeZone, page.today),
    phone: formatPhone(page.biller.supportPhone),
    phoneLink: `tel:${page.biller.supportPhone.replace(/[^+\d]/g, '')}`,
    cardName: (card) => t('card.ending', { brand: card.brand, last4: card.last4 }),
    address: (below) => {
      const chosen = page.isLanguageChosen ? `${below.includes('?') ? '&' : '?'}lang=${page.language}` : '';
      return `/${page.token.split('/').map(encodeURIComponent).join('/')}${below}${chosen}`;
    },
  };
}

export function usePage(): PageKit {
  const kit = inject(pageKey);
  if (!kit) throw new Error('a view stands outside of a page');
  return kit;
}
