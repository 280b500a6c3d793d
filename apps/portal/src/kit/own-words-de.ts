import type { OwnWords } from './translate.ts';

export const ownDe: OwnWords = {
  'way.paperless': 'Rechnungen ohne Papier',
  'paperless.title': 'Rechnungen ohne Papier',
  'paperless.lead':
    'Lesen Sie, was es bedeutet, öffnen Sie die Musterrechnung und tippen Sie ihren Code ein.',
  'paperless.gift': 'Sie bekommen {amount} dafür, abgezogen von Ihren Rechnungen.',
  'paperless.gift-what':
    'Einmal, wenn Sie zustimmen. Nehmen Sie innerhalb von {days} Tagen wieder Papier, verfällt der Rest.',
  'paperless.read': '1. Wozu Sie zustimmen',
  'paperless.open': '2. Musterrechnung öffnen',
  'paperless.open-what': 'Es öffnet sich ein PDF, so wie Ihre Rechnungen. Darin stehen sechs Ziffern.',
  'paperless.open-button': 'Musterrechnung öffnen (PDF)',
  'paperless.type': '3. Code eintippen',
  'paperless.code': 'Die sechs Ziffern der Musterrechnung',
  'paperless.agree': 'Ich bin einverstanden',
  'paperless.button': 'Auf Papier verzichten',
  'paperless.is-on': 'Ihre Rechnungen kommen ohne Papier',
  'paperless.is-on-what': 'Eine SMS sagt Ihnen von jeder. Unten steht, wozu Sie zugestimmt haben.',
  'paperless.agreed': 'Wozu Sie zugestimmt haben',
  'paperless.end': 'Wieder Papier',
  'paperless.end-what': 'Es kostet nichts. Die nächste Rechnung kommt auf Papier.',
  'paperless.end-credit': 'Was vom Guthaben dafür übrig ist, verfällt, wenn es jünger als {days} Tage ist.',
  'paperless.end-button': 'Wieder Papier schicken',
  'paperless.done-on': 'Vereinbart: kein Papier mehr',
  'paperless.done-on-what': 'Ab der nächsten Rechnung. Papier bekommen Sie hier jederzeit wieder.',
  'paperless.done-off': 'Papier kommt wieder',
  'paperless.done-off-what': 'Ab der nächsten Rechnung. Sonst hat sich nichts geändert.',
  'paperless.wrong-code': 'Das ist nicht der Code der Musterrechnung',
  'paperless.wrong-code-what':
    'Öffnen Sie unten die Musterrechnung: Darin stehen sechs Ziffern. Wenn sie sich nicht öffnet, bleiben Sie bei Papier und rufen Sie gern {phone} an.',
  'paperless.not-agreed': 'Eine Antwort fehlt',
  'paperless.not-agreed-what':
    'Tippen Sie den Code der Musterrechnung ein und setzen Sie das Häkchen. Es hat sich nichts geändert.',
  'paperless.new-wording': 'Der Text hat sich inzwischen geändert',
  'paperless.new-wording-what': 'Lesen Sie ihn unten noch einmal. Für Sie hat sich nichts geändert.',
  'paperless.stopped': 'Dieses Telefon hat STOP gesagt',
  'paperless.stopped-what':
    'Ohne SMS kommen Rechnungen auf Papier. Senden Sie zuerst START von diesem Telefon, dann kommen Sie zurück.',
  'paperless.no-phone': 'Wir haben kein Telefon, um Ihnen Bescheid zu geben',
  'paperless.no-phone-what':
    'Bis dahin kommen Rechnungen auf Papier. Rufen Sie {phone} an, und wir tragen es ein.',
  'credit.title': 'Ihr Guthaben',
  'credit.paperless': 'Für den Verzicht auf Papier',
  'credit.goodwill': 'Von uns',
  'credit.overpayment': 'Mehr gezahlt als fällig war',
  'credit.left': '{left} übrig von {amount}',
  'credit.used': '{amount}, verbraucht',
  'credit.until': 'Bis {date}',
  'credit.what': 'Es geht von selbst auf Ihre nächsten Rechnungen.',
};
