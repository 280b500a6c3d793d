import { given, linked, when } from './icu-parts.ts';
import type { Templates } from './template-vars.ts';

const STOP = 'Abmelden mit STOP.';
const STOP_IF = when('withStop', STOP);
const SEE = linked('Ansehen');
const BILL = given('invoiceNumber', ' für Rechnung {invoiceNumber}');
const PAY = given('card', 'Mit {card} zahlen: ZAHLEN antworten.');
const TERMS = given(
  'lateFee',
  given(
    'feeOn',
    'Ab {feeOn} fällt eine Gebühr von {lateFee} an.',
    'Danach fällt eine Gebühr von {lateFee} an.',
  ),
  'Es fällt keine Mahngebühr an.',
);
const CONSEQUENCES =
  given(
    'lateFee',
    given(
      'feeOn',
      'Am {feeOn} kommt eine Gebühr von {lateFee} dazu. ',
      'Eine Gebühr von {lateFee} kommt dazu. ',
    ),
  ) + given('interruptionOn', 'Ab {interruptionOn} kann die Leistung unterbrochen werden.');
const RATES = 'Anzahl der SMS variiert. Kosten je nach Tarif.';

/** Addressed as "Sie". "Antworten Sie mit ZAHLEN" is long, so a command stands after its colon. */
export const GERMAN: Templates = {
  'account-message': `Es gibt eine Nachricht zu Ihrem Konto${given('accountTail', ' ..{accountTail}')}. ${STOP} ${SEE}`,
  welcome:
    '{firstName}, Ihre Rechnungen kommen jetzt per SMS. {when, select, in_days {Die nächste kommt in {days, plural, one {# Tag} other {# Tagen}}.} tomorrow {Die nächste kommt morgen.} today {Die nächste kommt heute.} other {Wir melden uns, sobald die nächste da ist.}} Hilfe: HILFE. Abmelden: STOP.',
  'bill-ready': `{firstName}, Ihre Rechnung${given('invoiceNumber', ' {invoiceNumber}')} über {amount} ist am {dueDate} fällig. ${PAY} ${STOP_IF} ${SEE}`,
  'bill-ready-one-reply': `{firstName}, Ihre Rechnung über {amount} ist am {dueDate} fällig. Antworten Sie ZAHLEN, um {amount} jetzt mit {card} zu zahlen. ${STOP_IF} ${SEE}`,
  'bill-ready-autopay': `{firstName}, Ihre Rechnung${given('invoiceNumber', ' {invoiceNumber}')} über {amount} ist am {dueDate} fällig. Wir buchen sie am {date} von {card} ab. Lieber gleich zahlen: ZAHLEN antworten. ${STOP_IF} ${SEE}`,
  'bill-ready-plan': `{firstName}, Ihre Rechnung {invoiceNumber} zahlen Sie in Raten. Rate {number} von {count}, {amount}, ist am {dueDate} fällig. ${PAY} ${STOP_IF} ${SEE}`,
  'bill-ready-more': `{firstName}, Ihre neue Rechnung über {amount} ist am {dueDate} fällig. Offen sind {count} Rechnungen{total, select, none {} other {, zusammen {total}}}. Zum Auswählen RECHNUNGEN antworten. ${STOP_IF} ${SEE}`,
  'several-bills': `Sie haben {count} offene Rechnungen{total, select, none {} other {, zusammen {total}}}. ${linked('Die erste hier zahlen')}`,
  'bill-changed': `{firstName}, Ihre Rechnung {invoiceNumber} wurde geändert: jetzt {amount}, fällig am {dueDate}. ${SEE}`,
  'due-date-moved': `Ihre Rechnung über {amount} ist jetzt am {dueDate} fällig. ${SEE}`,
  'due-in-days': `{firstName}, {amount}${BILL} sind in {days, plural, one {# Tag} other {# Tagen}} fällig, am {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'due-tomorrow': `{firstName}, {amount}${BILL} sind morgen fällig, {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'due-today': `{firstName}, {amount}${BILL} sind heute fällig, {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  digest: `{firstName}, Sie haben {count, plural, one {# offene Rechnung} other {# offene Rechnungen}}, zusammen {total}, die nächste fällig am {nextDue}. Zum Auswählen RECHNUNGEN antworten. ${STOP_IF} ${SEE}`,
  'digest-overdue': `{firstName}, Sie haben {count, plural, one {# offene Rechnung} other {# offene Rechnungen}}, zusammen {total}. Die erste war am {oldestDue} fällig und ist überfällig. Zum Auswählen RECHNUNGEN antworten. ${STOP} ${SEE}`,
  'autopay-ahead': `{firstName}, am {date} buchen wir {amount}${BILL} von {card} ab. Lieber gleich zahlen: ZAHLEN antworten. ${STOP_IF} ${SEE}`,
  'autopay-failed': `{firstName}, wir konnten {amount} nicht von {card} abbuchen. ${given('retryOn', 'Wir versuchen es am {retryOn} noch einmal.', 'Wir versuchen es nicht von selbst noch einmal.')} ${linked('Andere Karte nutzen')}`,
  'card-expiring': `{firstName}, {card} läuft {expires} ab. ${when('hasAutopay', 'Die automatische Zahlung braucht danach eine gültige Karte.')} ${linked('Aktualisieren')}`,
  'method-closed': `{firstName}, {card} wurde von der Bank geschlossen und wird nicht mehr belastet. ${when('hasAutopay', 'Die automatische Zahlung braucht einen anderen Zahlungsweg.')} ${linked('Hinzufügen')}`,
  'overdue-soft': `{firstName}, {amount}${BILL} waren am {dueDate} fällig. ${given('graceUntil', 'Bis {graceUntil} bleibt es ohne Gebühr.', 'Es fällt keine Mahngebühr an.')} ${PAY} ${STOP} ${SEE}`,
  overdue: `{firstName}, {amount}${BILL} waren am {dueDate} fällig und sind noch offen. ${CONSEQUENCES} ${PAY} ${STOP} ${SEE}`,
  'overdue-again': `{firstName}, {amount}${BILL} sind noch offen, {daysLate, plural, one {# Tag} other {# Tage}} nach dem {dueDate}. ${CONSEQUENCES} In Raten zahlen: PLAN antworten. ${PAY} ${STOP} ${SEE}`,
  'overdue-last': `{firstName}, unsere letzte Erinnerung: {amount}${BILL} waren am {dueDate} fällig. ${CONSEQUENCES} Wir suchen mit Ihnen einen Weg: MITARBEITER antworten. ${PAY} ${STOP} ${SEE}`,
  'fee-added': `{firstName}, zur Rechnung {invoiceNumber}, fällig am {dueDate}, kam eine Gebühr von {fee} dazu. Offen sind {amount}. ${PAY} ${STOP} ${SEE}`,
  'interest-added': `{firstName}, zur Rechnung {invoiceNumber}, fällig am {dueDate}, kamen {interest} Verzugszinsen${given('fee', ' und {fee} Gebühr')} dazu. Offen sind {amount}. ${PAY} ${STOP} ${SEE}`,
  'promise-due': `{firstName}, heute ist der Tag, an dem Sie {amount} zahlen wollten. ${PAY} ${STOP_IF} ${SEE}`,
  'promise-broken': `{firstName}, die {amount}, die Sie bis {date} zahlen wollten, sind nicht bei uns angekommen. Anderer Tag: VERSPRECHEN und den Tag antworten. ${PAY} ${STOP} ${SEE}`,
  'instalment-due': `{firstName}, Rate {number} von {count}, {amount}${BILL}, ist am {dueDate} fällig. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'instalment-missed': `{firstName}, Rate {number} von {count}, {amount}, war am {dueDate} fällig. ${given('endsOn', 'Ohne Zahlung bis {endsOn} endet der Ratenplan.')} ${PAY} ${STOP} ${SEE}`,
  'plan-broken': `{firstName}, die Rate vom {dueDate} wurde nicht bezahlt. Der Ratenplan ist beendet, {amount} sind jetzt fällig. ${PAY} ${STOP} ${SEE}`,

  'pay-question':
    '{amount} für Rechnung {invoiceNumber} mit {card} zahlen? Antworten Sie in 10 Minuten JA {code}. Vorher wird nichts abgebucht.',
  'pay-question-again':
    '{why, select, expired {Dieser Code ist abgelaufen.} changed {Ihre Rechnung oder Karte hat sich geändert.} other {Zum Zahlen brauchen wir den richtigen Code.}} {amount} für Rechnung {invoiceNumber} mit {card} zahlen? Antworten Sie in 10 Minuten JA {code}.',
  'pay-question-part':
    '{why, select, asked {} expired {Dieser Code ist abgelaufen.} changed {Ihre Rechnung oder Karte hat sich geändert.} other {Zum Zahlen brauchen wir den richtigen Code.}} {amount} von {due} der Rechnung {invoiceNumber} mit {card} zahlen? Antworten Sie in 10 Minuten JA {code}.',
  'pay-question-instalment':
    '{why, select, asked {} expired {Dieser Code ist abgelaufen.} changed {Ihr Ratenplan oder Ihre Karte hat sich geändert.} other {Zum Zahlen brauchen wir den richtigen Code.}} Rate {number} von {count}, {amount}, mit {card} zahlen? Antworten Sie in 10 Minuten JA {code}. Vorher wird nichts abgebucht.',
  'pay-question-several':
    '{why, select, asked {} expired {Dieser Code ist abgelaufen.} changed {Ihre Rechnung oder Karte hat sich geändert.} other {Zum Zahlen brauchen wir den richtigen Code.}} {amount} für die Rechnungen {invoiceNumber} mit {card} zahlen? Antworten Sie in 10 Minuten JA {code}.',
  receipt: `{amount} am {date} mit {card} bezahlt, Ref. {reference}. Noch offen: {balance}. ${linked('Quittung')}`,
  'receipt-split': `{amount} am {date} mit {card} bezahlt, Ref. {reference}. Rechnungen: {split}. Noch offen: {balance}. ${linked('Quittung')}`,
  'receipt-early': `{amount} am {date} mit {card} bezahlt, Ref. {reference}. Die Abbuchung am {autopayDate} entfällt. Noch offen: {balance}. ${linked('Quittung')}`,
  'payment-declined': `{amount} wurden nicht abgebucht. {why, select, insufficient_funds {{card} ist nicht gedeckt. ZAHLEN antworten oder hier zahlen} try_later {Die Bank von {card} konnte es gerade nicht. ZAHLEN antworten oder hier zahlen} card_refused {Die Bank hat {card} abgelehnt. Andere Karte nutzen} card_expired {{card} ist abgelaufen. Aktualisieren oder andere Karte nutzen} card_data {Die Angaben zu {card} passen nicht. Aktualisieren oder andere Karte nutzen} needs_authentication {Die Bank von {card} möchte eine Bestätigung von Ihnen. Hier bestätigen und zahlen} duplicate {Es sieht aus wie eine Zahlung von eben. Zur Rechnung} fraud {Wir konnten {card} nicht annehmen. Andere Karte nutzen} not_found {{card} ist nicht mehr gespeichert. Karte hinzufügen} never_arrived {Es kam nicht bei der Bank an. ZAHLEN antworten oder hier zahlen} other {Der Fehler liegt bei uns, nicht an Ihrer Karte. Wir beheben ihn. Zur Rechnung}}${given('link', ': {link}', '.')}`,
  'checking-payment':
    'Wir prüfen, ob Ihre Zahlung von {amount} angekommen ist. Es wird nichts doppelt abgebucht.',
  'payment-did-not-arrive':
    'Ihre Zahlung von {amount} hat nicht geklappt. Es wurde nichts abgebucht. Noch einmal: ZAHLEN antworten.',
  'payment-returned': `Ihre Bank hat die Zahlung von {amount} für Rechnung {invoiceNumber} zurückgebucht, sie ist wieder offen. ${given('fee', 'Eine Gebühr von {fee} kam dazu.')} ${given('retryOn', 'Am {retryOn} versuchen wir es erneut.')} ${linked('Anders zahlen')}`,
  'refund-made': 'Wir haben {amount} auf {card} erstattet. Bei der Bank kann es einige Tage dauern.',
  'credit-added': `Ihr Konto hat eine neue Gutschrift von {amount}. ${SEE}`,
  overpaid:
    'Sie haben {amount} zu viel gezahlt. Antworten Sie BEHALTEN, dann ziehen wir es von der nächsten Rechnung ab, oder MITARBEITER für die Rückzahlung.',
  'overpayment-kept':
    'Wir behalten {amount} für Sie und ziehen es von der nächsten Rechnung ab. Für eine Rückzahlung antworten Sie MITARBEITER.',
  'overpayment-returned':
    'Wir haben Ihre {amount} dorthin zurückgezahlt, woher sie kamen. Bei der Bank kann es einige Tage dauern.',
  'credit-expiring': `Ihre Gutschrift von {amount} gilt bis {date}. Wir ziehen sie von der nächsten Rechnung ab. ${STOP_IF}`,
  'already-paid': 'Rechnung {invoiceNumber} ist seit {date} bezahlt. Es wurde nicht noch einmal abgebucht.',
  'nothing-due': 'Sie haben gerade nichts zu zahlen. Wir melden uns, sobald eine Rechnung da ist.',
  'no-card': `Für Ihre Rechnung über {amount} ist keine Karte gespeichert. ${linked('Hier zahlen')}`,
  'amount-by-link': `Es wurde nichts abgebucht. Wir nehmen immer eine ganze Rechnung. Für einen Teil davon MITARBEITER antworten. ${linked('Ihre Rechnung')}`,
  'amount-not-possible':
    'Es wurde nichts abgebucht. Bei dieser Rechnung gehen {least} bis {most}. Antworten Sie ZAHLEN und den Betrag.',
  'no-offer':
    'Es ist keine Frage offen, daher wurde nichts abgebucht. Antworten Sie ZAHLEN zum Zahlen oder HILFE.',
  'offer-declined': `Es wurde nichts abgebucht. Ihre Rechnung ist noch offen${given('link', ': {link}', '.')}`,
  'undo-done': `Ihre Zahlung von {amount} mit {card} ist zurückgenommen. Die Rechnung ist wieder offen. ${SEE}`,
  'undo-too-late':
    'Ihre Zahlung von {amount} lässt sich nicht mehr zurücknehmen. Für eine Erstattung MITARBEITER antworten oder {supportPhone} anrufen.',
  'undo-checking': 'Wir nehmen Ihre Zahlung von {amount} zurück und schreiben Ihnen, sobald es erledigt ist.',
  'undo-nothing': 'Keine Zahlung lässt sich zurücknehmen. Zu einer früheren MITARBEITER antworten.',
  'promise-made': `Notiert: Sie zahlen {amount} bis {date}. Von selbst wird nichts abgebucht. ${linked('Hier zahlen')}`,
  'promise-how':
    'An welchem Tag zahlen Sie? Antworten Sie VERSPRECHEN und den Tag, etwa VERSPRECHEN FR, oder VERSPRECHEN FR 50 für einen Teil.',
  'promise-amount-not-possible':
    'Notieren können wir {least} bis {most}. Antworten Sie VERSPRECHEN, den Tag und den Betrag.',
  'promise-not-possible':
    'Dieser Tag geht leider nicht, der letzte ist {latest}. Antworten Sie VERSPRECHEN und einen Tag, etwa VERSPRECHEN {example}.',
  'promise-kept': 'Sie haben {amount} wie vorgesehen bezahlt. Vielen Dank. Noch offen: {balance}.',
  later:
    'Es wurde nichts abgebucht. Offen: {amount}, {count, plural, =1 {fällig {nextDue}} other {{count} Rechnungen, die nächste fällig {nextDue}}}. Einen Tag wählen: VERSPRECHEN und den Tag antworten, etwa VERSPRECHEN FR.',
  'plan-how':
    'Einen Teil jetzt zahlen: ZAHLEN und den Betrag antworten, etwa ZAHLEN 50. Ratenzahlung mit einem Menschen vereinbaren: MITARBEITER antworten.',
  'plan-offered': `Sie können {amount} in {count} Raten zu {part} zahlen, die erste am {firstDate}. Einverstanden? Antworten Sie bis morgen JA {code}. Vorher ist nichts vereinbart. ${linked('Andere Raten')}`,
  'plan-made': `Ihr Ratenplan steht: {count} Raten zu {part}, die erste am {firstDate}. ${given('card', 'Jede wird an ihrem Tag von {card} abgebucht.')} ${SEE}`,
  'plan-running': `Von Ihrem Ratenplan sind {paid} von {count} Raten bezahlt, {balance} sind noch offen. Die nächste: {amount}, fällig am {dueDate}. ${PAY} ${SEE}`,
  'plan-paid': 'Ihr Ratenplan ist vollständig bezahlt. Vielen Dank.',
  'plan-ended': `Ihr Ratenplan ist beendet. {amount} sind jetzt fällig. ${SEE}`,
  'plan-not-possible':
    'Diese Rechnung geht per SMS nicht in Raten. Antworten Sie MITARBEITER, dann sieht sie sich jemand mit Ihnen an.',
  balance: `Offen sind {amount} {count, plural, =1 {aus 1 Rechnung, fällig am {nextDue}. Zum Zahlen ZAHLEN antworten.} other {aus {count} Rechnungen, die nächste am {nextDue}.}} ${SEE}`,
  'bills-menu':
    '{menu} Antworten Sie die Nummer der Rechnung{total, select, none {} other {, oder ALLE für {total}}}.',

  help: `Hilfe: {supportPhone}. ZAHLEN zum Zahlen, SALDO für offene Beträge, STOP zum Abmelden. ${RATES}`,
  who: 'Ja, wir sind es{accountTail, select, none {} other {, zu Ihrem Konto ..{accountTail}}}.{reference, select, none {} other { Unsere letzte SMS hat das Zeichen {reference}.}} Zum Prüfen {supportPhone} anrufen, die Nummer auf Ihrer Rechnung. Unsere Links beginnen mit {site}',
  'stop-confirmed':
    'Sie sind abgemeldet und erhalten keine SMS mehr. Fragen? Tel. {supportPhone}. Wieder anmelden: START antworten.',
  'stop-confirmed-choose':
    'Sie sind von allen SMS abgemeldet. Nur die zu Rechnungen behalten: RECHNUNGEN antworten. Ohne Antwort kommt keine mehr. Fragen? Tel. {supportPhone}.',
  'start-confirmed': `Sie erhalten SMS zu Ihren Rechnungen. ${RATES} Hilfe: HILFE. Abmelden: STOP.`,
  'opt-in-request': `${given('code', '{code} ist Ihr Code für unsere Seite. Geben Sie ihn dort ein oder antworten Sie', 'Antworten Sie')} JA, um Rechnungen per SMS zu erhalten und zu zahlen. ${RATES} Hilfe: HILFE. Abmelden: STOP.`,
  'opt-in-confirmed': `Sie sind für SMS zu Ihren Rechnungen angemeldet. {when, select, in_days {Die nächste kommt in {days, plural, one {# Tag} other {# Tagen}}.} tomorrow {Die nächste kommt morgen.} today {Die nächste kommt heute.} other {Wir melden uns, sobald die nächste da ist.}} ${RATES} Hilfe: HILFE. Abmelden: STOP.`,
  'marketing-opt-in-request': `Antworten Sie JA für Neuigkeiten und Angebote per automatischer SMS. Zum Kauf ist das nicht nötig. ${RATES} Hilfe: HILFE. Abmelden: STOP.`,
  'marketing-confirmed': `Sie sind für Neuigkeiten und Angebote per SMS angemeldet. ${RATES} Hilfe: HILFE. Abmelden: STOP.`,
  'agent-coming': 'Wir haben jemanden gebeten, Ihnen zu helfen. Die Antwort kommt hier.',
  'question-received': 'Ihre Nachricht ist da. Jemand liest sie und antwortet Ihnen hier.',
  'stop-unclear': 'Ihre Nachricht ist da, jemand liest sie. Keine SMS mehr: STOP antworten.',
  'what-to-say':
    'Ihre Nachricht ist da. Jemand liest sie und antwortet Ihnen hier. Sie können auch ZAHLEN, RECHNUNGEN, SPÄTER oder HILFE antworten.',
  'dispute-noted':
    'Ihre Frage zur Rechnung {invoiceNumber} ist da. Solange wir sie prüfen, erinnern wir nicht an die Rechnung.',
  'card-number-removed': `Wir haben eine Kartennummer aus Ihrer SMS gelöscht. Senden Sie keine Kartennummern. ${linked('Sicher zahlen')}`,
  'fresh-link': 'Hier ist ein neuer Link zu Ihrer Rechnung: {link}',
  'wrong-party-noted': 'Danke für den Hinweis. An diese Nummer schreiben wir nicht mehr.',
  'login-code': 'Ihr Code ist {code}. Er gilt 10 Minuten. Am Telefon fragen wir nie danach.',
  'language-changed': 'Ab jetzt schreiben wir Ihnen auf Deutsch.',
  'language-choices':
    'Andere Sprache: LANG EN (Englisch), LANG ES (Spanisch), LANG DE (Deutsch), LANG SV (Schwedisch) oder LANG NB (Norwegisch) antworten.',
  'links-off':
    'Unsere SMS kommen jetzt ohne Links. Zahlen können Sie weiterhin mit ZAHLEN, auswählen mit RECHNUNGEN.',
  'links-on': 'Unsere SMS zu Rechnungen kommen wieder mit Link.',
  'paper-on': 'Ab der nächsten kommen Ihre Rechnungen wieder auf Papier.',
  'payer-asked':
    'Sie wurden gebeten, Rechnung {invoiceNumber} zu begleichen. Hier ansehen und zahlen: {link}',
  'phone-moving':
    'Ab {date} gehen Ihre SMS an ein anderes Telefon. Waren Sie das nicht, rufen Sie vorher {supportPhone} an.',
  'paperless-by-link': 'Keine Rechnungen auf Papier mehr: hier lesen, was das heißt, und zustimmen: {link}',
  'autopay-question':
    '{terms} Karte: {card}. {total, select, none {} other {Was jetzt offen ist, {total}, buchen wir mit ab. }}Einverstanden? Antworten Sie in 10 Minuten JA {code}.',
  'autopay-on': `Die automatische Zahlung mit {card} ist an. Vor jeder Abbuchung kommt eine SMS. ${SEE}`,
  'autopay-off': `Die automatische Zahlung ist aus. Ohne Sie wird nichts abgebucht. ${SEE}`,
  'autopay-by-link': 'Automatisch zahlen: hier die Bedingungen lesen und zustimmen: {link}',
  'autopay-page': 'Automatische Zahlung ansehen oder ändern: {link}',
  'card-link': 'Karte hinzufügen oder ändern: {link}',
  'office-closed': `Unser Büro ist {closedOn} geschlossen und öffnet wieder {opensOn}. Per SMS zahlen geht jederzeit. ${STOP_IF}`,
  outage: `In {area} gibt es eine Störung, wir arbeiten daran. ${given('expected', 'Voraussichtlich behoben: {expected}.')} ${STOP_IF}`,
  'survey-invitation': `{firstName}, wie zufrieden sind Sie mit uns? Eine Frage, eine Minute. ${STOP_IF} Hier antworten: {link}`,
  'survey-with-offer': `{firstName}, wie zufrieden sind Sie mit uns? Eine Frage, eine Minute, und am Ende ein Angebot. ${STOP} Hier antworten: {link}`,
  'discount-offer': `{firstName}, Rechnung {invoiceNumber} kostet {amount} statt {fullAmount}, wenn Sie bis {payBy} zahlen. ${PAY} ${STOP} ${SEE}`,
  referral: `{firstName}, empfehlen Sie uns weiter. {offer} ${STOP} Zum Weitergeben: {link}`,
  news: `{news} ${STOP} ${linked('Mehr dazu')}`,
};
