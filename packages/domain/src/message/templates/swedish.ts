import { given, linked, when } from './icu-parts.ts';
import type { Templates } from './template-vars.ts';

const STOP = 'Svara STOPP för att slippa sms.';
const STOP_IF = when('withStop', STOP);
const SEE = linked('Se den här');
const BILL = given('invoiceNumber', ' för faktura {invoiceNumber}');
const PAY = given('card', 'Svara BETALA för att betala med {card}.');
const TERMS = given(
  'lateFee',
  given('feeOn', 'Från {feeOn} tillkommer {lateFee} i avgift.', 'Efter det tillkommer {lateFee} i avgift.'),
  'Ingen förseningsavgift.',
);
const CONSEQUENCES =
  given(
    'lateFee',
    given('feeOn', 'En avgift på {lateFee} tillkommer {feeOn}. ', 'En avgift på {lateFee} tillkommer. '),
  ) + given('interruptionOn', 'Från {interruptionOn} kan tjänsten stängas av.');
const RATES = 'Antalet sms varierar. Operatörens taxa kan gälla.';

/** Addressed as "du", lower case. */
export const SWEDISH: Templates = {
  'account-message': `Du har ett meddelande om ditt konto${given('accountTail', ' ..{accountTail}')}. ${STOP} ${linked('Läs det här')}`,
  welcome:
    '{firstName}, nu får du dina fakturor som sms. {when, select, in_days {Nästa kommer om {days, plural, one {# dag} other {# dagar}}.} tomorrow {Nästa kommer i morgon.} today {Nästa kommer i dag.} other {Vi hör av oss när nästa är klar.}} Svara HJÄLP för hjälp, STOPP för att slippa sms.',
  'bill-ready': `{firstName}, din faktura${given('invoiceNumber', ' {invoiceNumber}')} på {amount} förfaller {dueDate}. ${PAY} ${STOP_IF} ${SEE}`,
  'bill-ready-one-reply': `{firstName}, din faktura på {amount} förfaller {dueDate}. Svara BETALA för att betala {amount} med {card} nu. ${STOP_IF} ${SEE}`,
  'bill-ready-autopay': `{firstName}, din faktura${given('invoiceNumber', ' {invoiceNumber}')} på {amount} förfaller {dueDate}. Vi drar den från {card} {date}. Svara BETALA om du hellre betalar nu. ${STOP_IF} ${SEE}`,
  'bill-ready-plan': `{firstName}, din faktura {invoiceNumber} betalas i delar. Del {number} av {count}, {amount}, förfaller {dueDate}. ${PAY} ${STOP_IF} ${SEE}`,
  'bill-ready-more': `{firstName}, din nya faktura på {amount} förfaller {dueDate}. Du har {count} fakturor att betala{total, select, none {} other {, totalt {total}}}. Svara FAKTUROR för att välja. ${STOP_IF} ${SEE}`,
  'several-bills': `Du har {count} fakturor att betala{total, select, none {} other {, totalt {total}}}. ${linked('Betala den som förfaller först')}`,
  'bill-changed': `{firstName}, din faktura {invoiceNumber} har ändrats. Den är nu på {amount} och förfaller {dueDate}. ${SEE}`,
  'due-date-moved': `Din faktura på {amount} förfaller nu {dueDate}. ${SEE}`,
  'due-in-days': `{firstName}, {amount}${BILL} förfaller om {days, plural, one {# dag} other {# dagar}}, {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'due-tomorrow': `{firstName}, {amount}${BILL} förfaller i morgon, {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'due-today': `{firstName}, {amount}${BILL} förfaller i dag, {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  digest: `{firstName}, du har {count, plural, one {# obetald faktura} other {# obetalda fakturor}}, totalt {total}, nästa förfaller {nextDue}. Svara FAKTUROR för att välja. ${STOP_IF} ${SEE}`,
  'digest-overdue': `{firstName}, du har {count, plural, one {# obetald faktura} other {# obetalda fakturor}}, totalt {total}. Den första förföll {oldestDue} och är inte betald. Svara FAKTUROR för att välja. ${STOP} ${SEE}`,
  'autopay-ahead': `{firstName}, {date} drar vi {amount}${BILL} från {card}. Svara BETALA om du hellre betalar nu. ${STOP_IF} ${SEE}`,
  'autopay-failed': `{firstName}, vi kunde inte dra {amount} från {card}. ${given('retryOn', 'Vi försöker igen {retryOn}.', 'Vi försöker inte igen på egen hand.')} ${linked('Byt kort här')}`,
  'card-expiring': `{firstName}, {card} går ut {expires}. ${when('hasAutopay', 'Autobetalningen behöver ett kort som gäller efter det.')} ${linked('Uppdatera det här')}`,
  'method-closed': `{firstName}, banken har stängt {card}. Vi drar inte längre från det. ${when('hasAutopay', 'Autobetalningen behöver ett annat betalsätt.')} ${linked('Lägg till ett')}`,
  'overdue-soft': `{firstName}, {amount}${BILL} förföll {dueDate}. ${given('graceUntil', 'Betalar du senast {graceUntil} blir det ingen avgift.', 'Ingen förseningsavgift.')} ${PAY} ${STOP} ${SEE}`,
  overdue: `{firstName}, {amount}${BILL} förföll {dueDate} och är inte betald. ${CONSEQUENCES} ${PAY} ${STOP} ${SEE}`,
  'overdue-again': `{firstName}, {amount}${BILL} är fortfarande obetald, {daysLate, plural, one {# dag} other {# dagar}} efter {dueDate}. ${CONSEQUENCES} Svara PLAN för att dela upp. ${PAY} ${STOP} ${SEE}`,
  'overdue-last': `{firstName}, det här är vår sista påminnelse: {amount}${BILL} förföll {dueDate}. ${CONSEQUENCES} Svara KUNDTJÄNST så hittar vi en lösning. ${PAY} ${STOP} ${SEE}`,
  'fee-added': `{firstName}, en avgift på {fee} har lagts på faktura {invoiceNumber}, som förföll {dueDate}. Kvar att betala: {amount}. ${PAY} ${STOP} ${SEE}`,
  'interest-added': `{firstName}, vi har lagt {interest} i dröjsmålsränta${given('fee', ' och {fee} i avgift')} på faktura {invoiceNumber}, som förföll {dueDate}. Kvar att betala: {amount}. ${PAY} ${STOP} ${SEE}`,
  'promise-due': `{firstName}, i dag är dagen du valde för att betala {amount}. ${PAY} ${STOP_IF} ${SEE}`,
  'promise-broken': `{firstName}, vi har inte fått de {amount} som du tänkte betala senast {date}. Vill du välja en annan dag, svara LOVAR och dagen. ${PAY} ${STOP} ${SEE}`,
  'instalment-due': `{firstName}, del {number} av {count} i din plan, {amount}${BILL}, förfaller {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'instalment-missed': `{firstName}, del {number} av {count} i din plan, {amount}, förföll {dueDate}. ${given('endsOn', 'Planen upphör om den inte betalas senast {endsOn}.')} ${PAY} ${STOP} ${SEE}`,
  'plan-broken': `{firstName}, delen av din plan som förföll {dueDate} blev inte betald. Planen har upphört och {amount} ska betalas nu. ${PAY} ${STOP} ${SEE}`,

  'pay-question':
    'Betala {amount} för faktura {invoiceNumber} med {card}? Svara JA {code} inom 10 minuter. Innan dess dras inget.',
  'pay-question-again':
    '{why, select, expired {Koden har gått ut.} changed {Din faktura eller ditt kort har ändrats.} other {Vi behöver rätt kod för att betala.}} Betala {amount} för faktura {invoiceNumber} med {card}? Svara JA {code} inom 10 minuter.',
  'pay-question-part':
    '{why, select, asked {} expired {Koden har gått ut.} changed {Din faktura eller ditt kort har ändrats.} other {Vi behöver rätt kod för att betala.}} Betala {amount} av {due} på faktura {invoiceNumber} med {card}? Svara JA {code} inom 10 minuter.',
  'pay-question-instalment':
    '{why, select, asked {} expired {Koden har gått ut.} changed {Din plan eller ditt kort har ändrats.} other {Vi behöver rätt kod för att betala.}} Betala del {number} av {count} i din plan, {amount}, med {card}? Svara JA {code} inom 10 minuter. Innan dess dras inget.',
  'pay-question-several':
    '{why, select, asked {} expired {Koden har gått ut.} changed {Din faktura eller ditt kort har ändrats.} other {Vi behöver rätt kod för att betala.}} Betala {amount} för fakturorna {invoiceNumber} med {card}? Svara JA {code} inom 10 minuter.',
  receipt: `Betalt {amount} {date} med {card}, ref {reference}. Kvar att betala: {balance}. ${linked('Kvitto')}`,
  'receipt-split': `Betalt {amount} {date} med {card}, ref {reference}. Fakturor: {split}. Kvar att betala: {balance}. ${linked('Kvitto')}`,
  'receipt-early': `Betalt {amount} {date} med {card}, ref {reference}. Autobetalningen {autopayDate} drar inget för den här fakturan. Kvar att betala: {balance}. ${linked('Kvitto')}`,
  'payment-declined': `{amount} drogs inte. {why, select, insufficient_funds {Pengarna på {card} räckte inte. Svara BETALA för att försöka igen eller betala här} try_later {Banken bakom {card} kunde inte just nu. Svara BETALA för att försöka igen eller betala här} card_refused {Banken sa nej till {card}. Välj ett annat kort} card_expired {{card} har gått ut. Uppdatera det eller välj ett annat} card_data {Uppgifterna om {card} stämde inte. Uppdatera dem eller välj ett annat kort} needs_authentication {Banken för {card} vill att du bekräftar. Bekräfta och betala här} duplicate {Den liknar en betalning från nyss. Se din faktura} fraud {Vi kunde inte ta emot {card}. Välj ett annat kort} not_found {{card} finns inte kvar hos oss. Lägg till ett kort} never_arrived {Den nådde inte banken. Svara BETALA för att försöka igen eller betala här} other {Felet är vårt, inte ditt korts. Vi rättar till det. Se din faktura}}${given('link', ': {link}', '.')}`,
  'checking-payment': 'Vi kollar om din betalning på {amount} gick igenom. Inget dras två gånger.',
  'payment-did-not-arrive':
    'Din betalning på {amount} gick inte igenom. Inget har dragits. Svara BETALA för att försöka igen.',
  'payment-returned': `Din bank tog tillbaka betalningen på {amount} för faktura {invoiceNumber}, så den är obetald igen. ${given('fee', 'En avgift på {fee} har tillkommit.')} ${given('retryOn', 'Vi försöker igen {retryOn}.')} ${linked('Betala på annat sätt')}`,
  'refund-made': 'Vi har betalat tillbaka {amount} till {card}. Det kan ta några dagar innan det syns.',
  'credit-added': `Du har fått {amount} till godo på ditt konto. ${linked('Se den här')}`,
  overpaid:
    'Du har betalat {amount} för mycket. Svara SPARA så drar vi av det på nästa faktura, eller KUNDTJÄNST för att få tillbaka det.',
  'overpayment-kept':
    'Vi sparar {amount} åt dig och drar av det på nästa faktura. Svara KUNDTJÄNST om du hellre vill ha tillbaka det.',
  'overpayment-returned':
    'Vi har betalat tillbaka dina {amount} dit de kom ifrån. Det kan ta några dagar innan det syns.',
  'credit-expiring': `Du har {amount} till godo till och med {date}. Det dras av på din nästa faktura. ${STOP_IF}`,
  'already-paid': 'Faktura {invoiceNumber} betalades {date}. Inget mer har dragits.',
  'nothing-due': 'Du har inget att betala nu. Vi hör av oss när en faktura är klar.',
  'no-card': `Det finns inget sparat kort för din faktura på {amount}. ${linked('Betala här')}`,
  'amount-by-link': `Inget har dragits. Vi tar en hel faktura i taget. Svara KUNDTJÄNST om du vill betala en del. ${linked('Din faktura')}`,
  'amount-not-possible':
    'Inget har dragits. För den här fakturan går det bra med {least} till {most}. Svara BETALA och beloppet.',
  'no-offer': 'Vi har ingen öppen fråga till dig, så inget har dragits. Svara BETALA eller HJÄLP.',
  'offer-declined': `Inget har dragits. Din faktura är fortfarande obetald${given('link', ': {link}', '.')}`,
  'undo-done': `Din betalning på {amount} med {card} är tillbakadragen. Fakturan är obetald igen. ${SEE}`,
  'undo-too-late':
    'Det är för sent att dra tillbaka betalningen på {amount}. Vill du ha återbetalning, svara KUNDTJÄNST eller ring {supportPhone}.',
  'undo-checking': 'Vi drar tillbaka betalningen på {amount}. Vi skriver när det är klart.',
  'undo-nothing': 'Det finns ingen betalning att dra tillbaka. Gäller det en äldre, svara KUNDTJÄNST.',
  'promise-made': `Vi har noterat att du betalar {amount} senast {date}. Inget dras av sig självt. ${linked('Betala här')}`,
  'promise-how':
    'Vilken dag betalar du? Svara LOVAR och dagen, till exempel LOVAR FRE, eller LOVAR FRE 50 för en del.',
  'promise-amount-not-possible': 'Vi kan notera {least} till {most}. Svara LOVAR, dagen och beloppet.',
  'promise-not-possible':
    'Den dagen går inte, senast är {latest}. Svara LOVAR och en dag, till exempel LOVAR {example}.',
  'promise-kept': 'Du betalade {amount} som planerat. Tack. Kvar att betala: {balance}.',
  later:
    'Inget har dragits. Du har {amount} att betala {count, plural, =1 {senast {nextDue}} other {på {count} fakturor, nästa förfaller {nextDue}}}. För att välja en dag, svara LOVAR och dagen, till exempel LOVAR FRE.',
  'plan-how':
    'För att betala en del nu, svara BETALA och beloppet, till exempel BETALA 50. För en betalplan med en person, svara KUNDTJÄNST.',
  'plan-offered': `Du kan betala {amount} i {count} delar om {part}, den första {firstDate}. Svara JA {code} inom ett dygn om du vill det. Innan dess är inget bestämt. ${linked('Andra planer')}`,
  'plan-made': `Din plan är klar: {count} delar om {part}, den första {firstDate}. ${given('card', 'Varje del dras från {card} på sin dag.')} ${SEE}`,
  'plan-running': `Av din plan är {paid} av {count} delar betalda och {balance} är kvar. Nästa: {amount}, förfaller {dueDate}. ${PAY} ${SEE}`,
  'plan-paid': 'Hela din plan är betald. Tack.',
  'plan-ended': `Din plan har upphört. {amount} ska betalas nu. ${SEE}`,
  'plan-not-possible':
    'Den här fakturan går inte att dela upp via sms. Svara KUNDTJÄNST så tittar någon på den tillsammans med dig.',
  balance: `Du har {amount} att betala {count, plural, =1 {på 1 faktura som förfaller {nextDue}. Svara BETALA för att betala.} other {på {count} fakturor, nästa förfaller {nextDue}.}} ${SEE}`,
  'bills-menu': '{menu} Svara med fakturans nummer{total, select, none {} other {, eller ALLA för {total}}}.',

  help: `Ring {supportPhone} för hjälp. Svara BETALA för att betala, SALDO för vad du ska betala, STOPP för att slippa sms. ${RATES}`,
  who: 'Ja, det är vi{accountTail, select, none {} other {, om ditt konto ..{accountTail}}}.{reference, select, none {} other { Vårt senaste sms har referensen {reference}.}} Vill du vara säker, ring {supportPhone}, numret på din faktura. Våra länkar börjar med {site}',
  'stop-confirmed':
    'Du får inga fler sms från oss. Frågor? Ring {supportPhone}. Svara START för att få sms igen.',
  'stop-confirmed-choose':
    'Du får inga fler sms från oss. Svara FAKTUROR om du bara vill ha dem om fakturor. Utan svar skickar vi inga. Frågor? Ring {supportPhone}.',
  'start-confirmed': `Du får sms om dina fakturor. ${RATES} Svara HJÄLP för hjälp, STOPP för att slippa sms.`,
  'opt-in-request': `${given('code', '{code} är din kod till vår sida. Skriv in den där, eller svara', 'Svara')} JA för att få och betala dina fakturor via sms. ${RATES} HJÄLP för hjälp, STOPP för att slippa sms.`,
  'opt-in-confirmed': `Du är anmäld till sms om dina fakturor. {when, select, in_days {Nästa kommer om {days, plural, one {# dag} other {# dagar}}.} tomorrow {Nästa kommer i morgon.} today {Nästa kommer i dag.} other {Vi hör av oss när nästa är klar.}} ${RATES} Svara HJÄLP för hjälp, STOPP för att slippa sms.`,
  'marketing-opt-in-request': `Svara JA för nyheter och erbjudanden i automatiska sms. Det är inget villkor för köp. ${RATES} HJÄLP för hjälp, STOPP för att slippa sms.`,
  'marketing-confirmed': `Du är anmäld till nyheter och erbjudanden via sms. ${RATES} Svara HJÄLP för hjälp, STOPP för att slippa sms.`,
  'agent-coming': 'Vi har bett en person hjälpa dig. Du får svar här.',
  'question-received': 'Vi har fått ditt sms. En person läser det och svarar dig här.',
  'stop-unclear': 'Vi har fått ditt sms och en person läser det. Vill du inte ha fler sms, svara STOPP.',
  'what-to-say':
    'Vi har fått ditt sms. En person läser det och svarar dig här. Du kan också svara BETALA, FAKTUROR för dina fakturor, SENARE för mer tid eller HJÄLP.',
  'dispute-noted':
    'Vi har fått din fråga om faktura {invoiceNumber}. Medan vi tittar på den skickar vi inga påminnelser om fakturan.',
  'card-number-removed': `Vi tog bort ett kortnummer ur ditt sms. Skicka inga kortnummer i sms. ${linked('Betala säkert här')}`,
  'fresh-link': 'Här är en ny länk till din faktura: {link}',
  'wrong-party-noted': 'Tack för att du hörde av dig. Vi skickar inga fler sms till det här numret.',
  'login-code': 'Din kod är {code}. Den gäller i 10 minuter. Vi frågar aldrig efter den på telefon.',
  'language-changed': 'Från och med nu skriver vi på svenska.',
  'language-choices':
    'För ett annat språk, svara LANG EN (engelska), LANG ES (spanska), LANG DE (tyska), LANG SV (svenska) eller LANG NB (norska).',
  'links-off':
    'Nu får du sms utan länkar. Du kan ändå betala med svar: BETALA, eller FAKTUROR för att välja.',
  'links-on': 'Nu får du länkar till dina fakturor igen.',
  'paper-on': 'Från och med nästa får du dina fakturor på papper igen.',
  'payer-asked': 'Du har blivit ombedd att sköta faktura {invoiceNumber}. Se och betala den här: {link}',
  'phone-moving':
    'Från {date} går dina sms till en annan telefon. Var det inte du, ring {supportPhone} innan dess.',
  'paperless-by-link': 'Vill du slippa fakturor på papper, läs vad det innebär och godkänn här: {link}',
  'autopay-question':
    '{terms} Kort: {card}. {total, select, none {} other {Det som är obetalt nu, {total}, dras också. }}Svara JA {code} inom 10 minuter om du godkänner.',
  'autopay-on': `Autobetalning är på med {card}. Vi skickar sms innan vi drar något. ${linked('Se mer här')}`,
  'autopay-off': `Autobetalning är av. Inget dras om du inte betalar. ${linked('Se mer här')}`,
  'autopay-by-link': 'För att slå på autobetalning, läs villkoren och godkänn här: {link}',
  'autopay-page': 'Se eller ändra autobetalning här: {link}',
  'card-link': 'Lägg till eller byt kort här: {link}',
  'office-closed': `Vårt kontor är stängt {closedOn} och öppnar igen {opensOn}. Du kan betala via sms när som helst. ${STOP_IF}`,
  outage: `Det är avbrott i {area} och vi arbetar med det. ${given('expected', 'Vi räknar med att det är klart {expected}.')} ${STOP_IF}`,
  'survey-invitation': `{firstName}, hur tycker du att vi sköter oss? En fråga, en minut. ${STOP_IF} Svara här: {link}`,
  'survey-with-offer': `{firstName}, hur tycker du att vi sköter oss? En fråga, en minut, och ett erbjudande efteråt. ${STOP} Svara här: {link}`,
  'discount-offer': `{firstName}, faktura {invoiceNumber} blir {amount} i stället för {fullAmount} om du betalar senast {payBy}. ${PAY} ${STOP} ${SEE}`,
  referral: `{firstName}, tipsa en vän om oss. {offer} ${STOP} Skicka vidare: {link}`,
  news: `{news} ${STOP} ${linked('Läs mer')}`,
};
