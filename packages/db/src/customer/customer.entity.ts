import type { Language } from '@kvitt/domain/locale/language';
import { defineEntity, p } from '@mikro-orm/postgresql';

const CustomerSchema = defineEntity({
  name: 'Customer',
  tableName: 'customer',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    number: p.text(),
    firstName: p.text(),
    lastName: p.text(),
    postalCode: p.text().nullable(),
    region: p.text().nullable(),
    timeZone: p.text(),
    language: p.text().$type<Language>(),
    dateOfBirth: p.date().nullable(),
    createdAt: p.datetime(),
    /** The customer who was found to be the same person, and has their accounts now. */
    mergedIntoId: p.uuid().nullable(),
  },
});

/** A person or household that owes. */
export class Customer extends CustomerSchema.class {}
CustomerSchema.setClass(Customer);
