import type { ContactFlagCode } from '@kvitt/domain/consent/policy/contact-flags';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ContactFlagSchema = defineEntity({
  name: 'ContactFlag',
  tableName: 'contact_flag',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    /** One of the two. */
    accountId: p.uuid().nullable(),
    phoneId: p.uuid().nullable(),
    code: p.text().$type<ContactFlagCode>(),
    since: p.datetime(),
    until: p.datetime().nullable(),
    createdBy: p.text(),
    note: p.text().nullable(),
    endedBy: p.text().nullable(),
  },
});

/** What is known of an account, or of a phone, that the rules of contact ask about. */
export class ContactFlag extends ContactFlagSchema.class {}
ContactFlagSchema.setClass(ContactFlag);
