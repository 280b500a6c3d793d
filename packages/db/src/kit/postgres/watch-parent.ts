import { spawn } from 'node:child_process';
import type { ClusterFiles } from './cluster-files.ts';

/**
 * Ends the server when this process dies without having stopped it. A shell waits on a pipe from us: the kernel
 * closes it however we die. It acts only while the server is still the one it was told of and still ours, and it
 * removes a throwaway directory once the server is gone. Gives the function that calls it off.
 *
 * Windows has no such shell; there a server that was left over is adopted by the next start.
 */
export function watchParent(files: ClusterFiles, serverPid: number, isThrowaway: boolean): () => void {
  if (process.platform === 'win32') return () => {};
  const facts = [
    String(serverPid),
    String(process.pid),
    files.postmasterPid,
    files.owner,
    isThrowaway ? files.dir : '',
  ];
  const shell = spawn('sh', ['-c', script, 'watch-parent', ...facts], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  shell.unref();
  // The pipe must not keep this process alive either; its type does not say that it is a socket.
  if (shell.stdin && 'unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref();
  shell.on('error', () => {});
  return () => shell.kill('SIGKILL');
}

/** 200 waits of a tenth of a second: a server that is still there after twenty seconds keeps its files. */
const script = `
server=$1 owner=$2 pidfile=$3 ownerfile=$4 throwaway=$5
read -r _
[ "$(head -n 1 "$pidfile" 2>/dev/null)" = "$server" ] || exit 0
[ "$(head -n 1 "$ownerfile" 2>/dev/null)" = "$owner" ] || exit 0
kill -INT "$server" 2>/dev/null || exit 0
[ -n "$throwaway" ] || exit 0
i=0
while [ -e "$pidfile" ] && [ $i -lt 200 ]; do sleep 0.1; i=$((i + 1)); done
[ -e "$pidfile" ] || rm -rf "$throwaway"
`;
