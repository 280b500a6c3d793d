import {
  CUSTOMER_COLUMNS,
  CUSTOMER_REQUIRED,
  type CustomerField,
} from '@kvitt/domain/import/read-customer-row';
import { compileDateFormat, type DateFormat } from '@kvitt/domain/import/read-date';
import { isPhoneCountry, type PhoneCountry } from '@kvitt/domain/import/read-phone';
import { z } from 'zod';
import { type MapReading, toMapErrors } from './map-error.ts';
import { columnName, dateFormat, delimiter } from './map-parts.ts';

/** How a file of customers is to be read. */
export interface CustomerMap {
  /** The file's column for each field; null where the field is not taken from the file. */
  columns: Record<CustomerField, string | null>;
  /** Fields whose column must be in the file: those that the map names, and those that no customer is without. */
  required: readonly CustomerField[];
  dateFormat: DateFormat;
  delimiter: string;
  phoneCountry: PhoneCountry;
}

/** Reads a map that an operator wrote, or the one that goes without saying where there is none. */
export function readCustomerMap(input: unknown = {}): MapReading<CustomerMap> {
  const result = SHAPE.safeParse(input);
  if (!result.success) return { kind: 'refused', errors: toMapErrors(result.error) };
  const { columns, ...rest } = result.data;
  const named = Object.keys(columns) as CustomerField[];
  return {
    kind: 'map',
    map: {
      ...rest,
      columns: { ...CUSTOMER_COLUMNS, ...columns },
      required: [...new Set([...CUSTOMER_REQUIRED, ...named.filter((field) => columns[field] !== null)])],
    },
  };
}

const ISO = compileDateFormat('YYYY-MM-DD') as DateFormat;

const optionalColumn = columnName.nullable().exactOptional();

const SHAPE = z.strictObject({
  columns: z
    .strictObject({
      number: columnName.exactOptional(),
      firstName: columnName.exactOptional(),
      lastName: columnName.exactOptional(),
      phone: optionalColumn,
      postalCode: optionalColumn,
      region: optionalColumn,
      timeZone: optionalColumn,
      language: optionalColumn,
      dateOfBirth: optionalColumn,
      nextStatementOn: optionalColumn,
      consentService: optionalColumn,
      consentPastDue: optionalColumn,
    })
    .default({}),
  dateFormat: dateFormat.default(ISO),
  delimiter: delimiter.default(','),
  phoneCountry: z
    .string()
    .refine(isPhoneCountry, 'is not a country; expected two capital letters such as US')
    .default('US'),
});
