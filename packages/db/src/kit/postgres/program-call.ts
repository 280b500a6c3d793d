import type { SpawnOptions } from 'node:child_process';
import path from 'node:path';
import { type Identity, unshareArgs } from './choose-identity.ts';

export interface ProgramCall {
  command: string;
  args: string[];
  options: Pick<SpawnOptions, 'env' | 'uid' | 'gid'>;
}

/**
 * How to call one of the server's programs as the chosen user. The environment is a fixed one: the server has no
 * business with the application's secrets, a PGPORT or PGOPTIONS of the machine's owner must not reach it, and
 * its messages must be English for us to recognise them.
 */
export function programCall(programs: string, name: string, args: string[], identity: Identity): ProgramCall {
  const program = path.join(programs, process.platform === 'win32' ? `${name}.exe` : name);
  const env = {
    LC_ALL: 'C',
    TZ: 'UTC',
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  };
  if (identity.kind === 'namespace') {
    return { command: 'unshare', args: [...unshareArgs, program, ...args], options: { env } };
  }
  if (identity.kind === 'setuid') {
    return { command: program, args, options: { env, uid: identity.uid, gid: identity.gid } };
  }
  // Windows finds its libraries through PATH, so there the inherited one stays.
  return { command: program, args, options: process.platform === 'win32' ? {} : { env } };
}
