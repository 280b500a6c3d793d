/** Reads a decimal amount as whole hundredths; nothing where it is not a plain decimal with at most two places. */
export function cents(amount: string | undefined): number | undefined {
  if (amount === undefined || !/^\d+(\.\d{0,2})?$|^\.\d{1,2}$/.test(amount)) return undefined;
  const [whole = '0', part = ''] = amount.split('.');
  return Number(whole || '0') * 100 + Number(part.padEnd(2, '0'));
}

/** Writes hundredths as the decimal string that every amount of the gateway is: `12.30`. */
export function decimal(amountCents: number): string {
  const sign = amountCents < 0 ? '-' : '';
  const size = Math.abs(amountCents);
  return `${sign}${Math.trunc(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}
