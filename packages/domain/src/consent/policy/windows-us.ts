import type { WindowRule } from './rule.ts';

/** Hours that hold in the whole of the United States. */
export const WINDOWS_US: readonly WindowRule[] = [
  {
    id: 'US-FED-TCPA-WINDOW',
    name: 'Federal hours for advertising by phone',
    layer: 'federal',
    jur: 'US',
    categories: ['marketing'],
    channels: ['sms', 'call'],
    days: { '*': ['08:00', '21:00'] },
    from: '1992-12-20',
    source: '47 CFR 64.1200(c)(1)',
    confidence: 'P',
  },
  {
    id: 'US-FED-REGF-WINDOW',
    name: 'Federal hours for debt collectors (Regulation F)',
    layer: 'federal',
    jur: 'US',
    categories: ['collect3p'],
    channels: ['sms', 'call', 'email'],
    days: { '*': ['08:00', '21:00'] },
    from: '2021-11-30',
    source: '12 CFR 1006.6(b)(1)(i)',
    confidence: 'P',
  },
  {
    id: 'US-POL-SERVICING-WINDOW',
    name: 'Our own hours for texts about bills in the United States',
    layer: 'platform',
    jur: 'US',
    categories: ['info', 'past_due', 'receipt', 'optin'],
    channels: ['sms', 'call'],
    days: { '*': ['08:00', '21:00'] },
    from: '2020-01-01',
    source: 'platform default',
    confidence: 'POL',
  },
];
