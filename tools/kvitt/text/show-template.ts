import { Template } from '@kvitt/db/message/template.entity';
import { LANGUAGES } from '@kvitt/domain/locale/language';
import { countSegments } from '@kvitt/domain/message/count-segments';
import { compileText } from '@kvitt/domain/message/templates/compile-text';
import { WORDINGS } from '@kvitt/domain/message/templates/render-template';
import { renderText } from '@kvitt/domain/message/templates/render-text';
import { sampleVars } from '@kvitt/domain/message/templates/sample-vars';
import { TEMPLATE_KINDS } from '@kvitt/domain/message/templates/template-vars';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { readLanguage, readTemplateName } from './read-template-name.ts';

export interface ShowOptions {
  biller?: string;
  language?: string;
  json?: boolean;
}

/** `template show NAME`: what a text is told, what it must say, and its wording with an example, ours or the biller's. */
export async function showTemplate(text: string, options: ShowOptions): Promise<ExitCode> {
  const name = readTemplateName(text);
  const languages = options.language === undefined ? LANGUAGES : [readLanguage(options.language)];
  const { category, level, vars, needs } = TEMPLATE_KINDS[name];
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    const saved = biller
      ? await ctx.em.fork().find(Template, { billerId: biller.id, name }, { orderBy: { version: 'desc' } })
      : [];
    const wordings = languages.map((language) => {
      const latest = saved.find((one) => one.language === language);
      const wording = latest?.wording ?? WORDINGS[language][name];
      const compiled = compileText(wording, language);
      const examples = sampleVars(name, language).map((values) => renderText(compiled, name, values));
      return {
        language,
        version: latest?.wording ? latest.version : null,
        savedBy: latest?.wording ? latest.savedBy : null,
        wording,
        examples: examples.map((example) => ({ text: example, ...countSegments(example) })),
      };
    });
    if (options.json) {
      await writeAnswer(`${JSON.stringify({ name, category, level, vars, needs, wordings })}\n`);
      return EXIT.done;
    }
    await writeAnswer(
      `${name}: ${category}, lock screen ${level}\nis told ${Object.keys(vars).join(', ') || 'nothing'}\n` +
        `must say ${needs.join(', ') || 'nothing in particular'}\n`,
    );
    for (const { language, version, savedBy, wording, examples } of wordings) {
      const whose = version === null ? 'ours' : `version ${version}, saved by ${savedBy}`;
      await writeAnswer(`\n${language} (${whose})\n  ${wording}\n`);
      for (const { text: example, parts } of examples) await writeAnswer(`  → ${example} (${parts})\n`);
    }
    return EXIT.done;
  });
}
