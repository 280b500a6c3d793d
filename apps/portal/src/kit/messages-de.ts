import type { Messages } from './translate.ts';

/** What the pages say in German, to "Sie". */
export const de: Messages = {
  sandbox: 'Testumgebung: Hier fließt kein echtes Geld',
  'help.title': 'Fragen zu dieser Rechnung?',
  'help.call': '{phone} anrufen',
  'help.write': 'An {email} schreiben',
  'foot.kvitt': 'Rechnungen per SMS mit Kvitt',
  'card.ending': '{brand} mit der Endung {last4}',

  'row.bill': 'Rechnung',
  'row.customer': 'Kunde',
  'row.issued': 'Ausgestellt',
  'row.total': 'Rechnungsbetrag',
  'row.paid-on': 'Bezahlt am {date}',
  'row.left': 'Noch zu zahlen',
  'row.replaces': 'Ersetzt Rechnung',
  'row.late-fee': 'Mahngebühr',
  'row.interest': 'Verzugszinsen',
  'row.credit': 'Abgezogen',
  'row.owed-again': 'Doch zu zahlen',
  'row.fee-waived': 'Gebühr erlassen',
  'row.superseded': 'Auf eine andere Rechnung übertragen',
  'row.carried': 'Auf die vorige Rechnung gezahlt',
  'row.early': 'Skonto',
  'row.early-ended': 'Skonto abgelaufen',
  'row.given-back': 'Erstattet',
  'row.to': 'Bezahlt an',
  'row.card': 'Karte',
  'row.fee': 'Kartengebühr',
  'row.date': 'Datum',
  'row.reference': 'Referenz',

  'bill.title': 'Rechnung {number}',
  'bill.amount-due': 'Zu zahlen',
  'bill.due': 'Fällig am {date}',
  'bill.was-due': 'War fällig am {date}',
  'bill.overdue': 'Diese Rechnung ist überfällig',
  'bill.overdue-what':
    'Zahlen Sie jetzt, ist sie beglichen. Wenn Sie heute nicht alles zahlen können, rufen Sie {phone} an und fragen Sie, was möglich ist.',
  'bill.pay': '{amount} zahlen',
  'bill.early': 'Mit Skonto bei Zahlung bis {date}.',
  'paper.bill': 'Rechnung als PDF',
  'paper.receipt': 'Beleg als PDF',
  'bill.next': 'Als Nächstes: Ihre Karte. Bis Sie bestätigen, wird nichts abgebucht.',

  'pay.title': '{biller} bezahlen',
  'pay.back': 'Zurück zur Rechnung',
  'pay.number': 'Kartennummer',
  'pay.expires': 'Gültig bis',
  'pay.expires-form': 'MM / JJ',
  'pay.code': 'Prüfnummer',
  'pay.code-where': '3 Ziffern auf der Rückseite',
  'pay.code-where-front': '4 Ziffern auf der Vorderseite',
  'pay.secure': 'Die Nummer geht direkt an unseren Zahlungsdienst. {biller} sieht sie nie.',
  'pay.sandbox-card': 'Zum Testen: 4111 1111 1111 1111, ein künftiges Datum und 3 beliebige Ziffern.',
  'pay.keep': 'Diese Karte speichern, um nächstes Mal mit der Antwort PAY zu zahlen',
  'pay.keep-what':
    'Gespeichert werden: Marke, die letzten vier Ziffern und das Ablaufdatum. Die ganze Nummer bleibt beim Zahlungsdienst.',
  'pay.keep-how':
    'Benutzt wird sie nur, wenn Sie PAY auf eine SMS antworten, die Betrag und Karte nennt. Nie von selbst.',
  'pay.keep-end':
    'Ende: wann Sie es sagen. Rufen Sie {phone} an, dann wird sie entfernt. Ändert sich das je, schreiben wir Ihnen vorher.',
  'pay.working': '{amount} wird gezahlt',
  'pay.working-status': 'Ihre Zahlung von {amount} wird gesendet. Lassen Sie diese Seite offen.',
  'pay.loading-status': 'Die Kartenfelder werden geladen.',
  'pay.ready-status': 'Die Kartenfelder sind bereit.',
  'pay.again': 'Seite neu laden',
  'pay.unavailable': 'Die Kartenfelder wurden nicht geladen',
  'pay.unavailable-what':
    'Es wurde nichts abgebucht. Prüfen Sie die Verbindung und laden Sie die Seite neu. Ist eine Karte gespeichert, können Sie auch PAY auf unsere SMS antworten, oder rufen Sie {phone} an.',
  'pay.no-script': 'Die Kartenfelder brauchen JavaScript',
  'pay.no-script-what':
    'In diesem Browser ist es ausgeschaltet, deshalb kann hier keine Karte eingegeben werden. Antworten Sie PAY auf unsere SMS, wenn eine Karte gespeichert ist, oder rufen Sie {phone} an.',

  'number.empty': 'Geben Sie die Kartennummer ein.',
  'number.wrong': 'Eine Ziffer fehlt oder ist falsch. Vergleichen Sie sie mit der Karte.',
  'expires.empty': 'Geben Sie Monat und Jahr ein.',
  'expires.wrong': 'Abgelaufen oder unvollständig.',
  'code.empty': 'Geben Sie die Prüfnummer ein.',
  'code.wrong': 'Eine Ziffer fehlt.',
  'token.failed': 'Die Karte konnte nicht geprüft werden',
  'token.failed-what':
    'Es wurde nichts abgebucht. Prüfen Sie Nummer, Datum und Prüfnummer und tippen Sie noch einmal auf den Knopf.',
  'token.unconfirmed': 'Bei Ihrer Bank nicht bestätigt',
  'token.unconfirmed-what':
    'Es wurde nichts abgebucht. Tippen Sie noch einmal auf den Knopf und bestätigen Sie bei Ihrer Bank, oder nehmen Sie eine andere Karte.',
  'token.network': 'Die Verbindung ist abgebrochen',
  'token.network-what':
    'Es wurde nichts abgebucht. Tippen Sie noch einmal auf den Knopf, wenn Sie wieder online sind.',

  'declined.title': 'Diese Zahlung kam nicht zustande',
  'declined.card': '{card} wurde nicht belastet.',
  'declined.none': 'Es wurde nichts abgebucht.',
  'declined.insufficient-funds':
    'Auf der Karte war nicht genug Geld. Nehmen Sie eine andere, oder kommen Sie wieder, wenn es reicht.',
  'declined.try-later':
    'Die Bank konnte gerade nicht antworten. Versuchen Sie es in ein paar Minuten wieder, oder nehmen Sie eine andere Karte.',
  'declined.card-refused':
    'Die Bank hat abgelehnt und sagt uns nicht warum. Nehmen Sie eine andere Karte, oder fragen Sie Ihre Bank.',
  'declined.card-expired': 'Die Karte ist abgelaufen. Nehmen Sie die neue Ihrer Bank oder eine andere.',
  'declined.needs-authentication':
    'Die Bank möchte, dass Sie diese Zahlung bestätigen. Geben Sie die Karte noch einmal ein und bestätigen Sie, wenn Ihre Bank fragt.',
  'declined.card-data':
    'Nummer, Datum oder Prüfnummer passten nicht. Vergleichen Sie sie mit der Karte und geben Sie sie neu ein.',
  'declined.duplicate':
    'Dieselbe Zahlung wurde eben schon gesendet, deshalb hielten wir diese an. Sehen Sie auf der Rechnung nach, ob sie bezahlt ist, bevor Sie es wieder versuchen.',
  'declined.fraud':
    'Eine Sicherheitsprüfung hielt sie an. Nehmen Sie eine andere Karte, oder rufen Sie {phone} an.',
  'declined.not-found': 'Die gespeicherte Karte gibt es nicht mehr. Geben Sie unten eine Karte ein.',
  'declined.never-arrived': 'Sie kam nicht bei der Bank an. Versuchen Sie es noch einmal.',
  'declined.configuration':
    'Der Fehler liegt bei uns, wir können diese Karte jetzt nicht annehmen. Rufen Sie {phone} an, um anders zu zahlen.',
  'changed.title': 'Der Betrag hat sich geändert',
  'changed.what':
    'Er ist jetzt {amount}, und es wurde nichts abgebucht. Sehen Sie ihn sich an, bevor Sie zahlen.',
  'not-ready.title': 'Die Kartenfelder waren nicht bereit',
  'not-ready.what':
    'Es wurde nichts abgebucht. Geben Sie die Karte ein und tippen Sie noch einmal auf den Knopf.',

  'wallet.title': 'Mit {names} zahlen',
  'wallet.loading': 'Einen Moment.',
  'wallet.none': 'Keines davon geht auf diesem Gerät. Zahlen Sie unten mit Karte.',
  'wallet.failed':
    'Das hat nicht geklappt, und es wurde nichts abgebucht. Versuchen Sie es noch einmal, oder zahlen Sie unten mit Karte.',

  'settled.title': 'Beglichen',
  'settled.thanks': 'Beglichen. Danke.',
  'settled.nothing-left': 'Auf dieser Rechnung ist nichts mehr zu zahlen.',
  'settled.part': 'Bezahlt. Danke.',
  'settled.left': '{amount} sind auf dieser Rechnung noch zu zahlen.',
  'settled.pay-rest': 'Rest zahlen',
  'settled.receipt': 'Beleg',
  'settled.share': 'Beleg teilen',
  'settled.print': 'Drucken oder speichern',
  'way.account': 'Alle Rechnungen und Belege',
  'settled.kept': '{card} ist gespeichert',
  'settled.kept-what': 'Antworten Sie nächstes Mal PAY auf unsere SMS. Zum Entfernen rufen Sie {phone} an.',
  'settled.kept-some-card': 'Ihre Karte',

  'checking.title': 'Wir warten auf die Bank',
  'checking.what':
    'Ihre Zahlung von {amount} ist gesendet, die Antwort lässt auf sich warten. Diese Seite fragt von selbst weiter.',
  'checking.twice': 'Sie zahlen nicht doppelt',
  'checking.twice-what':
    'Sie müssen nicht noch einmal zahlen. Sie können die Seite schließen: Ihre Rechnung zeigt, wie es ausging.',
  'checking.slow-status': 'Noch keine Antwort. Wir fragen weiter.',

  'nothing-due.title': 'Nichts ist fällig',
  'nothing-due.what': 'Auf dieser Rechnung ist nichts zu zahlen.',

  'expired.title': 'Dieser Link gilt nicht mehr',
  'expired.what':
    'Links zu Rechnungen enden nach einer Weile, damit sie sicher bleiben. Ihre Rechnung ist noch da: Wir können einen neuen Link an die Nummer mit der Endung {tail} schicken.',
  'expired.button': 'Neuen Link schicken',
  'fresh.title': 'Ein neuer Link ist unterwegs',
  'fresh.what':
    'Sehen Sie in den SMS der Nummer mit der Endung {tail} nach. Der neueste Link öffnet Ihre Rechnung; diese Seite können Sie schließen.',
  'fresh.nothing': 'Nach zwei Minuten keine SMS?',
  'fresh.nothing-what': 'Rufen Sie {phone} an, dann finden wir Ihre Rechnung gemeinsam.',

  'unknown.title': 'Unter dieser Adresse gibt es keine Rechnung',
  'unknown.what':
    'Links gehen kaputt, wenn nur ein Teil kopiert wird. Öffnen Sie Ihren noch einmal aus der SMS, bis zum letzten Zeichen.',
  'unknown.genuine': 'So erkennen Sie einen echten Link',
  'unknown.genuine-begins': 'Er beginnt mit {address}',
  'unknown.genuine-asks':
    'Er fragt nie nach einem Passwort, und keine SMS von uns fragt nach einer Kartennummer.',
  'unknown.genuine-doubt': 'Im Zweifel nicht tippen. Rufen Sie {phone} an.',

  'slow.title': 'Eine kurze Pause',
  'slow.what':
    'Von Ihrer Verbindung kamen viele Versuche. Zum Schutz der Rechnungen haben wir sie angehalten. Es wurde nichts abgebucht.',
  'slow.when': {
    one: 'Versuchen Sie es in {count} Minute wieder.',
    other: 'Versuchen Sie es in {count} Minuten wieder.',
  },
  'slow.again': 'Noch einmal versuchen',
};
