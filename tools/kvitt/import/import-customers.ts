import { importCustomers as importFile } from '@kvitt/flows/customer/import-customers';
import type { CustomerPlan } from '@kvitt/flows/import/plan-customers';
import { readCustomerMap } from '@kvitt/flows/import/read-customer-map';
import type { ExitCode } from '../exit-codes.ts';
import { readMapFile } from './read-map-file.ts';
import { type ImportOptions, runImport } from './run-import.ts';

/** `import customers FILE`: adds customers with their accounts and phones, and brings known ones up to date. */
export async function importCustomers(
  file: string,
  options: ImportOptions & { consent: boolean; lateConsent: boolean },
): Promise<ExitCode> {
  const map = readMapFile(options.map, readCustomerMap);
  return runImport<CustomerPlan>(file, options, {
    load: (ctx, biller, order) =>
      importFile(ctx, {
        ...order,
        billerId: biller.id,
        map,
        isConsent: options.consent,
        isLateConsent: options.lateConsent,
      }),
    say: sayPlan,
  });
}

/** Enough changed customers to see what kind of change it is. */
const SHOWN_CHANGES = 5;

function sayPlan(plan: CustomerPlan): string {
  const shown = plan.changes
    .slice(0, SHOWN_CHANGES)
    .map(({ number, fields }) => `${number} in ${fields.join(', ')}`)
    .join('; ');
  const more = plan.updated > SHOWN_CHANGES ? '; …' : '';
  const updated = plan.updated === 0 ? '' : ` (${shown}${more})`;
  const stops = plan.stopsKept === 0 ? '' : `; ${plan.stopsKept} phones said STOP and stay stopped`;
  return (
    `${plan.created} new, ${plan.updated} updated${updated}, ${plan.unchanged} already there; ` +
    `${plan.phonesAdded} phones added, consent recorded for ${plan.consentsRecorded}, ` +
    `to texts about late bills for ${plan.lateConsentsRecorded}${stops}`
  );
}
