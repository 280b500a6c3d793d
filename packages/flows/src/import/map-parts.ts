import { compileDateFormat } from '@kvitt/domain/import/read-date';
import { z } from 'zod';

/** A column as the file's header names it. */
export const columnName = z.string().min(1, 'is empty; the name of a column is needed');

/** How dates are written; the same in the whole file. */
export const dateFormat = z.string().transform((text, context) => {
  const format = compileDateFormat(text);
  if (format) return format;
  context.addIssue({
    code: 'custom',
    message: 'is not a date format; expected YYYY, M or MM, and D or DD, such as M/D/YYYY',
  });
  return z.NEVER;
});

export const delimiter = z.enum([',', ';', '\t', '|'], {
  message: 'is not a delimiter; expected a comma, a semicolon, a tab or a bar',
});
