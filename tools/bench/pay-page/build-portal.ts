import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const root = path.resolve(import.meta.dirname, '../../..');

/** Builds the portal as `npm start` does; turbo knows where there is nothing to do. */
export async function buildPortal(): Promise<void> {
  const args = ['run', 'build', '--filter=@kvitt/portal', '--output-logs=errors-only'];
  const child = spawn(path.join(root, 'node_modules/.bin/turbo'), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the portal could not be built:\n${output}`);
}
