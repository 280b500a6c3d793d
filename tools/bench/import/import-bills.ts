// A process of its own, so that its memory is the import's and nothing else's: imports one file of bills and says how
// long that took, what became of it, and the most memory that it held.
import { createReadStream } from 'node:fs';
import { openDb } from '@kvitt/db/kit/open-db';
import { readInvoiceMap } from '@kvitt/flows/import/read-invoice-map';
import { importInvoices } from '@kvitt/flows/invoice/import-invoices';
import { openContext } from '../../kvitt/open-context.ts';
import { BILLER } from '../kit/seed-people.ts';

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
