import path from 'node:path';

/** What lies where below a data directory of ours. The server's own files are one level down, in `cluster`. */
export interface ClusterFiles {
  dir: string;
  cluster: string;
  /** Where initdb works until it is done; a half-made cluster is never mistaken for a whole one. */
  unfinished: string;
  password: string;
  log: string;
  /** Holds the process id of whoever must stop the server. */
  owner: string;
  startLock: string;
  postmasterPid: string;
}

export function clusterFiles(dir: string): ClusterFiles {
  const cluster = path.join(dir, 'cluster');
  return {
    dir,
    cluster,
    unfinished: path.join(dir, 'cluster.unfinished'),
    password: path.join(dir, 'password'),
    log: path.join(dir, 'server.log'),
    owner: path.join(dir, 'owner.pid'),
    startLock: path.join(dir, 'start.lock'),
    postmasterPid: path.join(cluster, 'postmaster.pid'),
  };
}
