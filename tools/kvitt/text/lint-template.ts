import type { Language } from '@kvitt/domain/locale/language';
import type { LintFinding } from '@kvitt/domain/message/lint/lint-finding';
import { lintText } from '@kvitt/domain/message/lint/lint-text';
import type { TemplateName } from '@kvitt/domain/message/templates/template-vars';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { writeAnswer } from '../write-answer.ts';
import { readLanguage, readTemplateName } from './read-template-name.ts';
import { readWording } from './read-wording.ts';

export interface LintOptions {
  name: string;
  language?: string;
  json?: boolean;
}

/** `template lint FILE`: everything that would keep the wording in the file from being saved; needs no database. */
export async function lintTemplate(file: string, options: LintOptions): Promise<ExitCode> {
  const name: TemplateName = readTemplateName(options.name);
  const language: Language = readLanguage(options.language);
  const wording = readWording(file);
  const findings = lintText({ name, language, wording });
  if (options.json) await writeAnswer(`${JSON.stringify({ name, language, findings })}\n`);
  else if (findings.length === 0) await writeAnswer('Nothing to say about it: it would save.\n');
  else await writeAnswer(sayFindings(wording, findings));
  return findings.length === 0 ? EXIT.done : EXIT.no;
}

/** One line a finding, with the place in the wording as an editor counts it. */
export function sayFindings(wording: string, findings: readonly LintFinding[]): string {
  return findings
    .map(({ code, at, detail }) => {
      const before = wording.slice(0, at).split('\n');
      return `${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${code} ${detail}\n`;
    })
    .join('');
}
