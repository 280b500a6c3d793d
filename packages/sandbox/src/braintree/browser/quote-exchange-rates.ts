import type { Gateway } from '../state/gateway.ts';
import { cents, decimal } from '../wire/money.ts';
import { filled, isGroup, list, type Params } from '../wire/params.ts';

/** The rates that the vendor's sandbox always gives, by the pair of currencies, each with its fixed id. */
const rates: Readonly<Record<string, { rate: string; tradeRate: string | null; id: string }>> = {
  'USD EUR': { rate: '0.997316360864', tradeRate: '0.01', id: 'ZXhjaGFuZ2VyYXRlcXVvdGVfMDEyM0FCQw' },
  'EUR CAD': { rate: '1.536744692129366', tradeRate: null, id: 'ZXhjaGFuZ2VyYXRlcXVvdGVfQUJDMDEyMw' },
};

/** The answer to `generateExchangeRateQuote`: one quote for each that was asked for. `asked` is the input of the mutation. */
export function quoteExchangeRates(gateway: Gateway, asked: Params): object {
  const wanted = list(asked.quotes).filter(isGroup);
  for (const name of ['baseCurrency', 'quoteCurrency']) {
    if (wanted.some((one) => filled(one[name]) === undefined)) {
      const message = `Field '${name}' has coerced Null value for NonNull type 'CurrencyCodeAlpha!'`;
      return { data: null, errors: [{ message, extensions: { errorClass: 'VALIDATION' } }] };
    }
  }
  return { data: { generateExchangeRateQuote: { quotes: wanted.map((one) => quote(gateway, one)) } } };
}

function quote(gateway: Gateway, sent: Params) {
  const from = filled(sent.baseCurrency) ?? '';
  const to = filled(sent.quoteCurrency) ?? '';
  const known = rates[`${from} ${to}`] ?? { rate: '1.25', tradeRate: null, id: gateway.newId(16) };
  const baseCents = cents(filled(sent.baseAmount));
  return {
    id: known.id,
    baseAmount: baseCents === undefined ? null : { value: decimal(baseCents), currencyCode: from },
    quoteAmount:
      baseCents === undefined
        ? null
        : { value: decimal(Math.round(baseCents * Number(known.rate))), currencyCode: to },
    exchangeRate: known.rate,
    tradeRate: known.tradeRate,
    // Days that are long past, as with the vendor: its sandbox quotes never change.
    expiresAt: '2021-06-16T02:00:00.000000Z',
    refreshesAt: '2021-06-16T00:00:00.000000Z',
  };
}
