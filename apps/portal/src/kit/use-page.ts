import type { PortalPage } from '@kvitt/api/portal/page';
import { brandOf, endsInFigures, splitBrand } from '@kvitt/domain/payment/brand-of';
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
  /** "Visa ending in 4242", "Apple Pay · Visa 4242", "PayPal ja***@example.com". */
  cardName(card: NamedCard): string;
  /** An address below the link's own: `''` is the bill, `'/pay'` the pay step. Carries a chosen language on. */
  address(below: '' | `/${string}`): string;
}

type NamedCard = Pick<CardFace, 'kind' | 'brand' | 'last4'>;

export const pageKey: InjectionKey<PageKit> = Symbol('page');

export function makePageKit(page: PortalPage, messages: AllMessages): PageKit {
  const t = translateWith(page.language, messages);
  return {
    page,
    t,
    format: formatFor(page.language, page.timeZone, page.today),
    phone: formatPhone(page.biller.supportPhone),
    phoneLink: `tel:${page.biller.supportPhone.replace(/[^+\d]/g, '')}`,
    cardName: (card) => nameCard(card, t),
    address: (below) => {
      const chosen = page.isLanguageChosen ? `${below.includes('?') ? '&' : '?'}lang=${page.language}` : '';
      return `/${page.token.split('/').map(encodeURIComponent).join('/')}${below}${chosen}`;
    },
  };
}

function nameCard({ kind, brand, last4 }: NamedCard, t: Translate): string {
  if (!endsInFigures(last4)) return `${brand} ${last4}`;
  const { wallet, brand: inside } = splitBrand(brandOf({ brand, ...(kind && { kind }) }));
  return wallet ? `${wallet} · ${inside} ${last4}` : t('card.ending', { brand, last4 });
}

export function usePage(): PageKit {
  const kit = inject(pageKey);
  if (!kit) throw new Error('a view stands outside of a page');
  return kit;
}
