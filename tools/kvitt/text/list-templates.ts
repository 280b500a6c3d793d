import { loadOwnTexts } from '@kvitt/db/message/load-own-texts';
import { LANGUAGES } from '@kvitt/domain/locale/language';
import { countSegments } from '@kvitt/domain/message/count-segments';
import { renderTemplate } from '@kvitt/domain/message/templates/render-template';
import { sampleVars } from '@kvitt/domain/message/templates/sample-vars';
import {
  TEMPLATE_KINDS,
  TEMPLATE_NAMES,
  type TemplateName,
} from '@kvitt/domain/message/templates/template-vars';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

export interface ListOptions {
  biller?: string;
  json?: boolean;
}

/** `template list`: every text there is, what it is to the rules, how many parts it takes, who worded it. */
export async function listTemplates(options: ListOptions): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    const own = biller ? await loadOwnTexts(ctx.em.fork(), biller.id) : undefined;
    for (const name of TEMPLATE_NAMES) {
      const { category, level, needs } = TEMPLATE_KINDS[name];
      const ownLanguages = LANGUAGES.filter((language) => own?.find(name, language));
      const parts = countParts(name);
      const row = { name, category, level, parts, needs, own: ownLanguages };
      const line = `${name.padEnd(26)}${category.padEnd(11)}${level}  ${parts} ${parts === 1 ? 'part ' : 'parts'}  ${ownLanguages.join(' ')}`;
      await writeAnswer(`${options.json ? JSON.stringify(row) : line.trimEnd()}\n`);
    }
    return EXIT.done;
  });
}

/** The most parts of our English wording. Asked name by name: what all texts together are told is more than the compiler compares. */
function countParts<N extends TemplateName>(name: N): number {
  const texts = sampleVars(name, 'en').map((vars) => renderTemplate<N>(name, 'en', vars));
  return Math.max(...texts.map((text) => countSegments(text).parts));
}
