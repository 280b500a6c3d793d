import type { Language } from '@kvitt/domain/locale/language';

interface InsertWords {
  head: string;
  lead: string;
  steps: readonly [string, string, string];
  typed: string;
  code: string;
  terms: string;
}

/** The words of the slip that goes out with a paper statement; `{…}` is filled in. */
export const INSERT_WORDS: Record<Language, InsertWords> = {
  en: {
    head: 'Get your bills by text',
    lead: 'Answer PAY and the bill is paid, or ask us a question in the same thread.',
    steps: [
      'Point your phone’s camera at the code, or type the address.',
      'Give your account number and postal code: both are on this statement.',
      'Answer the text that we send you.',
    ],
    typed: 'Or type',
    code: 'A code for your phone’s camera. It opens {address}',
    terms: 'About four texts a month. Message and data rates may apply. STOP ends them at any time.',
  },
  es: {
    head: 'Reciba sus facturas por mensaje',
    lead: 'Responda PAGAR y la factura queda pagada, o pregúntenos en la misma conversación.',
    steps: [
      'Apunte la cámara de su teléfono al código o escriba la dirección.',
      'Indique su número de cuenta y su código postal: ambos están en este estado de cuenta.',
      'Responda el mensaje que le enviamos.',
    ],
    typed: 'O escriba',
    code: 'Un código para la cámara de su teléfono. Abre {address}',
    terms:
      'Unos cuatro mensajes al mes. Pueden aplicar tarifas de mensajes y datos. STOP los termina cuando quiera.',
  },
  de: {
    head: 'Ihre Rechnungen per SMS',
    lead: 'Mit der Antwort ZAHLEN ist die Rechnung bezahlt, und im selben Verlauf beantworten wir Ihre Fragen.',
    steps: [
      'Richten Sie die Kamera Ihres Telefons auf den Code, oder tippen Sie die Adresse ein.',
      'Geben Sie Kundennummer und Postleitzahl an: Beide stehen auf diesem Auszug.',
      'Antworten Sie auf die SMS, die wir Ihnen schicken.',
    ],
    typed: 'Oder eintippen',
    code: 'Ein Code für die Kamera Ihres Telefons. Er öffnet {address}',
    terms: 'Etwa vier SMS im Monat. Es können Kosten Ihres Anbieters anfallen. STOP beendet sie jederzeit.',
  },
  sv: {
    head: 'Få fakturorna som sms',
    lead: 'Svara BETALA så är fakturan betald, eller ställ en fråga i samma tråd.',
    steps: [
      'Rikta telefonens kamera mot koden, eller skriv in adressen.',
      'Ange kontonummer och postnummer: båda står på det här utskicket.',
      'Svara på sms:et som vi skickar.',
    ],
    typed: 'Eller skriv',
    code: 'En kod för telefonens kamera. Den öppnar {address}',
    terms: 'Ungefär fyra sms i månaden. Operatören kan ta betalt. STOPP avslutar när du vill.',
  },
  nb: {
    head: 'Få regningene på SMS',
    lead: 'Svar BETAL, så er regningen betalt, eller still et spørsmål i samme tråd.',
    steps: [
      'Rett kameraet på telefonen mot koden, eller skriv inn adressen.',
      'Oppgi kontonummer og postnummer: begge står på denne utsendelsen.',
      'Svar på meldingen som vi sender deg.',
    ],
    typed: 'Eller skriv',
    code: 'En kode for kameraet på telefonen. Den åpner {address}',
    terms: 'Omtrent fire meldinger i måneden. Operatøren kan ta betalt. STOPP avslutter når du vil.',
  },
};
