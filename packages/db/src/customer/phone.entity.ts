import { defineEntity, p } from '@mikro-orm/postgresql';

const PhoneSchema = defineEntity({
  name: 'Phone',
  tableName: 'phone',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    e164: p.text(),
    lineType: p.text().$type<'mobile' | 'landline' | 'unknown'>(),
    /** Since when the carrier calls it unreachable for good, and in which of its numbers. */
    unreachableSince: p.datetime().nullable(),
    unreachableCode: p.text().nullable(),
    /** Since when its owner wants texts without links. */
    noLinksSince: p.datetime().nullable(),
    /** Since when texts that nobody asked for are held for a person to decide, and the text that made them so. */
    heldSince: p.datetime().nullable(),
    heldBy: p.uuid().nullable(),
    createdAt: p.datetime(),
  },
});

/** A number that texts go to; it may serve several accounts. */
export class Phone extends PhoneSchema.class {}
PhoneSchema.setClass(Phone);
