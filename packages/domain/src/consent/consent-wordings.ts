import type { ConsentWording } from './consent-wording.ts';
import { PAPERLESS_WORDING } from './paperless-wording.ts';

/** Every wording of ours, in every version that was ever in use. */
export const CONSENT_WORDINGS: readonly ConsentWording[] = [
  {
    key: 'bills-aloud',
    version: 1,
    from: '2026-11-22',
    purposes: ['service', 'past-due'],
    channels: ['oral'],
    source:
      '47 CFR 64.1200(a)(1); CTIA Messaging Principles: what for, how often, what it costs, how to end it',
    words: {
      en: 'May {brand} text this number about your bills, also when one is late? It is about four texts a month. Message and data rates may apply. You can end it any time with STOP.',
      es: '¿Puede {brand} mandar mensajes a este número sobre sus facturas, también cuando una esté vencida? Son unos cuatro al mes. Pueden aplicar tarifas de mensajes y datos. Puede terminarlo cuando quiera con STOP.',
      de: 'Darf {brand} Ihnen an diese Nummer SMS zu Ihren Rechnungen senden, auch wenn eine überfällig ist? Es sind etwa vier im Monat. Es können Kosten Ihres Anbieters anfallen. Sie können es jederzeit mit STOP beenden.',
      sv: 'Får {brand} skicka sms till det här numret om dina fakturor, även när en är försenad? Det blir ungefär fyra i månaden. Din operatör kan ta betalt. Du kan när som helst avsluta med STOPP.',
      nb: 'Kan {brand} sende SMS til dette nummeret om fakturaene dine, også når en er forfalt? Det blir omtrent fire i måneden. Operatøren din kan ta betalt. Du kan når som helst avslutte med STOPP.',
    },
  },
  {
    key: 'paperless-aloud',
    version: 1,
    from: '2026-11-22',
    // Said aloud nothing is agreed to: the agreement itself is given on the page that the link opens.
    purposes: [],
    channels: ['oral'],
    source:
      '15 USC 7001(c)(1): what comes in place of paper, what one needs to read it, how paper comes back and at what cost; (c)(6): speech is no agreement',
    words: {
      en: 'Would you like to do without the bill on paper as well? {brand} then sends each one by text, with a link on which you read, save and print it. Your phone has to open web pages. PAPER brings paper back any time, at no cost.{credit} I text you a link on which you agree to that yourself.',
      es: '¿Quiere también dejar la factura en papel? {brand} le manda entonces cada una por mensaje, con un enlace para leerla, guardarla e imprimirla. Su teléfono tiene que abrir páginas web. Con PAPEL vuelve el papel cuando quiera, sin costo.{credit} Le mando un enlace en el que usted mismo lo acepta.',
      de: 'Möchten Sie auch auf die Rechnung auf Papier verzichten? {brand} schickt dann jede per SMS, mit einem Link zum Lesen, Speichern und Drucken. Ihr Handy muss Webseiten öffnen können. Mit PAPIER kommt das Papier jederzeit kostenlos zurück.{credit} Ich schicke Ihnen einen Link, auf dem Sie selbst zustimmen.',
      sv: 'Vill du också vara utan fakturan på papper? {brand} skickar då varje faktura som sms, med en länk där du läser, sparar och skriver ut den. Telefonen måste kunna öppna webbsidor. Med PAPPER kommer papperet tillbaka när du vill, utan kostnad.{credit} Jag skickar en länk där du själv godkänner det.',
      nb: 'Vil du også slippe fakturaen på papir? {brand} sender da hver faktura på SMS, med en lenke der du leser, lagrer og skriver den ut. Telefonen må kunne åpne nettsider. Med PAPIR kommer papiret tilbake når du vil, uten kostnad.{credit} Jeg sender en lenke der du selv godtar det.',
    },
  },
  {
    key: 'autopay-aloud',
    version: 1,
    from: '2026-11-22',
    purposes: [],
    channels: ['oral'],
    source:
      '12 CFR 1005.10(b); card networks on stored cards: what is charged, when, how one is told and how it ends; the mandate itself is given in writing',
    words: {
      en: 'Shall {brand} charge each bill in full to your card on its due date, so that there is nothing to do? You are told before every charge, and end it any time with AUTOPAY OFF. You switch it on yourself, on your phone.',
      es: '¿Quiere que {brand} cobre cada factura completa a su tarjeta en la fecha de vencimiento, sin hacer nada? Se le avisa antes de cada cargo y lo termina cuando quiera con AUTOPAY OFF. Usted mismo lo activa en su teléfono.',
      de: 'Soll {brand} jede Rechnung am Fälligkeitstag ganz von Ihrer Karte abbuchen, sodass nichts zu tun bleibt? Vor jeder Abbuchung erfahren Sie davon, und mit AUTOPAY OFF endet es jederzeit. Sie schalten es selbst auf Ihrem Handy ein.',
      sv: 'Ska {brand} dra hela beloppet för varje faktura från ditt kort på förfallodagen, så att du inte behöver göra något? Du får veta det före varje dragning och avslutar när du vill med AUTOPAY OFF. Du slår på det själv i din telefon.',
      nb: 'Skal {brand} trekke hele beløpet for hver faktura fra kortet ditt på forfallsdagen, så du slipper å gjøre noe? Du får vite det før hvert trekk og avslutter når du vil med AUTOPAY OFF. Du slår det på selv på telefonen.',
    },
  },
  {
    key: 'bills-shown',
    version: 1,
    from: '2026-11-22',
    purposes: ['service', 'past-due'],
    channels: ['web', 'written'],
    source:
      '47 CFR 64.1200(a)(1); CTIA Messaging Principles: what for, how often, what it costs, how to end it',
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
    source: '47 CFR 64.1200(f)(9): automated, to this number, and no condition of buying anything',
    words: {
      en: 'I agree to get automated marketing texts from {brand} at this number. My agreement is not a condition of any purchase. Message frequency varies. Message and data rates may apply. Reply STOP to end, HELP for help.',
      es: 'Acepto recibir mensajes publicitarios automáticos de {brand} en este número. Aceptar no es condición para comprar nada. La frecuencia varía. Pueden aplicar tarifas de mensajes y datos. Responda STOP para terminar, AYUDA para ayuda.',
      de: 'Ich möchte von {brand} an diese Nummer automatische Werbe-SMS erhalten. Das ist keine Bedingung für einen Kauf. Wie oft sie kommen, ist verschieden. Es können Kosten meines Anbieters anfallen. Mit STOP ende ich es, mit HILFE bekomme ich Hilfe.',
      sv: 'Jag vill få automatiska reklam-sms från {brand} till det här numret. Det är inget villkor för att köpa något. Hur ofta de kommer varierar. Operatören kan ta betalt. Svara STOPP för att avsluta, HJÄLP för hjälp.',
      nb: 'Jeg vil få automatiske reklame-SMS fra {brand} til dette nummeret. Det er ikke et vilkår for å kjøpe noe. Hvor ofte de kommer, varierer. Operatøren kan ta betalt. Svar STOPP for å avslutte, HJELP for hjelp.',
    },
  },
  {
    key: 'bank-debit',
    version: 1,
    from: '2026-11-22',
    purposes: [],
    channels: ['web', 'written'],
    source:
      'Nacha rules on WEB debits and 12 CFR 1005.10(b): which debits, from which account, what happens when one comes back, how it ends, and that a copy is kept',
    words: {
      en: 'I allow {brand} to take from this bank account each payment that I ask for, here or by text, and each one that I allow under autopay. I am told of an autopay amount that differs from the last one ten days before. A payment that comes back for lack of funds may be tried again, twice at most. I can end this any time by removing the account here or by calling, and find this text here.',
      es: 'Permito a {brand} cobrar de esta cuenta bancaria cada pago que yo pida, aquí o por mensaje, y cada uno que permita con el pago automático. De un importe automático distinto del anterior se me avisa diez días antes. Un pago devuelto por falta de fondos puede intentarse de nuevo, dos veces como mucho. Puedo terminarlo cuando quiera quitando la cuenta aquí o llamando, y encuentro este texto aquí.',
      de: 'Ich erlaube {brand}, von diesem Bankkonto jede Zahlung einzuziehen, um die ich hier oder per SMS bitte, und jede, die ich mit der automatischen Zahlung erlaube. Weicht ein automatischer Betrag vom letzten ab, erfahre ich es zehn Tage vorher. Eine mangels Deckung zurückgegebene Zahlung darf höchstens zweimal wiederholt werden. Ich kann das jederzeit beenden, indem ich das Konto hier entferne oder anrufe, und finde diesen Text hier.',
      sv: 'Jag låter {brand} dra från det här bankkontot varje betalning som jag ber om, här eller per sms, och varje som jag tillåter med autobetalning. Om ett automatiskt belopp skiljer sig från det förra får jag veta det tio dagar före. En betalning som kommer tillbaka för att pengar saknas får försökas igen, högst två gånger. Jag kan när som helst avsluta genom att ta bort kontot här eller ringa, och hittar den här texten här.',
      nb: 'Jeg lar {brand} trekke fra denne bankkontoen hver betaling som jeg ber om, her eller på SMS, og hver som jeg tillater med autobetaling. Er et automatisk beløp et annet enn det forrige, får jeg vite det ti dager før. En betaling som kommer tilbake fordi det mangler penger, kan prøves igjen, høyst to ganger. Jeg kan når som helst avslutte ved å fjerne kontoen her eller ringe, og finner denne teksten her.',
    },
  },
  {
    key: 'plan',
    version: 1,
    from: '2026-11-22',
    purposes: [],
    channels: ['web', 'written'],
    source:
      '12 CFR 1005.10(b); card networks on stored cards: what is paid and when, what is charged by itself and to what, what happens when a part is missed, how it ends',
    words: {
      en: 'I pay {brand} this amount in these parts on these days. Where autopay is on, each part is charged on its day to my saved way to pay, and told to me before. If a part is not paid within its days of grace, the plan ends and all that is left is due. I can pay more or all of it sooner, and end the plan any time, here or by calling.',
      es: 'Pago a {brand} este importe en estas cuotas y estos días. Si el pago automático está activado, cada cuota se cobra su día de mi medio de pago guardado, y se me avisa antes. Si una cuota no se paga dentro de sus días de gracia, el plan termina y se debe todo lo que queda. Puedo pagar más o todo antes, y terminar el plan cuando quiera, aquí o llamando.',
      de: 'Ich zahle {brand} diesen Betrag in diesen Raten an diesen Tagen. Ist die automatische Zahlung an, wird jede Rate an ihrem Tag von meiner gespeicherten Zahlungsart abgebucht, und ich erfahre es vorher. Wird eine Rate nicht innerhalb der Nachfrist gezahlt, endet der Plan und der ganze Rest ist fällig. Ich kann früher mehr oder alles zahlen und den Plan jederzeit beenden, hier oder telefonisch.',
      sv: 'Jag betalar {brand} det här beloppet i de här delarna på de här dagarna. Där autobetalning är på dras varje del på sin dag från mitt sparade sätt att betala, och jag får veta det före. Om en del inte betalas inom sina dagar av anstånd upphör planen och allt som är kvar ska betalas. Jag kan betala mer eller allt tidigare, och avsluta planen när som helst, här eller per telefon.',
      nb: 'Jeg betaler {brand} dette beløpet i disse delene på disse dagene. Der autobetaling er på, trekkes hver del på sin dag fra den lagrede betalingsmåten min, og jeg får vite det før. Betales ikke en del innen fristen for utsettelse, slutter planen og alt som er igjen, forfaller. Jeg kan betale mer eller alt tidligere, og avslutte planen når som helst, her eller på telefon.',
    },
  },
  {
    key: 'autopay',
    version: 1,
    from: '2026-11-22',
    purposes: ['autopay'],
    channels: ['web', 'written'],
    source:
      '12 CFR 1005.10(b); card networks on stored cards: what is charged, when, how one is told, how it ends, and which card comes after this one',
    words: {
      en: 'I allow {brand} to charge each of my bills in full on its due date to my saved card, or to the card that I save in its place, and to try again on later days if it fails. I am told before each charge. I can end it any time with AUTOPAY OFF.',
      es: 'Permito a {brand} cobrar cada factura completa en su fecha de vencimiento a mi tarjeta guardada, o a la que guarde en su lugar, y volver a intentarlo otros días si falla. Se me avisa antes de cada cargo. Puedo terminarlo cuando quiera con AUTOPAY OFF.',
      de: 'Ich erlaube {brand}, jede meiner Rechnungen am Fälligkeitstag ganz von meiner gespeicherten Karte abzubuchen, oder von der, die ich an ihrer Stelle speichere, und es an späteren Tagen zu wiederholen, wenn es nicht gelingt. Vor jeder Abbuchung erfahre ich davon. Ich kann es jederzeit mit AUTOPAY OFF beenden.',
      sv: 'Jag låter {brand} dra hela beloppet för varje faktura på förfallodagen från mitt sparade kort, eller från det som jag sparar i stället, och försöka igen senare om det inte går. Jag får veta det före varje dragning. Jag kan när som helst avsluta med AUTOPAY OFF.',
      nb: 'Jeg lar {brand} trekke hele beløpet for hver faktura på forfallsdagen fra det lagrede kortet mitt, eller fra det jeg lagrer i stedet, og prøve igjen senere hvis det ikke går. Jeg får vite det før hvert trekk. Jeg kan når som helst avslutte med AUTOPAY OFF.',
    },
  },
  {
    key: 'autopay-texted',
    version: 1,
    from: '2026-11-22',
    purposes: ['autopay'],
    channels: ['text'],
    source: 'as the one above, in the length of a text; the card is named beside it',
    words: {
      en: 'Autopay: {brand} charges each bill in full on its due date to your saved card or its replacement, and again later if that fails. We text you first. End it with AUTOPAY OFF.',
      es: 'Pago automático: {brand} cobra cada factura completa al vencer, de su tarjeta guardada o de la que la reemplace, y otra vez si falla. Avisamos antes. Se termina con AUTOPAY OFF.',
      de: 'Automatisch zahlen: {brand} bucht jede Rechnung am Fälligkeitstag ganz von Ihrer Karte oder ihrem Ersatz ab, sonst später. Vorher kommt eine SMS. Ende: AUTOPAY OFF.',
      sv: 'Autobetalning: {brand} drar hela fakturan på förfallodagen från ditt kort eller det som ersätter det, annars senare. Du får sms innan. Avsluta med AUTOPAY OFF.',
      nb: 'Autobetaling: {brand} trekker hele fakturaen på forfallsdagen fra kortet ditt eller det som erstatter det, ellers senere. Du får SMS først. Avslutt med AUTOPAY OFF.',
    },
  },
  PAPERLESS_WORDING,
];
