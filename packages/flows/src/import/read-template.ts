/** A text with columns of a file in braces, such as "Invoice {invoiceNumber}". */
export interface Template {
  /** The columns that it names, each once. */
  columns: string[];
  fill(cellOf: (column: string) => string): string;
}

export function readTemplate(text: string): Template {
  const parts = text.split(/\{([^{}]+)\}/);
  const columns = [...new Set(parts.filter((_, index) => index % 2 === 1))];
  return {
    columns,
    fill: (cellOf) => parts.map((part, index) => (index % 2 === 1 ? cellOf(part) : part)).join(''),
  };
}
