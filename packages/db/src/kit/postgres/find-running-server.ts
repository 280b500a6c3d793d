import { readFileSync, realpathSync } from 'node:fs';
import pg from 'pg';
import type { ClusterFiles } from './cluster-files.ts';
import { serverUrl } from './server-url.ts';

/**
 * Asks whether a server serves this very cluster and accepts connections. The pid file alone proves nothing: it
 * stays behind when the machine loses power, and its process id and port may be someone else's by then.
 */
export async function findRunningServer(
  files: ClusterFiles,
): Promise<{ pid: number; port: number } | undefined> {
  const [pid, , , port] = readLines(files.postmasterPid).map(Number);
  if (!pid || !port) return undefined;
  return (await serves(files, port)) ? { pid, port } : undefined;
}

/** Whether the server on this port accepts connections and holds this cluster. */
export async function serves(files: ClusterFiles, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: serverUrl(files, port)(),
    connectionTimeoutMillis: 2_000,
  });
  // A server that ends while we ask is an answer, not an accident.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return realpathSync(rows[0]?.data_directory ?? '') === realpathSync(files.cluster);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
