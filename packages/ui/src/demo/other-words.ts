import { money } from '@kvitt/domain/money/money';
import type { DemoWords } from './demo-words.ts';

export const ES: DemoWords = {
  language: 'es',
  amount: money(8420, 'USD'),
  large: money(128400050, 'USD'),
  back: 'Volver a la factura',
  bill: 'Factura',
  reference: 'Referencia',
  leftToPay: 'Queda por pagar',
  paper: 'Una hoja de papel.',
  receipt: 'Un recibo.',
  cardNumber: 'Número de tarjeta',
  expires: 'Vence',
  expiresHint: 'Mes y año, como en la tarjeta',
  code: 'Código de seguridad',
  codeProblem: 'El código tiene tres cifras. Está en el reverso.',
  call: 'Llamar al (312) 555-0142',
  share: 'Compartir el recibo',
  pay: 'Pagar',
  notices: [
    { tone: 'info', title: 'Todavía no se cobra nada', text: 'Usted confirma en la página siguiente.' },
    { tone: 'positive', title: 'Esta tarjeta queda guardada', text: 'La próxima vez, conteste PAGAR.' },
    {
      tone: 'caution',
      title: 'Esta factura está vencida',
      text: 'Pague hoy, o llame para acordar una fecha.',
    },
    {
      tone: 'critical',
      title: 'El banco rechazó esta tarjeta',
      text: 'No se cobró nada. Pruebe con otra tarjeta.',
    },
  ],
  choices: [
    { label: 'Todo', hint: 'No queda nada por pagar' },
    { label: 'Lo que ya venció', hint: 'El resto vence el 4 de diciembre' },
  ],
  other: { label: 'Otro importe', hint: 'Entre $5.00 y $84.20' },
  score: {
    legend: '¿Qué tan probable es que nos recomiende?',
    hint: '0 es nada probable, 10 es muy probable',
  },
  ways: [
    { label: 'Elegir un día para pagar', hint: 'Hasta el 12 de diciembre' },
    { label: 'Qué ha pasado, y preguntas', hint: 'Hay una respuesta para usted' },
  ],
};

export const DE: DemoWords = {
  language: 'de',
  amount: money(8420, 'EUR'),
  large: money(128400050, 'EUR'),
  back: 'Zurück zur Rechnung',
  bill: 'Rechnung',
  reference: 'Zahlungsreferenz',
  leftToPay: 'Noch zu zahlen',
  paper: 'Ein Blatt Papier.',
  receipt: 'Eine Zahlungsbestätigung.',
  cardNumber: 'Kartennummer',
  expires: 'Gültig bis',
  expiresHint: 'Monat und Jahr wie auf der Karte',
  code: 'Prüfnummer',
  codeProblem: 'Die Prüfnummer hat drei Stellen. Sie steht auf der Rückseite.',
  call: '030 5550142 anrufen',
  share: 'Zahlungsbestätigung teilen',
  pay: 'Jetzt bezahlen:',
  notices: [
    { tone: 'info', title: 'Noch wird nichts abgebucht', text: 'Sie bestätigen auf der nächsten Seite.' },
    {
      tone: 'positive',
      title: 'Diese Karte ist gespeichert',
      text: 'Antworten Sie nächstes Mal mit ZAHLEN.',
    },
    {
      tone: 'caution',
      title: 'Diese Rechnung ist überfällig',
      text: 'Zahlen Sie heute, oder vereinbaren Sie am Telefon einen Termin.',
    },
    {
      tone: 'critical',
      title: 'Die Bank hat diese Karte abgelehnt',
      text: 'Es wurde nichts abgebucht. Versuchen Sie es mit einer anderen Karte.',
    },
  ],
  choices: [
    { label: 'Den ganzen Rechnungsbetrag', hint: 'Danach ist nichts mehr offen' },
    { label: 'Nur was überfällig ist', hint: 'Der Rest ist am 4. Dezember fällig' },
  ],
  other: { label: 'Einen anderen Betrag', hint: 'Zwischen 5,00 € und 84,20 €' },
  score: {
    legend: 'Wie wahrscheinlich empfehlen Sie uns weiter?',
    hint: '0 heißt überhaupt nicht, 10 heißt sehr wahrscheinlich',
  },
  ways: [
    { label: 'Zahlungstermin selbst wählen', hint: 'Bis zum 12. Dezember' },
    { label: 'Verlauf der Rechnung und Rückfragen', hint: 'Eine Antwort wartet auf Sie' },
  ],
};

export const SV: DemoWords = {
  language: 'sv',
  amount: money(84200, 'SEK'),
  large: money(1284000500, 'SEK'),
  back: 'Tillbaka till fakturan',
  bill: 'Faktura',
  reference: 'Referens',
  leftToPay: 'Kvar att betala',
  paper: 'Ett pappersark.',
  receipt: 'Ett kvitto.',
  cardNumber: 'Kortnummer',
  expires: 'Giltigt till',
  expiresHint: 'Månad och år, som på kortet',
  code: 'Säkerhetskod',
  codeProblem: 'Koden har tre siffror. Den står på baksidan.',
  call: 'Ring 08-555 01 42',
  share: 'Dela kvittot',
  pay: 'Betala',
  notices: [
    { tone: 'info', title: 'Inget dras ännu', text: 'Du bekräftar på nästa sida.' },
    { tone: 'positive', title: 'Kortet är sparat', text: 'Svara BETALA nästa gång.' },
    {
      tone: 'caution',
      title: 'Fakturan är förfallen',
      text: 'Betala i dag, eller ring och kom överens om ett datum.',
    },
    {
      tone: 'critical',
      title: 'Banken sa nej till kortet',
      text: 'Inget har dragits. Prova ett annat kort.',
    },
  ],
  choices: [
    { label: 'Allt', hint: 'Sedan är inget kvar att betala' },
    { label: 'Det som är förfallet', hint: 'Resten förfaller den 4 december' },
  ],
  other: { label: 'Ett annat belopp', hint: 'Mellan 50,00 kr och 842,00 kr' },
  score: {
    legend: 'Hur troligt är det att du rekommenderar oss?',
    hint: '0 är inte alls troligt, 10 är mycket troligt',
  },
  ways: [
    { label: 'Välj betalningsdag', hint: 'Senast den 12 december' },
    { label: 'Vad som har hänt, och frågor', hint: 'Ett svar väntar på dig' },
  ],
};

export const NB: DemoWords = {
  language: 'nb',
  amount: money(84200, 'NOK'),
  large: money(1284000500, 'NOK'),
  back: 'Tilbake til fakturaen',
  bill: 'Faktura',
  reference: 'Referanse',
  leftToPay: 'Gjenstår å betale',
  paper: 'Et papirark.',
  receipt: 'En kvittering.',
  cardNumber: 'Kortnummer',
  expires: 'Gyldig til',
  expiresHint: 'Måned og år, som på kortet',
  code: 'Sikkerhetskode',
  codeProblem: 'Koden har tre sifre. Den står på baksiden.',
  call: 'Ring 55 50 01 42',
  share: 'Del kvitteringen',
  pay: 'Betal',
  notices: [
    { tone: 'info', title: 'Ingenting er trukket ennå', text: 'Du bekrefter på neste side.' },
    { tone: 'positive', title: 'Kortet er lagret', text: 'Svar BETAL neste gang.' },
    { tone: 'caution', title: 'Fakturaen er forfalt', text: 'Betal i dag, eller ring og avtal en dato.' },
    { tone: 'critical', title: 'Banken avviste kortet', text: 'Ingenting er trukket. Prøv et annet kort.' },
  ],
  choices: [
    { label: 'Alt', hint: 'Da gjenstår ingenting' },
    { label: 'Det som er forfalt', hint: 'Resten forfaller 4. desember' },
  ],
  other: { label: 'Et annet beløp', hint: 'Mellom 50,00 kr og 842,00 kr' },
  score: {
    legend: 'Hvor sannsynlig er det at du anbefaler oss?',
    hint: '0 er slett ikke sannsynlig, 10 er svært sannsynlig',
  },
  ways: [
    { label: 'Velg en betalingsdag', hint: 'Senest 12. desember' },
    { label: 'Hva som har skjedd, og spørsmål', hint: 'Et svar venter på deg' },
  ],
};
