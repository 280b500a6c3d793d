import type { Language } from '@kvitt/domain/locale/language';
import type { TemplateName } from '@kvitt/domain/message/templates/template-vars';
import { defineEntity, p } from '@mikro-orm/postgresql';

const TemplateSchema = defineEntity({
  name: 'Template',
  tableName: 'template',
  properties: {
    billerId: p.uuid().primary(),
    /** Counts all that a biller saves, so that one number names everything that was in force. */
    version: p.integer().primary(),

    name: p.text().$type<TemplateName>(),
    language: p.text().$type<Language>(),
    /** ICU MessageFormat without the brand; null where the biller went back to our wording. */
    wording: p.text().nullable(),
    savedBy: p.text(),
    savedAt: p.datetime(),
  },
});

/** A biller's own wording of a text. Nothing is changed: a later version stands for the same text and language. */
export class Template extends TemplateSchema.class {}
TemplateSchema.setClass(Template);
