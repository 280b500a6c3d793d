import { saveTemplate as save } from '@kvitt/flows/message/save-template';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { sayFindings } from './lint-template.ts';
import { readLanguage, readTemplateName } from './read-template-name.ts';
import { readWording } from './read-wording.ts';

export interface SaveOptions {
  name: string;
  by: string;
  biller?: string;
  language?: string;
  json?: boolean;
}

/** `template save FILE`: puts the wording in the file in place of ours; `template reset NAME` goes back to ours. */
export async function saveTemplate(file: string | undefined, options: SaveOptions): Promise<ExitCode> {
  const name = readTemplateName(options.name);
  const language = readLanguage(options.language);
  const wording = file === undefined ? null : readWording(file);
  return withContext({ isReadOnly: false }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet: import customers first.');
    const answer = await save(ctx, { billerId: biller.id, name, language, wording, savedBy: options.by });
    if (options.json) await writeAnswer(`${JSON.stringify({ name, language, ...answer })}\n`);
    else if (answer.kind === 'saved') {
      await writeAnswer(
        `${name} in ${language}: ${wording === null ? 'our wording again' : 'saved'} as version ${answer.version}.\n`,
      );
    } else if (answer.kind === 'refused') {
      await writeAnswer(`Nothing was saved.\n${sayFindings(wording ?? '', answer.findings)}`);
    } else {
      await writeAnswer(
        'Nothing was saved: somebody else saved at the same moment. Look at theirs, then save again.\n',
      );
    }
    return answer.kind === 'saved' ? EXIT.done : EXIT.no;
  });
}
