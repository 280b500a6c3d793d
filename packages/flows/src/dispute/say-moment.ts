/** An instant as papers for a bank write it, whoever reads them: "2026-11-22 10:04 UTC". */
export function sayMoment(at: string): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
