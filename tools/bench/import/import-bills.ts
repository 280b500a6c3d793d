// A process of its own, so that its memory is the import's and nothing else's: imports one file of bills and says how
// long that took, what became of it, and the most memory that it held.
import { createReadStream } from 'node:fs';
import { staySmall } from '../../kvitt/import/stay-small.ts';
import { BILLER } from '../kit/seed-people.ts';

// As the command does, before anything big is loaded.
staySmall();
const { openDb } = await import('@kvitt/db/kit/open-db');
const { readInvoiceMap } = await import('@kvitt/flows/import/read-invoice-map');
const { importInvoices } = await import('@kvitt/flows/invoice/import-invoices');
const { openContext } = await import('../../kvitt/open-context.ts');

const [url = '', file = ''] = process.argv.slice(2);
const reading = readInvoiceMap({
  columns: {
    number: 'number',
    account: 'account',
    issuedOn: 'issued',
    dueOn: 'due',
    amount: 'amount',
    description: 'for',
  },
});
if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.errors));
const orm = await openDb(url, { poolSize: 2 });
const startedMs = performance.now();
const report = await importInvoices(openContext(orm), {
  billerId: BILLER,
  map: reading.map,
  file: { name: 'bills.csv', chunks: createReadStream(file) },
  actor: 'bench',
  isDryRun: false,
});
const tookMs = performance.now() - startedMs;
await orm.close();
const { outcome, problems, plan } = report;
// Kilobytes, as the kernel counts them.
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ tookMs, outcome, problems, plan, peakMb }));
