import { defineEntity, p } from '@mikro-orm/postgresql';

const BoardSettingSchema = defineEntity({
  name: 'BoardSetting',
  tableName: 'board_setting',
  properties: {
    billerId: p.uuid().primary(),
    /** Whether agents see their own place alone. */
    isPrivate: p.boolean(),
  },
});

/** How much of the leaderboard agents see; without a row, its top. */
export class BoardSetting extends BoardSettingSchema.class {}
BoardSettingSchema.setClass(BoardSetting);
