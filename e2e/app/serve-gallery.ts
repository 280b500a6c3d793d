import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { findFreePorts } from './find-free-ports.ts';

const UI = path.resolve(import.meta.dirname, '../../packages/ui');

/** Serves the gallery of the portal's components, as `npm run gallery` does in their package. */
export async function serveGallery(): Promise<{ address: string; stop(): void }> {
  const port = await findFreePorts();
  const vite = path.resolve(UI, '../../node_modules/vite/bin/vite.js');
  const args = [vite, '--config', 'gallery/vite.config.ts', '--host', '127.0.0.1', '--port', String(port)];
  const server = spawn(process.execPath, [...args, '--strictPort'], {
    cwd: UI,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await isListening(server);
  return { address: `http://127.0.0.1:${port}/`, stop: () => server.kill() };
}

function isListening(server: ChildProcess): Promise<void> {
  return new Promise((ready, fail) => {
    server.stdout?.on('data', (said: Buffer) => {
      if (said.includes('Local')) ready();
    });
    server.once('exit', (code) => fail(new Error(`the gallery ended with ${code}`)));
  });
}
