import { mmsRate, smsRate } from './render-message.ts';

const countries: Readonly<Record<string, { name: string; code: string; smsRate: number }>> = {
  US: { name: 'United States', code: '1', smsRate },
  CA: { name: 'Canada', code: '1', smsRate },
  GB: { name: 'United Kingdom', code: '44', smsRate: 0.04 },
  SE: { name: 'Sweden', code: '46', smsRate: 0.055 },
};

/** What texts and numbers of a country cost, in the vendor's shape; nothing for a country that is not on the list. */
export function priceList(iso: string) {
  const country = countries[iso];
  if (!country) return undefined;
  const isAmerican = country.code === '1';
  const rate = (dollars: number) => ({ rate: dollars.toFixed(5) });
  return {
    country: country.name,
    country_code: country.code,
    country_iso: iso,
    message: {
      inbound: rate(0),
      outbound: rate(country.smsRate),
      outbound_networks_list: [{ group_name: iso, ...rate(country.smsRate) }],
    },
    mms: isAmerican ? { inbound: rate(mmsRate), outbound: rate(mmsRate) } : {},
    phone_numbers: isAmerican ? { local: rate(0.5), tollfree: rate(1) } : {},
    voice: isAmerican
      ? { inbound: { local: rate(0.0055), tollfree: rate(0.021) }, outbound: { local: rate(0.01) } }
      : {},
  };
}
