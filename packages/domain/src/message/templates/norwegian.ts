import { given, linked, when } from './icu-parts.ts';
import type { Templates } from './template-vars.ts';

const STOP = 'Svar STOPP for å slippe SMS.';
const STOP_IF = when('withStop', STOP);
const SEE = linked('Se den her');
const BILL = given('invoiceNumber', ' for faktura {invoiceNumber}');
const PAY = given('card', 'Svar BETAL for å betale med {card}.');
const TERMS = given(
  'lateFee',
  given('feeOn', 'Fra {feeOn} kommer et gebyr på {lateFee}.', 'Etter det kommer et gebyr på {lateFee}.'),
  'Det blir ikke noe gebyr.',
);
const CONSEQUENCES =
  given(
    'lateFee',
    given('feeOn', 'Et gebyr på {lateFee} kommer {feeOn}. ', 'Et gebyr på {lateFee} kommer i tillegg. '),
  ) + given('interruptionOn', 'Fra {interruptionOn} kan tjenesten bli stengt.');
const RATES = 'Antall SMS varierer. Vanlige takster kan gjelde.';

/** Bokmål, addressed as "du". */
export const NORWEGIAN: Templates = {
  'account-message': `Du har en melding om kontoen din${given('accountTail', ' ..{accountTail}')}. ${STOP} ${linked('Les den her')}`,
  welcome:
    '{firstName}, nå får du fakturaene dine på SMS. {when, select, in_days {Den neste kommer om {days, plural, one {# dag} other {# dager}}.} tomorrow {Den neste kommer i morgen.} today {Den neste kommer i dag.} other {Vi sier fra når den neste er klar.}} Svar HJELP for hjelp, STOPP for å slippe SMS.',
  'bill-ready': `{firstName}, fakturaen din${given('invoiceNumber', ' {invoiceNumber}')} på {amount} forfaller {dueDate}. ${PAY} ${STOP_IF} ${SEE}`,
  'bill-ready-one-reply': `{firstName}, fakturaen din på {amount} forfaller {dueDate}. Svar BETAL for å betale {amount} med {card} nå. ${STOP_IF} ${SEE}`,
  'bill-ready-autopay': `{firstName}, fakturaen din${given('invoiceNumber', ' {invoiceNumber}')} på {amount} forfaller {dueDate}. Vi trekker den fra {card} {date}. Svar BETAL hvis du heller vil betale nå. ${STOP_IF} ${SEE}`,
  'bill-ready-plan': `{firstName}, fakturaen {invoiceNumber} betales i deler. Del {number} av {count}, {amount}, forfaller {dueDate}. ${PAY} ${STOP_IF} ${SEE}`,
  'bill-ready-more': `{firstName}, den nye fakturaen din på {amount} forfaller {dueDate}. Du har {count} fakturaer å betale{total, select, none {} other {, til sammen {total}}}. Svar FAKTURAER for å velge. ${STOP_IF} ${SEE}`,
  'several-bills': `Du har {count} fakturaer å betale{total, select, none {} other {, til sammen {total}}}. ${linked('Betal den som forfaller først')}`,
  'bill-changed': `{firstName}, fakturaen din {invoiceNumber} er endret. Den er nå på {amount} og forfaller {dueDate}. ${SEE}`,
  'due-date-moved': `Fakturaen din på {amount} forfaller nå {dueDate}. ${SEE}`,
  'due-in-days': `{firstName}, {amount}${BILL} forfaller om {days, plural, one {# dag} other {# dager}}, {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'due-tomorrow': `{firstName}, {amount}${BILL} forfaller i morgen, {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'due-today': `{firstName}, {amount}${BILL} forfaller i dag, {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  digest: `{firstName}, du har {count, plural, one {# ubetalt faktura} other {# ubetalte fakturaer}}, til sammen {total}, den neste forfaller {nextDue}. Svar FAKTURAER for å velge. ${STOP_IF} ${SEE}`,
  'digest-overdue': `{firstName}, du har {count, plural, one {# ubetalt faktura} other {# ubetalte fakturaer}}, til sammen {total}. Den første forfalt {oldestDue} og er ikke betalt. Svar FAKTURAER for å velge. ${STOP} ${SEE}`,
  'autopay-ahead': `{firstName}, {date} trekker vi {amount}${BILL} fra {card}. Svar BETAL hvis du heller vil betale nå. ${STOP_IF} ${SEE}`,
  'autopay-failed': `{firstName}, vi fikk ikke trukket {amount} fra {card}. ${given('retryOn', 'Vi prøver igjen {retryOn}.', 'Vi prøver ikke igjen av oss selv.')} ${linked('Bytt kort her')}`,
  'card-expiring': `{firstName}, {card} utløper {expires}. ${when('hasAutopay', 'Autobetalingen trenger et kort som er gyldig etter det.')} ${linked('Oppdater det her')}`,
  'method-closed': `{firstName}, banken har stengt {card}. Vi trekker ikke fra det lenger. ${when('hasAutopay', 'Autobetalingen trenger en annen betalingsmåte.')} ${linked('Legg til en')}`,
  'overdue-soft': `{firstName}, {amount}${BILL} forfalt {dueDate}. ${given('graceUntil', 'Betaler du innen {graceUntil}, blir det ikke noe gebyr.', 'Det blir ikke noe gebyr.')} ${PAY} ${STOP} ${SEE}`,
  overdue: `{firstName}, {amount}${BILL} forfalt {dueDate} og er ikke betalt. ${CONSEQUENCES} ${PAY} ${STOP} ${SEE}`,
  'overdue-again': `{firstName}, {amount}${BILL} er fortsatt ubetalt, {daysLate, plural, one {# dag} other {# dager}} etter {dueDate}. ${CONSEQUENCES} Svar PLAN for å dele opp. ${PAY} ${STOP} ${SEE}`,
  'overdue-last': `{firstName}, dette er vår siste påminnelse: {amount}${BILL} forfalt {dueDate}. ${CONSEQUENCES} Svar KUNDESERVICE, så finner vi en løsning. ${PAY} ${STOP} ${SEE}`,
  'fee-added': `{firstName}, et gebyr på {fee} er lagt til faktura {invoiceNumber}, som forfalt {dueDate}. Du har {amount} igjen å betale. ${PAY} ${STOP} ${SEE}`,
  'interest-added': `{firstName}, vi har lagt {interest} i forsinkelsesrente${given('fee', ' og {fee} i gebyr')} til faktura {invoiceNumber}, som forfalt {dueDate}. Du har {amount} igjen å betale. ${PAY} ${STOP} ${SEE}`,
  'promise-due': `{firstName}, i dag er dagen du valgte for å betale {amount}. ${PAY} ${STOP_IF} ${SEE}`,
  'promise-broken': `{firstName}, vi har ikke fått de {amount} du ville betale innen {date}. Svar LOVER og en dag for å velge en annen. ${PAY} ${STOP} ${SEE}`,
  'instalment-due': `{firstName}, del {number} av {count} i planen din, {amount}${BILL}, forfaller {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'instalment-missed': `{firstName}, del {number} av {count} i planen din, {amount}, forfalt {dueDate}. ${given('endsOn', 'Planen opphører hvis den ikke er betalt innen {endsOn}.')} ${PAY} ${STOP} ${SEE}`,
  'plan-broken': `{firstName}, delen av planen din som forfalt {dueDate} ble ikke betalt. Planen er avsluttet, og {amount} må betales nå. ${PAY} ${STOP} ${SEE}`,

  'pay-question':
    'Betale {amount} for faktura {invoiceNumber} med {card}? Svar JA {code} innen 10 minutter. Før det trekkes ingenting.',
  'pay-question-again':
    '{why, select, expired {Koden er utløpt.} changed {Fakturaen eller kortet ditt er endret.} other {Vi trenger riktig kode for å betale.}} Betale {amount} for faktura {invoiceNumber} med {card}? Svar JA {code} innen 10 minutter.',
  'pay-question-part':
    '{why, select, asked {} expired {Koden er utløpt.} changed {Fakturaen eller kortet ditt er endret.} other {Vi trenger riktig kode for å betale.}} Betale {amount} av {due} på faktura {invoiceNumber} med {card}? Svar JA {code} innen 10 minutter.',
  'pay-question-instalment':
    '{why, select, asked {} expired {Koden er utløpt.} changed {Planen eller kortet ditt er endret.} other {Vi trenger riktig kode for å betale.}} Betale del {number} av {count} i planen din, {amount}, med {card}? Svar JA {code} innen 10 minutter. Før det trekkes ingenting.',
  'pay-question-several':
    '{why, select, asked {} expired {Koden er utløpt.} changed {Fakturaen eller kortet ditt er endret.} other {Vi trenger riktig kode for å betale.}} Betale {amount} for fakturaene {invoiceNumber} med {card}? Svar JA {code} innen 10 minutter.',
  receipt: `Betalt {amount} {date} med {card}, ref. {reference}. Igjen å betale: {balance}. ${linked('Kvittering')}`,
  'receipt-split': `Betalt {amount} {date} med {card}, ref. {reference}. Fakturaer: {split}. Igjen å betale: {balance}. ${linked('Kvittering')}`,
  'receipt-early': `Betalt {amount} {date} med {card}, ref. {reference}. Autobetalingen {autopayDate} trekker ikke denne fakturaen. Igjen å betale: {balance}. ${linked('Kvittering')}`,
  'payment-declined': `{amount} ble ikke trukket. {why, select, insufficient_funds {Det var ikke nok penger på {card}. Svar BETAL for å prøve igjen, eller betal her} try_later {Banken bak {card} fikk det ikke til nå. Svar BETAL for å prøve igjen, eller betal her} card_refused {Banken sa nei til {card}. Bruk et annet kort} card_expired {{card} er utløpt. Oppdater det eller bruk et annet kort} card_data {Opplysningene om {card} stemte ikke. Oppdater dem eller bruk et annet kort} needs_authentication {Banken til {card} vil at du bekrefter. Bekreft og betal her} duplicate {Den ligner en betaling fra nå nettopp. Se fakturaen din} fraud {Vi kunne ikke ta imot {card}. Bruk et annet kort} not_found {{card} er ikke lagret hos oss lenger. Legg til et kort} never_arrived {Den nådde ikke banken. Svar BETAL for å prøve igjen, eller betal her} other {Feilen er vår, ikke kortets. Vi retter den. Se fakturaen din}}${given('link', ': {link}', '.')}`,
  'checking-payment':
    'Vi sjekker om betalingen din på {amount} gikk gjennom. Ingenting blir trukket to ganger.',
  'payment-did-not-arrive':
    'Betalingen din på {amount} gikk ikke gjennom. Ingenting er trukket. Svar BETAL for å prøve igjen.',
  'payment-returned': `Banken din tok tilbake betalingen på {amount} for faktura {invoiceNumber}, så den er ubetalt igjen. ${given('fee', 'Et gebyr på {fee} er lagt til.')} ${given('retryOn', 'Vi prøver igjen {retryOn}.')} ${linked('Betal på en annen måte')}`,
  'refund-made': 'Vi har betalt tilbake {amount} til {card}. Det kan ta noen dager før det vises.',
  'credit-added': `Du har fått {amount} til gode på kontoen din. ${linked('Se det her')}`,
  overpaid:
    'Du har betalt {amount} for mye. Svar BEHOLD, så trekker vi det fra neste faktura, eller KUNDESERVICE for å få det tilbake.',
  'overpayment-kept':
    'Vi beholder {amount} for deg og trekker det fra neste faktura. Svar KUNDESERVICE hvis du heller vil ha det tilbake.',
  'overpayment-returned':
    'Vi har betalt tilbake dine {amount} dit de kom fra. Det kan ta noen dager før det vises.',
  'credit-expiring': `Du har {amount} til gode til og med {date}. Det trekkes fra den neste fakturaen din. ${STOP_IF}`,
  'already-paid': 'Faktura {invoiceNumber} ble betalt {date}. Ingenting mer er trukket.',
  'nothing-due': 'Du har ingenting å betale nå. Vi sier fra når en faktura er klar.',
  'no-card': `Det er ikke lagret noe kort for fakturaen din på {amount}. ${linked('Betal her')}`,
  'amount-by-link': `Ingenting er trukket. Vi tar en hel faktura om gangen. Svar KUNDESERVICE for å betale en del. ${linked('Fakturaen din')}`,
  'amount-not-possible':
    'Ingenting er trukket. For denne fakturaen kan vi ta fra {least} til {most}. Svar BETAL og beløpet.',
  'no-offer': 'Vi har ikke noe åpent spørsmål til deg, så ingenting er trukket. Svar BETAL eller HJELP.',
  'offer-declined': `Ingenting er trukket. Fakturaen din er fortsatt ubetalt${given('link', ': {link}', '.')}`,
  'undo-done': `Betalingen din på {amount} med {card} er trukket tilbake. Fakturaen er ubetalt igjen. ${SEE}`,
  'undo-too-late':
    'Det er for sent å trekke tilbake betalingen på {amount}. Svar KUNDESERVICE eller ring {supportPhone} for å be om refusjon.',
  'undo-checking': 'Vi trekker tilbake betalingen på {amount}. Vi skriver når det er gjort.',
  'undo-nothing': 'Det er ingen betaling å trekke tilbake. Gjelder det en eldre, svar KUNDESERVICE.',
  'promise-made': `Vi har notert at du betaler {amount} innen {date}. Ingenting trekkes av seg selv. ${linked('Betal her')}`,
  'promise-how':
    'Hvilken dag betaler du? Svar LOVER og dagen, for eksempel LOVER FRE, eller LOVER FRE 50 for en del.',
  'promise-amount-not-possible': 'Vi kan notere {least} til {most}. Svar LOVER, dagen og beløpet.',
  'promise-not-possible':
    'Den dagen går ikke, siste mulige er {latest}. Svar LOVER og en dag, for eksempel LOVER {example}.',
  'promise-kept': 'Du betalte {amount} som planlagt. Takk. Igjen å betale: {balance}.',
  later:
    'Ingenting er trukket. Du har {amount} å betale {count, plural, =1 {innen {nextDue}} other {på {count} fakturaer, neste forfaller {nextDue}}}. For å velge en dag, svar LOVER og dagen, for eksempel LOVER FRE.',
  'plan-how':
    'For å betale en del nå, svar BETAL og beløpet, for eksempel BETAL 50. For en betalingsplan med en person, svar KUNDESERVICE.',
  'plan-offered': `Du kan betale {amount} i {count} deler på {part}, den første {firstDate}. Svar JA {code} innen et døgn hvis du vil det. Før det er ingenting avtalt. ${linked('Andre planer')}`,
  'plan-made': `Planen din er klar: {count} deler på {part}, den første {firstDate}. ${given('card', 'Hver del trekkes fra {card} på sin dag.')} ${SEE}`,
  'plan-running': `Av planen din er {paid} av {count} deler betalt, og {balance} gjenstår. Neste: {amount}, forfaller {dueDate}. ${PAY} ${SEE}`,
  'plan-paid': 'Hele planen din er betalt. Takk.',
  'plan-ended': `Planen din er avsluttet. {amount} må betales nå. ${SEE}`,
  'plan-not-possible':
    'Denne fakturaen kan ikke deles opp på SMS. Svar KUNDESERVICE, så ser noen på den sammen med deg.',
  balance: `Du har {amount} å betale {count, plural, =1 {på 1 faktura som forfaller {nextDue}. Svar BETAL for å betale.} other {på {count} fakturaer, den neste forfaller {nextDue}.}} ${SEE}`,
  'bills-menu':
    '{menu} Svar med nummeret på fakturaen{total, select, none {} other {, eller ALLE for {total}}}.',

  help: `Ring {supportPhone} for hjelp. Svar BETAL for å betale, SALDO for det du skylder, STOPP for å slippe SMS. ${RATES}`,
  who: 'Ja, det er oss{accountTail, select, none {} other {, om kontoen din ..{accountTail}}}.{reference, select, none {} other { Vår siste SMS har referansen {reference}.}} Vil du være sikker, ring {supportPhone}, nummeret på fakturaen. Lenkene våre begynner med {site}',
  'stop-confirmed':
    'Du får ikke flere SMS fra oss. Spørsmål? Ring {supportPhone}. Svar START for å få SMS igjen.',
  'stop-confirmed-choose':
    'Du får ikke flere SMS fra oss. Svar FAKTURAER hvis du bare vil ha dem om fakturaer. Uten svar sender vi ingen. Spørsmål? Ring {supportPhone}.',
  'start-confirmed': `Du får SMS om fakturaene dine. ${RATES} Svar HJELP for hjelp, STOPP for å slippe SMS.`,
  'opt-in-request': `${given('code', '{code} er koden din til siden vår. Skriv den inn der, eller svar', 'Svar')} JA for å få og betale fakturaene dine på SMS. ${RATES} HJELP for hjelp, STOPP for å slippe SMS.`,
  'opt-in-confirmed': `Du er påmeldt SMS om fakturaene dine. {when, select, in_days {Den neste kommer om {days, plural, one {# dag} other {# dager}}.} tomorrow {Den neste kommer i morgen.} today {Den neste kommer i dag.} other {Vi sier fra når den neste er klar.}} ${RATES} Svar HJELP for hjelp, STOPP for å slippe SMS.`,
  'marketing-opt-in-request': `Svar JA for nyheter og tilbud i automatiske SMS. Det er ikke noe vilkår for kjøp. ${RATES} HJELP for hjelp, STOPP for å slippe SMS.`,
  'marketing-confirmed': `Du er påmeldt nyheter og tilbud på SMS. ${RATES} Svar HJELP for hjelp, STOPP for å slippe SMS.`,
  'agent-coming': 'Vi har bedt en person om å hjelpe deg. Du får svar her.',
  'question-received': 'Vi har fått meldingen din. En person leser den og svarer deg her.',
  'stop-unclear': 'Vi har fått meldingen din, og en person leser den. Vil du ikke ha flere SMS, svar STOPP.',
  'what-to-say':
    'Vi har fått meldingen din. En person leser den og svarer deg her. Du kan også svare BETAL, FAKTURAER for fakturaene dine, SENERE for mer tid eller HJELP.',
  'dispute-noted':
    'Vi har fått spørsmålet ditt om faktura {invoiceNumber}. Mens vi ser på det, sender vi ingen påminnelser om fakturaen.',
  'card-number-removed': `Vi fjernet et kortnummer fra meldingen din. Ikke send kortnummer på SMS. ${linked('Betal trygt her')}`,
  'fresh-link': 'Her er en ny lenke til fakturaen din: {link}',
  'wrong-party-noted': 'Takk for at du sa fra. Vi sender ikke flere SMS til dette nummeret.',
  'login-code': 'Koden din er {code}. Den gjelder i 10 minutter. Vi spør aldri om den på telefon.',
  'language-changed': 'Fra nå av skriver vi på norsk.',
  'language-choices':
    'For et annet språk, svar LANG EN (engelsk), LANG ES (spansk), LANG DE (tysk), LANG SV (svensk) eller LANG NB (norsk).',
  'links-off':
    'Nå får du SMS uten lenker. Du kan fortsatt betale med svar: BETAL, eller FAKTURAER for å velge.',
  'links-on': 'Nå får du lenker til fakturaene dine igjen.',
  'paper-on': 'Fra og med den neste får du fakturaene dine på papir igjen.',
  'payer-asked': 'Du er bedt om å ta deg av faktura {invoiceNumber}. Se og betal den her: {link}',
  'phone-moving':
    'Fra {date} går SMS-ene dine til en annen telefon. Var det ikke deg, ring {supportPhone} før det.',
  'paperless-by-link': 'Vil du slippe fakturaer på papir, les hva det betyr og godta her: {link}',
  'autopay-question':
    '{terms} Kort: {card}. {total, select, none {} other {Det som er ubetalt nå, {total}, trekkes også. }}Svar JA {code} innen 10 minutter hvis du godtar.',
  'autopay-on': `Autobetaling er på med {card}. Vi sender SMS før vi trekker noe. ${linked('Se mer her')}`,
  'autopay-off': `Autobetaling er av. Ingenting trekkes hvis du ikke betaler. ${linked('Se mer her')}`,
  'autopay-by-link': 'For å slå på autobetaling, les vilkårene og godta her: {link}',
  'autopay-page': 'Se eller endre autobetaling her: {link}',
  'card-link': 'Legg til eller bytt kort her: {link}',
  'office-closed': `Kontoret vårt er stengt {closedOn} og åpner igjen {opensOn}. Du kan betale på SMS når som helst. ${STOP_IF}`,
  outage: `Det er brudd i {area}, og vi jobber med det. ${given('expected', 'Vi regner med at det er i orden {expected}.')} ${STOP_IF}`,
  'survey-invitation': `{firstName}, hvordan synes du vi gjør det? Ett spørsmål, ett minutt. ${STOP_IF} Svar her: {link}`,
  'survey-with-offer': `{firstName}, hvordan synes du vi gjør det? Ett spørsmål, ett minutt, og et tilbud til slutt. ${STOP} Svar her: {link}`,
  'discount-offer': `{firstName}, faktura {invoiceNumber} koster {amount} i stedet for {fullAmount} hvis du betaler innen {payBy}. ${PAY} ${STOP} ${SEE}`,
  referral: `{firstName}, tips en venn om oss. {offer} ${STOP} Send videre: {link}`,
  news: `{news} ${STOP} ${linked('Les mer')}`,
};
