import { spawn } from 'node:child_process';
import path from 'node:path';
import { collectCounts, collectFailures, forgetCounts } from './collect-counts.ts';
import { addCounts } from './count-tests.ts';
import { planSteps, type Step } from './steps.ts';

const root = path.resolve(import.meta.dirname, '../..');

process.exitCode = await runSteps(planSteps(process.env.CI === 'true'));

/** Runs one step after the other and stops at the first that fails; gives the exit code. */
async function runSteps(steps: Step[]): Promise<number> {
  const beginMs = performance.now();
  forgetCounts(root);
  let failed: Step | undefined;
  for (const [index, step] of steps.entries()) {
    console.log(`\n── ${index + 1} of ${steps.length}: ${step.name}`);
    const stepBeginMs = performance.now();
    const code = await runStep(step);
    console.log(`── ${step.name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds(stepBeginMs)})`);
    if (code !== 0) {
      failed = step;
      break;
    }
  }
  printCounts();
  printFailures();
  if (failed) console.log(`FAILED at "${failed.name}": ${failed.command.join(' ')}`);
  else console.log(`All ${steps.length} steps passed in ${seconds(beginMs)}.`);
  printSum();
  return failed ? 1 : 0;
}

function runStep(step: Step): Promise<number> {
  const [program, ...args] = step.command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: path.join(root, step.cwd ?? '.'),
      stdio: 'inherit',
      // The programs of node_modules/.bin are .cmd files on Windows, which only a shell starts.
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => {
      console.log(error.message);
      resolve(1);
    });
    const end = () => child.kill('SIGTERM');
    process.once('SIGTERM', end);
    child.on('exit', (code) => {
      process.off('SIGTERM', end);
      resolve(code ?? 1);
    });
  });
}

function printCounts(): void {
  console.log('');
  for (const [folder, { passed, failed, skipped }] of collectCounts(root)) {
    const others = [failed ? `${failed} FAILED` : '', skipped ? `${skipped} skipped` : ''].filter(Boolean);
    console.log(`${folder.padEnd(24)} ${[`${passed} passed`, ...others].join(', ')}`);
  }
}

/** By name and at the end, because a build machine may keep no more than the end of a log. */
function printFailures(): void {
  for (const { file, name, why } of collectFailures(root)) console.log(`FAILED ${file}: ${name}: ${why}`);
}

/** The last line, in the form that build machines look for. */
function printSum(): void {
  const { passed, failed } = addCounts([...collectCounts(root).values()]);
  console.log(`${passed} passed, ${failed} failed`);
}

function seconds(sinceMs: number): string {
  return `${((performance.now() - sinceMs) / 1_000).toFixed(1)} s`;
}
