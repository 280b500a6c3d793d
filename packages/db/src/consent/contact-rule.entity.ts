import { defineEntity, p } from '@mikro-orm/postgresql';

const ContactRuleSchema = defineEntity({
  name: 'ContactRule',
  tableName: 'contact_rule',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    /** Null where it is the biller's own, for everybody. */
    accountId: p.uuid().nullable(),
    kind: p.text().$type<'window' | 'cap' | 'block'>(),
    /** In the form of the rules' files. */
    rule: p.json<Record<string, unknown>>(),
    createdAt: p.datetime(),
    createdBy: p.text(),
    endedAt: p.datetime().nullable(),
    endedBy: p.text().nullable(),
  },
});

/** A window, a limit or a block that a biller, or an account's customer, has added to the rules of contact. */
export class ContactRule extends ContactRuleSchema.class {}
ContactRuleSchema.setClass(ContactRule);
