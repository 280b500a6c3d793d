import type { ImportSubject } from './import-subject.ts';
import { CUSTOMER_COLUMNS, type CustomerField } from './read-customer-row.ts';
import { INVOICE_FIELDS, type InvoiceField } from './read-invoice-row.ts';

export type ImportField = CustomerField | InvoiceField;

/** What can be read from a file of each kind, in the order in which it is asked for. */
export const IMPORT_FIELDS: Record<ImportSubject, readonly ImportField[]> = {
  customers: Object.keys(CUSTOMER_COLUMNS) as CustomerField[],
  invoices: INVOICE_FIELDS,
};

/**
 * Says for every field which column of the header is probably meant, null where none is: by what billing systems in English,
 * Spanish, German, Swedish and Norwegian call it. A column is given to one field only. A consent is never guessed: that
 * somebody agreed is not read from a heading, a person has to point at it.
 * @param header the names of the columns as they stand in the file
 */
export function guessColumns(
  subject: ImportSubject,
  header: readonly string[],
): Partial<Record<ImportField, string | null>> {
  const plain = header.map((name) => ({ name, key: simplify(name) }));
  const taken = new Set<string>();
  const guess: Partial<Record<ImportField, string | null>> = {};
  // Twice: a column that is called exactly so must not have been given away for only beginning like another.
  for (const isExact of [true, false]) {
    for (const field of IMPORT_FIELDS[subject]) {
      if (guess[field]) continue;
      const names = NAMES[subject][field] ?? [];
      const found = plain.find(
        ({ name, key }) =>
          !taken.has(name) &&
          names.some((one) => (isExact ? key === one : one.length > 4 && key.includes(one))),
      );
      guess[field] = found?.name ?? null;
      if (found) taken.add(found.name);
    }
  }
  return guess;
}

/** "Fecha de vencimiento", "Due_Date" and "dueDate" without what differs in writing only. */
function simplify(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[øœ]/g, 'o')
    .replace(/æ/g, 'a')
    .replace(/[^a-z0-9]/g, '');
}

const CUSTOMER_NUMBER = [
  'customerid',
  'customernumber',
  'customerno',
  'custno',
  'clientid',
  'clientnumber',
  'kundnummer',
  'kundennummer',
  'kundenr',
  'kundenummer',
  'kundnr',
  'numerodecliente',
  'codigodecliente',
  'idcliente',
];

const ACCOUNT_NUMBER = [
  'accountnumber',
  'account',
  'accountid',
  'accountno',
  'numerodecuenta',
  'cuenta',
  'konto',
  'kontonummer',
];

/** Nearest first. */
const NAMES: Record<ImportSubject, Partial<Record<ImportField, readonly string[]>>> = {
  customers: {
    number: [...CUSTOMER_NUMBER, ...ACCOUNT_NUMBER, 'id', 'number'],
    firstName: ['firstname', 'givenname', 'forename', 'nombre', 'vorname', 'fornamn', 'fornavn'],
    lastName: [
      'lastname',
      'surname',
      'familyname',
      'apellidos',
      'apellido',
      'nachname',
      'familienname',
      'efternamn',
      'etternavn',
    ],
    phone: [
      'phone',
      'phonenumber',
      'mobile',
      'mobilephone',
      'cellphone',
      'cell',
      'telefono',
      'movil',
      'celular',
      'telefon',
      'handy',
      'mobil',
      'mobiltelefon',
      'telephone',
    ],
    postalCode: [
      'postalcode',
      'zip',
      'zipcode',
      'postcode',
      'codigopostal',
      'plz',
      'postleitzahl',
      'postnummer',
      'postnr',
    ],
    region: ['state', 'region', 'province', 'estado', 'provincia', 'bundesland', 'lan', 'fylke'],
    timeZone: ['timezone', 'tz', 'zonahoraria', 'zeitzone', 'tidszon', 'tidssone'],
    language: ['language', 'lang', 'locale', 'idioma', 'sprache', 'sprak'],
    dateOfBirth: [
      'dateofbirth',
      'birthdate',
      'dob',
      'birthday',
      'fechadenacimiento',
      'geburtsdatum',
      'fodelsedatum',
      'fodselsdato',
    ],
    nextStatementOn: ['nextstatementon', 'nextstatement', 'nextbilldate', 'proximafactura'],
  },
  invoices: {
    number: [
      'invoicenumber',
      'invoiceno',
      'invoiceid',
      'billnumber',
      'invoice',
      'numerodefactura',
      'factura',
      'rechnungsnummer',
      'rechnungsnr',
      'fakturanummer',
      'fakturanr',
      'number',
    ],
    account: [...ACCOUNT_NUMBER, ...CUSTOMER_NUMBER],
    issuedOn: [
      'invoicedate',
      'issuedon',
      'issuedate',
      'issued',
      'billdate',
      'billingdate',
      'fechadefactura',
      'fechadeemision',
      'rechnungsdatum',
      'fakturadatum',
      'fakturadato',
      'date',
      'fecha',
      'datum',
    ],
    dueOn: [
      'duedate',
      'dueon',
      'due',
      'paymentdue',
      'fechadevencimiento',
      'vencimiento',
      'falligkeitsdatum',
      'fallig',
      'faelligkeitsdatum',
      'forfallodatum',
      'forfallodag',
      'forfallsdato',
    ],
    amount: [
      'invoiceamount',
      'amount',
      'total',
      'totalamount',
      'amountdue',
      'importe',
      'importetotal',
      'betrag',
      'gesamtbetrag',
      'belopp',
      'belop',
      'summa',
      'sum',
    ],
    currency: ['currency', 'currencycode', 'moneda', 'divisa', 'wahrung', 'valuta'],
    description: ['description', 'descripcion', 'concepto', 'beschreibung', 'beskrivning', 'beskrivelse'],
    settledOn: [
      'settleddate',
      'settledon',
      'paiddate',
      'paidon',
      'datepaid',
      'fechadepago',
      'bezahltam',
      'betaldatum',
      'betalningsdatum',
      'betaltdato',
    ],
    lineText: ['linetext', 'linedescription', 'item', 'articulo', 'position', 'artikel', 'radtext'],
    lineQuantity: ['linequantity', 'quantity', 'qty', 'cantidad', 'menge', 'antal', 'antall'],
    linePrice: ['lineprice', 'unitprice', 'price', 'preciounitario', 'einzelpreis', 'apris', 'enhetspris'],
    lineTaxRate: ['linetaxrate', 'taxrate', 'vatrate', 'iva', 'mwst', 'steuersatz', 'momssats', 'mvasats'],
  },
};
