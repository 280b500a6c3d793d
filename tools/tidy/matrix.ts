// The floors of the house and its arrows, as data: read it as the table of ARCHITECTURE.md.

/** Every workspace and the folder it lives in. */
export const folders: Record<string, string> = {
  domain: 'packages/domain',
  db: 'packages/db',
  jobs: 'packages/jobs',
  sms: 'packages/sms',
  payments: 'packages/payments',
  push: 'packages/push',
  flows: 'packages/flows',
  runtime: 'packages/runtime',
  pdf: 'packages/pdf',
  ui: 'packages/ui',
  sandbox: 'packages/sandbox',
  testing: 'packages/testing',
  api: 'apps/api',
  worker: 'apps/worker',
  portal: 'apps/portal',
  console: 'apps/console',
  tools: 'tools',
  e2e: 'e2e',
};

const ports = ['jobs', 'sms', 'payments', 'push'];
const server = ['domain', 'db', ...ports, 'flows', 'runtime'];

/** What each may import of ours; what is not named here is forbidden. */
export const mayImport: Record<string, string[]> = {
  domain: [],
  db: ['domain'],
  jobs: ['domain'],
  sms: ['domain'],
  payments: ['domain'],
  push: ['domain'],
  flows: ['domain', 'db', ...ports],
  // What every server process opens before it does anything: settings, database, adapters.
  runtime: ['domain', 'db', ...ports, 'flows'],
  ui: ['domain'],
  // What is put on paper: words and layout, and nothing of where the facts come from.
  pdf: ['domain', 'ui'],
  // The stand-ins for the vendors know the vendors, not us: otherwise they would repeat our misunderstandings.
  sandbox: [],
  testing: [...server, 'pdf', 'sandbox', 'api', 'worker'],
  api: [...server, 'pdf'],
  worker: server,
  portal: ['domain', 'ui'],
  console: ['domain', 'ui'],
  tools: [...server, 'pdf', 'sandbox', 'testing', 'api', 'worker'],
  e2e: ['domain', 'sandbox', 'testing', 'tools', 'portal'],
};

/** What a browser application knows of the server: the types of its answers. */
export const mayImportTypes: Record<string, string[]> = { portal: ['api'], console: ['api'] };

/** What tests may import on top. `domain` has nothing to fake, and the sandbox must stand without us. */
export const mayImportInTests: Record<string, string[]> = {
  db: ['testing'],
  jobs: ['testing', 'db'],
  sms: ['sandbox', 'testing'],
  payments: ['sandbox', 'testing'],
  push: ['sandbox', 'testing'],
  flows: ['sandbox', 'testing'],
  runtime: ['sandbox', 'testing'],
  api: ['sandbox', 'testing'],
  worker: ['sandbox', 'testing'],
};

/** Tests, what they share, and their configuration: they run on a developer's machine only. */
export const testFiles = '(\\.test\\.[jt]s|\\.test-d\\.ts|/vitest\\.config\\.ts|/(testing|contract)/[^/]+)$';

/** The files that say which adapter stands behind a port. */
export const compositionRoots =
  '^apps/[^/]+/src/(main|compose[^/]*)\\.ts$|^apps/api/src/webhooks/|^packages/runtime/src/';

/** A vendor's folder is known to its own package, to a composition root, to tests and to nobody else. */
export const vendorFolders = [
  { floor: 'sms', folder: 'packages/sms/src/plivo', library: 'plivo' },
  { floor: 'payments', folder: 'packages/payments/src/braintree', library: 'braintree' },
  { floor: 'push', folder: 'packages/push/src/web-push', library: 'web-push' },
];

/** The only libraries that decisions may lean on: neither does any input or output. */
export const domainLibraries = [
  'temporal-polyfill',
  'libphonenumber-js',
  'intl-messageformat',
  '@formatjs/icu-messageformat-parser',
];
