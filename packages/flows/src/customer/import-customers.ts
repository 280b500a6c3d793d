import { Biller } from '@kvitt/db/biller/biller.entity';
import { type CustomerField, readCustomerRow } from '@kvitt/domain/import/read-customer-row';
import { localDate } from '@kvitt/domain/time/local-date';
import { checkCustomers } from '../import/check-customers.ts';
import { importFile } from '../import/import-file.ts';
import type { ImportKind, ImportOrder, ImportReport } from '../import/import-kind.ts';
import { loadCustomers } from '../import/load-customers.ts';
import { type CustomerPlan, planCustomers } from '../import/plan-customers.ts';
import type { CustomerMap } from '../import/read-customer-map.ts';
import type { Ctx } from '../kit/context.ts';

export interface CustomerImport extends ImportOrder<CustomerPlan> {
  billerId: string;
  map: CustomerMap;
  /** Whether a number in the file counts as given to the biller for the account; recorded with each. */
  isConsent: boolean;
  /** Whether it counts as given for late bills too, where the row says nothing of them; it does where absent. */
  isLateConsent?: boolean;
}

/**
 * Imports a CSV file of customers: new ones are added, each with an account under its number, known ones are brought up
 * to date. All of the file or, where anything in it is wrong, nothing. Run again, it finds nothing left to do.
 */
export async function importCustomers(ctx: Ctx, order: CustomerImport): Promise<ImportReport<CustomerPlan>> {
  const { billerId, map, isConsent, isLateConsent = true } = order;
  const biller = await ctx.em.fork().findOneOrFail(Biller, { id: billerId });
  const now = ctx.clock.now();
  const rules = { ...map, today: localDate(now, biller.timeZone) };
  const kind: ImportKind<CustomerField, CustomerPlan> = {
    columns: map.columns,
    required: map.required,
    delimiter: map.delimiter,
    staging: {
      number: 'text',
      first_name: 'text',
      last_name: 'text',
      e164: 'text',
      line_type: 'text',
      postal_code: 'text',
      region: 'text',
      time_zone: 'text',
      language: 'text',
      date_of_birth: 'date',
      next_statement_on: 'date',
      consent_service: 'int',
      consent_past_due: 'int',
    },
    readRow(cells) {
      const { row, problems } = readCustomerRow(cells, rules);
      const staged = {
        number: row.number,
        first_name: row.firstName,
        last_name: row.lastName,
        e164: row.phone?.e164,
        line_type: row.phone?.lineType,
        postal_code: row.postalCode,
        region: row.region,
        time_zone: row.timeZone,
        language: row.language,
        date_of_birth: row.dateOfBirth,
        next_statement_on: row.nextStatementOn,
        consent_service: toFlag(row.consentService, map.columns.consentService),
        consent_past_due: toFlag(row.consentPastDue, map.columns.consentPastDue),
      };
      return { row: staged, problems };
    },
    check: (tx) => checkCustomers(tx.em, billerId),
    plan: (tx) => planCustomers(tx.em, billerId, { isConsent, isLateConsent }),
    load: (tx, facts) =>
      loadCustomers(tx, {
        ...facts,
        billerId,
        now,
        timeZone: biller.timeZone,
        language: biller.language,
        isConsent,
        isLateConsent,
      }),
  };
  return importFile(ctx, billerId, kind, order);
}

/** A column that is there and says nothing in a row says no: silence is no consent. */
function toFlag(isGiven: boolean | undefined, column: string | null): number | undefined {
  return column === null ? undefined : Number(isGiven ?? false);
}
