// A process of its own, so that its memory is the plan's and nothing else's: plans once and says how long that took.
import { openDb } from '@kvitt/db/kit/open-db';
import { planDueReminders } from '@kvitt/flows/reminder/plan-due-reminders';
import { openContext } from '../../kvitt/open-context.ts';
import { NOW } from './seed-bills.ts';

const [url = ''] = process.argv.slice(2);
const orm = await openDb(url, { poolSize: 2 });
const ctx = { ...openContext(orm, 0), clock: { now: () => new Date(NOW) } };
const startedMs = performance.now();
const planned = await planDueReminders(ctx);
const tookMs = performance.now() - startedMs;
const again = await planDueReminders({ ...ctx, clock: { now: () => new Date(Date.parse(NOW) + 3_600_000) } });
const againMs = performance.now() - startedMs - tookMs;
await orm.close();
// Kilobytes, as the kernel counts them.
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ planned, tookMs, again, againMs, peakMb }));
