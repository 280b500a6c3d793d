/** How the vendor's sandbox answers to one of its documented test numbers. */
export interface TestCard {
  /** What a verification of it says; a transaction goes by its amount instead. Verified where absent. */
  verification?: 'declined' | 'failed';
  /** What the gateway itself refuses it for, whatever the amount. */
  rejection?: 'fraud' | 'risk_threshold';
  /** A sale with it carries an open dispute from the start. */
  isDisputed?: boolean;
  /** What is known of the card; every one that is not named here is "Unknown". */
  indicators?: Record<string, string>;
}

const noIndicators = {
  business: 'No',
  commercial: 'No',
  consumer: 'No',
  corporate: 'No',
  debit: 'No',
  durbinRegulated: 'No',
  healthcare: 'No',
  payroll: 'No',
  prepaid: 'No',
  prepaidReloadable: 'No',
  purchase: 'No',
  productId: 'MSB',
};

/** The card numbers that the vendor's sandbox accepts; every other number is refused there, and so here. */
export const testCards: Readonly<Record<string, TestCard>> = {
  // Valid numbers by brand.
  '4111111111111111': {},
  '4005519200000004': {},
  '4009348888881881': {},
  '4012000033330026': {},
  '4012000033330125': {},
  '4012000033330224': {},
  '4012000033330323': {},
  '4012000033330422': {},
  '4012000033330521': {},
  '4012000033330620': {},
  '4012000077777777': {},
  '4012888888881881': {},
  '4217651111111119': {},
  '4500600000000061': {},
  '4037111111000000': {},
  '4217651111111101': {},
  '5555555555554444': {},
  '2223000048400011': {},
  '5454545454545454': {},
  '378282246310005': {},
  '371449635398431': {},
  '371260714673002': {},
  '371544868764018': {},
  '378267515471109': {},
  '6011111111111117': {},
  '6011000991300009': {},
  '36259600000004': {},
  '3530111333300000': {},
  '6304000000000000': {},
  '6243030000000001': {},
  '6221261111117766': {},
  '6223164991230014': {},
  '6222821234560017': {},
  '6370950000000005': {},
  '6062820524845321': {},
  '5066991111111118': {},
  // Verifications of these fail.
  '4000111111111115': { verification: 'declined' },
  '5105105105105100': { verification: 'declined' },
  '378734493671000': { verification: 'declined' },
  '6011000990139424': { verification: 'declined' },
  '38520000009814': { verification: 'declined' },
  '3566002020360505': { verification: 'failed' },
  // The gateway's own fraud rules.
  '4000111111111511': { rejection: 'fraud' },
  '4111130000000003': { rejection: 'risk_threshold' },
  // Disputes.
  '4023898493988028': { isDisputed: true },
  // Card type indicators.
  '4229989800000003': { indicators: { business: 'Yes' } },
  '4111111111131010': { indicators: { commercial: 'Yes', productId: 'Unknown' } },
  '4229989700000004': { indicators: { consumer: 'Yes' } },
  '4229989100000000': { indicators: { corporate: 'Yes' } },
  '4111111111121102': { indicators: { countryOfIssuance: 'USA', productId: 'Unknown' } },
  '4117101010101010': { indicators: { debit: 'Yes' } },
  '4111161010101010': { indicators: { durbinRegulated: 'Yes' } },
  '4111111510101010': { indicators: { healthcare: 'Yes', productId: 'J3' } },
  '4111111141010101': { indicators: { issuingBank: 'NETWORK ONLY' } },
  '4111111111310101': { indicators: noIndicators },
  '4111111111111210': { indicators: { prepaid: 'Yes' } },
  '4229989900000002': { indicators: { prepaid: 'Yes', prepaidReloadable: 'Yes' } },
  '4111111114101010': { indicators: { payroll: 'Yes', productId: 'MSA' } },
  '4229989500000006': { indicators: { purchase: 'Yes' } },
  '4111111111112101': { indicators: {} },
};
