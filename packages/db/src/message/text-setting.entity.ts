import type { LockScreenLevel } from '@kvitt/domain/message/templates/text-kind';
import { defineEntity, p } from '@mikro-orm/postgresql';

const TextSettingSchema = defineEntity({
  name: 'TextSetting',
  tableName: 'text_setting',
  properties: {
    billerId: p.uuid().primary(),
    /** First names go out in plain letters ("Zoe"), which is cheaper, and to some no longer their name. */
    isNameSpelt: p.boolean().default(false),
    /** The most that texts of each kind tell a lock screen. */
    infoLevel: p.text().$type<LockScreenLevel>().default('L1'),
    receiptLevel: p.text().$type<LockScreenLevel>().default('L1'),
    pastDueLevel: p.text().$type<LockScreenLevel>().default('L2'),
    savedBy: p.text(),
    savedAt: p.datetime(),
  },
});

/** How a biller wants its texts written; no row where nothing was chosen. */
export class TextSetting extends TextSettingSchema.class {}
TextSettingSchema.setClass(TextSetting);
