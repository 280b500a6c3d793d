import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openGateway } from './open-gateway.ts';

/** Debian packages the SDK for its own Python, which need not be the first one on the path. */
const python = ['/usr/bin/python3', 'python3'].find(
  (program) => spawnSync(program, ['-c', 'import braintree, requests']).status === 0,
);
const name = python
  ? 'the vendor’s Python SDK charges, searches, settles and refunds'
  : 'the vendor’s Python SDK is not installed here (Debian: python3-braintree), so it is not tried';

test.skipIf(!python)(name, async () => {
  const open = await openGateway();
  const { host, port } = open.sandbox;
  const script = join(import.meta.dirname, 'python-smoke.py');
  const { stdout } = await promisify(execFile)(python ?? '', [script, host, String(port)]);
  expect(stdout).toContain('ok');
  await open.close();
});
