/** The brands that a number can still become while it is typed, in the form that the vendor's library tells of. */
const brands = [
  brand('Visa', 'visa', /^4/, /^$|^4/, [16, 18, 19], [4, 8, 12], { name: 'CVV', size: 3 }),
  brand(
    'Mastercard',
    'master-card',
    /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/,
    /^$|^5$|^2$|^22$|^222$|^27$|^272$/,
    [16],
    [4, 8, 12],
    { name: 'CVC', size: 3 },
  ),
  brand('American Express', 'american-express', /^3[47]/, /^3?$/, [15], [4, 10], { name: 'CID', size: 4 }),
  brand('Diners Club', 'diners-club', /^3(0[0-5]|[689])/, /^30?$|^$/, [14, 16, 19], [4, 10], {
    name: 'CVV',
    size: 3,
  }),
  brand('Discover', 'discover', /^(6011|64[4-9]|65)/, /^$|^6$|^60$|^601$|^64$/, [16, 19], [4, 8, 12], {
    name: 'CID',
    size: 3,
  }),
  brand('JCB', 'jcb', /^35(2[89]|[3-8])/, /^$|^35?$|^352$/, [16, 17, 18, 19], [4, 8, 12], {
    name: 'CVV',
    size: 3,
  }),
  brand('UnionPay', 'unionpay', /^62/, /^$|^6$/, [14, 15, 16, 17, 18, 19], [4, 8, 12], {
    name: 'CVN',
    size: 3,
  }),
  brand(
    'Maestro',
    'maestro',
    /^(5018|5020|5038|5[6-9]|63|67|6[89])/,
    /^$|^[56]$|^50$|^501$|^502$|^503$/,
    [12, 13, 14, 15, 16, 17, 18, 19],
    [4, 8, 12],
    { name: 'CVC', size: 3 },
  ),
];

function brand(niceType, type, whole, begun, lengths, gaps, code) {
  return { niceType, type, whole, begun, lengths, gaps, code };
}

/** @param {string} number digits only */
export function brandsOf(number) {
  const whole = brands.filter((one) => one.whole.test(number));
  return whole.length ? whole : brands.filter((one) => one.begun.test(number));
}

/** The same without what cannot be sent: what the page gets as `cards`. */
export function cardsOf(number) {
  return brandsOf(number).map(({ niceType, type, lengths, gaps, code }) => ({
    niceType,
    type,
    lengths,
    gaps,
    code,
    supported: true,
  }));
}

/** Sets blanks where the brand's cards have them. */
export function spaced(number) {
  const gaps = brandsOf(number)[0]?.gaps ?? [4, 8, 12];
  return [...number].map((digit, at) => (gaps.includes(at) ? ` ${digit}` : digit)).join('');
}
