import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Identity } from './choose-identity.ts';
import type { ClusterFiles } from './cluster-files.ts';
import { programCall } from './program-call.ts';

/**
 * Makes an empty cluster below the data directory unless there is one. It is made aside and renamed when it is
 * whole: initdb writes PG_VERSION early, so a killed initdb would otherwise leave a directory that looks done.
 */
export function createCluster(
  files: ClusterFiles,
  programs: string,
  identity: Identity,
  isThrowaway: boolean,
): void {
  if (existsSync(files.cluster)) {
    giveTo(files, identity);
    return;
  }
  rmSync(files.unfinished, { recursive: true, force: true });
  const { command, args, options } = programCall(
    programs,
    'initdb',
    initdbArgs(files, isThrowaway),
    identity,
  );
  if (!isThrowaway) writePassword(files, identity);
  const made = spawnSync(command, args, { ...options, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  renameSync(files.unfinished, files.cluster);
}

/**
 * The built-in C.UTF-8 sorts and compares the same on every machine and needs no locale of the operating system.
 * A throwaway cluster trusts whoever reaches it; a lasting one wants the password, because every user of a shared
 * machine can reach 127.0.0.1.
 */
function initdbArgs(files: ClusterFiles, isThrowaway: boolean): string[] {
  return [
    `--pgdata=${files.unfinished}`,
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--set=timezone=UTC',
    '--set=log_timezone=UTC',
    ...(isThrowaway ? ['--auth=trust', '--no-sync'] : ['--auth=scram-sha-256', `--pwfile=${files.password}`]),
  ];
}

function writePassword(files: ClusterFiles, identity: Identity): void {
  writeFileSync(files.password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (identity.kind === 'setuid') chownSync(files.password, identity.uid, identity.gid);
}

/** Where namespaces were forbidden or allowed since the last start, the files belong to the other user. */
function giveTo(files: ClusterFiles, identity: Identity): void {
  if (identity.kind === 'self') return;
  const wanted = identity.kind === 'setuid' ? identity : { uid: 0, gid: 0 };
  if (statSync(files.cluster).uid === wanted.uid) return;
  spawnSync('chown', ['-R', `${wanted.uid}:${wanted.gid}`, files.dir]);
}
