import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** How many bills each account gets. */
export const BILLS_EACH = 10;

/** Writes a CSV file of `n` bills for accounts A-1 and on, in the order of their accounts' next bills. */
export async function writeBills(file: string, n: number): Promise<void> {
  const accounts = Math.ceil(n / BILLS_EACH);
  const out = createWriteStream(file, { mode: 0o644 });
  out.write('number,account,issued,due,amount,for\n');
  for (let bill = 0; bill < n; bill++) {
    const month = 1 + (bill % 12);
    const issued = `2025-${String(month).padStart(2, '0')}-01`;
    const due = `2025-${String(month).padStart(2, '0')}-21`;
    const amount = `${20 + (bill % 180)}.${String(bill % 100).padStart(2, '0')}`;
    const line = `I-${bill},A-${1 + (bill % accounts)},${issued},${due},${amount},"Electricity, ${issued.slice(0, 7)}"\n`;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
