import { execFile } from 'node:child_process';
import path from 'node:path';
import type { App } from '../app/app.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs a command of the operator's on the running application; gives its exit code and its answer, read as JSON. */
export function runKvitt(app: App, ...args: string[]): Promise<{ code: number; answer: unknown }> {
  const own = { DATABASE_URL: app.databaseUrl, KVITT_DATA: app.dataFolder, PUBLIC_URL: app.portal };
  const env = { ...process.env, ...own };
  return new Promise((done, failed) => {
    execFile(
      process.execPath,
      [path.join(root, 'tools/kvitt.ts'), ...args],
      { env },
      (error, stdout, stderr) => {
        const code = error ? Number(error.code) : 0;
        try {
          done({ code, answer: JSON.parse(stdout) });
        } catch {
          failed(new Error(`kvitt ${args.join(' ')} ended with ${code} and no JSON: ${stdout}${stderr}`));
        }
      },
    );
  });
}
