/** The vendor's name for the brand of a card number, by its first digits; `Unknown` where none fits. */
export function brandOf(number: string): string {
  return brands.find(([prefix]) => prefix.test(number))?.[1] ?? 'Unknown';
}

const brands: readonly [RegExp, string][] = [
  [/^3[47]/, 'American Express'],
  [/^3(0[0-5]|[68])/, 'Diners Club'],
  [/^35(2[89]|[3-8])/, 'JCB'],
  [/^637095|^637568|^637599|^637609|^637612/, 'Hiper'],
  [/^606282/, 'Hipercard'],
  [/^(5066|5067|4576|6363|6504|6505|6516|6550)/, 'Elo'],
  [/^(6243|6221|6222|6223|6228|62)/, 'China UnionPay'],
  [/^(6011|64[4-9]|65)/, 'Discover'],
  [/^(5[1-5]|2(22[1-9]|2[3-9]|[3-6]|7[01]|720))/, 'MasterCard'],
  [/^(5018|5020|5038|5[6-9]|6[0-9])/, 'Maestro'],
  [/^4/, 'Visa'],
];
