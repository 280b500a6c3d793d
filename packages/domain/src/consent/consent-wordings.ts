import type { Language } from '../locale/language.ts';
import type { ConsentChannel, ConsentPurpose } from './consent.ts';

/**
 * Words that a customer agrees to, as they are read aloud or shown. `{brand}` is the biller's name. A wording that was used
 * is never edited: a change is a new version, because the ledger says which one was agreed to.
 */
export interface ConsentWording {
  key: string;
  version: number;
  /** `YYYY-MM-DD`, the first day of its use. */
  from: string;
  purposes: readonly ConsentPurpose[];
  channels: readonly ConsentChannel[];
  /** Why it says what it says. */
  source: string;
  words: Readonly<Record<Language, string>>;
}

export const CONSENT_WORDINGS: readonly ConsentWording[] = [
  {
    key: 'bills-aloud',
    version: 1,
    from: '2026-11-22',
    purposes: ['service', 'past-due'],
    channels: ['oral'],
    source: 'CON-04, CON-05, CNT-03, CNT-04: what for, how often, what it costs, how to end it',
    words: {
      en: 'May {brand} text this number about your bills, also when one is late? It is about four texts a month. Message and data rates may apply. You can end it any time with STOP.',
      es: '¿Puede {brand} mandar mensajes a este número sobre sus facturas, también cuando una esté vencida? Son unos cuatro al mes. Pueden aplicar tarifas de mensajes y datos. Puede terminarlo cuando quiera con STOP.',
      de: 'Darf {brand} Ihnen an diese Nummer SMS zu Ihren Rechnungen senden, auch wenn eine überfällig ist? Es sind etwa vier im Monat. Es können Kosten Ihres Anbieters anfallen. Sie können es jederzeit mit STOP beenden.',
      sv: 'Får {brand} skicka sms till det här numret om dina fakturor, även när en är försenad? Det blir ungefär fyra i månaden. Din operatör kan ta betalt. Du kan när som helst avsluta med STOPP.',
      nb: 'Kan {brand} sende SMS til dette nummeret om fakturaene dine, også når en er forfalt? Det blir omtrent fire i måneden. Operatøren din kan ta betalt. Du kan når som helst avslutte med STOPP.',
    },
  },
  {
    key: 'bills-shown',
    version: 1,
    from: '2026-11-22',
    purposes: ['service', 'past-due'],
    channels: ['web', 'written'],
    source: 'CON-04, CON-05, DOI-07',
    words: {
      en: 'I agree to get texts from {brand} at this number about my bills, also when one is late, about four a month. Message and data rates may apply. Reply STOP to end, HELP for help.',
      es: 'Acepto recibir mensajes de {brand} en este número sobre mis facturas, también cuando una esté vencida, unos cuatro al mes. Pueden aplicar tarifas de mensajes y datos. Responda STOP para terminar, AYUDA para ayuda.',
      de: 'Ich möchte von {brand} an diese Nummer SMS zu meinen Rechnungen erhalten, auch wenn eine überfällig ist, etwa vier im Monat. Es können Kosten meines Anbieters anfallen. Mit STOP ende ich es, mit HILFE bekomme ich Hilfe.',
      sv: 'Jag vill få sms från {brand} till det här numret om mina fakturor, även när en är försenad, ungefär fyra i månaden. Operatören kan ta betalt. Svara STOPP för att avsluta, HJÄLP för hjälp.',
      nb: 'Jeg vil få SMS fra {brand} til dette nummeret om fakturaene mine, også når en er forfalt, omtrent fire i måneden. Operatøren kan ta betalt. Svar STOPP for å avslutte, HJELP for hjelp.',
    },
  },
  {
    key: 'news-shown',
    version: 1,
    from: '2026-11-22',
    purposes: ['marketing'],
    channels: ['web', 'written'],
    source: '47 CFR 64.1200(f)(9): automated, to this number, and no condition of buying anything (CON-09)',
    words: {
      en: 'I agree to get automated marketing texts from {brand} at this number. My agreement is not a condition of any purchase. Message frequency varies. Message and data rates may apply. Reply STOP to end, HELP for help.',
      es: 'Acepto recibir mensajes publicitarios automáticos de {brand} en este número. Aceptar no es condición para comprar nada. La frecuencia varía. Pueden aplicar tarifas de mensajes y datos. Responda STOP para terminar, AYUDA para ayuda.',
      de: 'Ich möchte von {brand} an diese Nummer automatische Werbe-SMS erhalten. Das ist keine Bedingung für einen Kauf. Wie oft sie kommen, ist verschieden. Es können Kosten meines Anbieters anfallen. Mit STOP ende ich es, mit HILFE bekomme ich Hilfe.',
      sv: 'Jag vill få automatiska reklam-sms från {brand} till det här numret. Det är inget villkor för att köpa något. Hur ofta de kommer varierar. Operatören kan ta betalt. Svara STOPP för att avsluta, HJÄLP för hjälp.',
      nb: 'Jeg vil få automatiske reklame-SMS fra {brand} til dette nummeret. Det er ikke et vilkår for å kjøpe noe. Hvor ofte de kommer, varierer. Operatøren kan ta betalt. Svar STOPP for å avslutte, HJELP for hjelp.',
    },
  },
];
