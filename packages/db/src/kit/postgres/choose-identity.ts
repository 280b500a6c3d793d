import { spawnSync } from 'node:child_process';

/** Which user the server's programs run as. */
export type Identity =
  | { kind: 'self' }
  | { kind: 'namespace' }
  | { kind: 'setuid'; uid: number; gid: number };

/** Inside, the process is "nobody"; outside, the files it makes stay root's. 65534 is nobody everywhere. */
export const unshareArgs = ['--user', '--map-user=65534', '--map-group=65534', '--'];

/**
 * PostgreSQL refuses to run as uid 0. A user namespace is the kindest way out: nothing is created on the machine,
 * nothing changes owner, and a project below a private home still works. Some containers forbid namespaces;
 * there the server becomes the user `postgres` or `nobody`.
 */
export function chooseIdentity(): Identity {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  if (spawnSync('unshare', [...unshareArgs, 'true']).status === 0) return { kind: 'namespace' };
  return findUnprivilegedUser();
}

/** The user to become where namespaces are forbidden; throws where the machine knows no such user. */
export function findUnprivilegedUser(): Identity {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [askId('-u', name), askId('-g', name)];
    if (uid !== undefined && gid !== undefined) return { kind: 'setuid', uid, gid };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither user namespaces nor a user "postgres" or "nobody". Run as another user, or set DATABASE_URL.',
  );
}

function askId(flag: string, name: string): number | undefined {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
  const id = Number.parseInt(answer.stdout ?? '', 10);
  return answer.status === 0 && id > 0 ? id : undefined;
}
