import type { ProblemCode } from './problem.ts';

/** The sentences of `sayProblem` for who works in Spanish. */
export const PROBLEMS_ES: Record<ProblemCode, string> = {
  EMPTY: 'está vacía; aquí hace falta un valor',
  TOO_LONG: 'es demasiado larga; como máximo {} caracteres',
  NOT_A_DATE: 'no es una fecha escrita como {}',
  NO_SUCH_DAY: 'no es un día del calendario; se espera uno escrito como {}',
  DATE_OUT_OF_RANGE: 'queda demasiado lejos; se espera un día {}',
  NOT_AN_AMOUNT: 'no es un importe; se espera uno como {}',
  TOO_MANY_DECIMALS: 'tiene más de dos decimales; se espera un importe como {}',
  NOT_POSITIVE: 'no es mayor que cero; lo que se devuelve es un abono, no una factura',
  AMOUNT_TOO_LARGE: 'pasa de {}; ¿es correcto el signo decimal elegido?',
  CURRENCY_UNKNOWN: 'no es una moneda en la que se pueda facturar; se espera una de {}',
  NOT_A_NUMBER: 'no es un número de cero en adelante; se espera uno como {}',
  NUMBER_TOO_LARGE: 'pasa de {}',
  TOO_MANY_DIGITS: 'tiene más decimales que {}',
  NOT_A_PHONE: 'no es un número de teléfono; se espera uno como {}',
  LANGUAGE_UNKNOWN: 'no es un idioma en el que se escriban mensajes; se espera uno de {}',
  TIME_ZONE_UNKNOWN: 'no es una zona horaria; se espera un nombre como {}',
  NOT_YES_OR_NO: 'no dice ni sí ni no; se espera {}',
  DUE_BEFORE_ISSUED: 'es anterior a la emisión de la factura, que fue el {}',
  SETTLED_IN_FUTURE: 'aún no ha llegado; hoy es {}',
  CELL_COUNT: 'es el número de celdas de esta fila; se esperan {}, como en el encabezado',
  NOT_UTF8: 'tiene bytes que no son UTF-8; guarde el archivo como «CSV UTF-8»',
  NUL_CHARACTER: 'tiene un carácter NUL, que ningún texto tiene',
  BROKEN_QUOTES:
    'tiene unas comillas fuera de lugar; dentro de una celda entre comillas se escriben dos veces',
  REPEATED_IN_FILE: 'ya está en la línea {}',
  LINES_DISAGREE: 'no coincide con la primera línea de la misma factura, que tiene {}',
  LINES_ADD_UP_OTHERWISE: 'no es lo que suman las líneas de la factura con su impuesto, que es {}',
  LINES_DIFFER: 'es una línea que la factura de este número no tiene así; una factura emitida nunca cambia',
  ACCOUNT_UNKNOWN: 'no es el número de ninguna cuenta; importe antes a su cliente',
  ACCOUNT_OF_ANOTHER: 'es el número de una cuenta del cliente {}',
  BILL_DIFFERS: 'no coincide con la factura de este número, que tiene {}; una factura emitida nunca cambia',
  BILL_PARTLY_PAID:
    'dice liquidada, pero parte de esta factura se pagó aquí: aún se deben {}; liquídela a mano',
  PAYMENT_UNDER_WAY:
    'dice liquidada, pero hay un pago de esta factura en curso aquí; impórtela de nuevo después',
  FILE_EMPTY: 'no tiene línea de encabezado; ¿es el archivo correcto?',
  NOT_A_TEXT_FILE: 'es {}; guarde el archivo como «CSV UTF-8»',
  COLUMN_MISSING: 'no es una columna de este archivo; tiene {}',
  COLUMN_TWICE: 'es el nombre de dos columnas; ¿cuál de ellas se quiere decir?',
};
