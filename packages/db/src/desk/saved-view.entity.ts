import { defineEntity, p } from '@mikro-orm/postgresql';

/** How a table stood when somebody kept it. */
export interface ViewSetting {
  /** What narrows it, by name. */
  filters: Record<string, string | string[]>;
  /** The columns that are shown. */
  columns: string[];
  sort: { by: string; isBackwards: boolean } | null;
}

const SavedViewSchema = defineEntity({
  name: 'SavedView',
  tableName: 'saved_view',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    /** Whose it is; a shared one belongs to whoever shared it last. */
    agentId: p.uuid(),
    /** Of which table. */
    screen: p.text(),
    name: p.text(),
    isShared: p.boolean(),
    setting: p.json<ViewSetting>(),
    savedAt: p.datetime(),
  },
});

/** A view of one of the console's tables, kept under a name: an agent's own, or one that everybody sees. */
export class SavedView extends SavedViewSchema.class {}
SavedViewSchema.setClass(SavedView);
