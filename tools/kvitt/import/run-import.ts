import os from 'node:os';
import path from 'node:path';
import type { Biller } from '@kvitt/db/biller/biller.entity';
import { sayProblem } from '@kvitt/domain/import/say-problem';
import type { ImportOrder, ImportReport } from '@kvitt/flows/import/import-kind';
import type { ImportProblem } from '@kvitt/flows/import/match-columns';
import type { Ctx } from '@kvitt/flows/kit/context';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { notice } from '../notice.ts';
import { openInput } from '../open-input.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { askOperator, isAttended } from './ask-operator.ts';
import { ensureBiller } from './ensure-biller.ts';
import { showProgress } from './show-progress.ts';

export interface ImportOptions {
  map?: string;
  biller?: string;
  dryRun?: boolean;
  yes?: boolean;
  json?: boolean;
}

/** The part of an import that depends on what is imported. */
export interface Importing<Plan> {
  load(ctx: Ctx, biller: Biller, order: ImportOrder<Plan>): Promise<ImportReport<Plan>>;
  /** What a plan comes to, in words that follow "12 rows: ". */
  say(plan: Plan): string;
}

/** More than this many errors nobody reads on a screen; with `--json` all of them are written. */
const SHOWN_PROBLEMS = 1_000;

/**
 * Runs an import and tells what came of it. At a terminal the operator is asked once the file is found to be right;
 * without one, which is how a timetable calls it, a file without an error is loaded.
 */
export async function runImport<Plan>(
  file: string,
  options: ImportOptions,
  importing: Importing<Plan>,
): Promise<ExitCode> {
  const input = openInput(file);
  const name = file === '-' ? 'standard input' : path.basename(file);
  const progress = showProgress(input.size);
  const answer = options.json ? answerInJson(name) : answerInWords(name, importing.say);
  const isAsked = isAttended() && file !== '-' && !options.yes && !options.dryRun;
  const report = await withContext({ isReadOnly: false }, async (ctx) => {
    const biller = await ensureBiller(ctx, options.biller);
    return importing.load(ctx, biller, {
      file: { name, chunks: input.stream },
      actor: `operator:${os.userInfo().username}`,
      isDryRun: options.dryRun ?? false,
      onProgress: (done) => progress.update(done),
      onStage: (stage) => progress.say(stage),
      onProblems: async (problems) => {
        progress.end();
        await answer.problems(problems);
      },
      ...(isAsked && {
        confirm: ({ rows, plan }) => {
          progress.end();
          notice(`${name}: ${count(rows, 'row')} without an error: ${importing.say(plan)}.`);
          return askOperator('Load them?');
        },
      }),
    });
  });
  progress.end();
  await answer.report(report);
  return report.outcome === 'loaded' || report.outcome === 'checked' ? EXIT.done : EXIT.no;
}

interface Answer<Plan> {
  problems(problems: ImportProblem[]): Promise<void>;
  report(report: ImportReport<Plan>): Promise<void>;
}

/** One JSON object; its list of errors is written as they come, because it may be longer than memory likes. */
function answerInJson<Plan>(name: string): Answer<Plan> {
  let separator = '';
  const begin = `{"file":${JSON.stringify(name)},"problems":[`;
  return {
    async problems(problems) {
      if (separator === '') await writeAnswer(begin);
      const lines = problems.map(({ line, column, value, code, expected }) =>
        JSON.stringify({ line, column, value, code, message: sayProblem(code, expected) }),
      );
      await writeAnswer(`${separator}\n${lines.join(',\n')}`);
      separator = ',';
    },
    async report({ problems, plan, ...report }) {
      if (separator === '') await writeAnswer(begin);
      const rest = JSON.stringify({ ...report, problemCount: problems, plan: plan ?? null });
      await writeAnswer(`],${rest.slice(1)}\n`);
    },
  };
}

function answerInWords<Plan>(name: string, say: (plan: Plan) => string): Answer<Plan> {
  let shown = 0;
  return {
    async problems(problems) {
      const lines = problems.slice(0, SHOWN_PROBLEMS - shown).map(sayPlace);
      shown += lines.length;
      if (lines.length > 0) await writeAnswer(lines.join(''));
    },
    async report({ outcome, rows, problems, plan, ignoredColumns }) {
      if (problems > shown) await writeAnswer(`… and ${problems - shown} more; --json lists all of them.\n`);
      if (ignoredColumns.length > 0) notice(`Columns not imported: ${ignoredColumns.join(', ')}.`);
      const end = {
        loaded: 'Loaded.',
        checked: 'This was a dry run: nothing was loaded.',
        declined: 'Nothing was loaded.',
        refused: `${count(problems, 'error')}; nothing was loaded.`,
      }[outcome];
      const what = plan === undefined ? '' : `: ${say(plan)}`;
      await writeAnswer(`${name}: ${count(rows, 'row')}${what}. ${end}\n`);
    },
  };
}

function sayPlace({ line, column, value, code, expected }: ImportProblem): string {
  const place = column === null ? `line ${line}` : `line ${line}, ${column}`;
  const cell = value === '' ? 'this' : JSON.stringify(value);
  return `${place}: ${cell} ${sayProblem(code, expected)}\n`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
