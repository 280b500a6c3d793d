import { existsSync, readFileSync } from 'node:fs';
import type { ClusterFiles } from './cluster-files.ts';

/** Gives a function from a database's name to its connection string; a throwaway cluster has no password. */
export function serverUrl(files: ClusterFiles, port: number): (db?: string) => string {
  const password = existsSync(files.password) ? `:${readFileSync(files.password, 'utf8').trim()}` : '';
  return (db = 'postgres') => `postgresql://postgres${password}@127.0.0.1:${port}/${db}`;
}
