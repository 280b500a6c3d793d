import type { Language } from '@kvitt/domain/locale/language';
import type { Currency } from '@kvitt/domain/money/money';
import { defineEntity, p } from '@mikro-orm/postgresql';

const BillerSchema = defineEntity({
  name: 'Biller',
  tableName: 'biller',
  properties: {
    id: p.uuid().primary(),
    slug: p.text(),
    name: p.text(),
    currency: p.text().$type<Currency>(),
    timeZone: p.text(),
    language: p.text().$type<Language>(),
    accent: p.text(),
    supportPhone: p.text(),
    supportEmail: p.text().nullable(),
    /** The last day, of the biller's own, on which the morning's announcements were begun. */
    announcedOn: p.date().nullable(),
    createdAt: p.datetime(),
  },
});

/** The company that is owed. Every other row belongs to one, and every key begins with it. */
export class Biller extends BillerSchema.class {}
BillerSchema.setClass(Biller);
