import type { ConsentWording } from './consent-wording.ts';

/**
 * What is told and agreed to before bills come without paper, a paragraph a line: which papers it is about, the right to
 * paper and to single copies, how to take it back and what follows, what is needed to read and keep them, how to stay
 * within reach, and last the agreement itself. All of it goes into the ledger, because all of it was shown.
 */
export const PAPERLESS_WORDING: ConsentWording = {
  key: 'paperless',
  version: 1,
  from: '2026-11-22',
  purposes: ['paperless'],
  channels: ['web', 'written'],
  source: '15 USC 7001(c)(1)(B) and (C) (E-SIGN)',
  words: {
    en: [
      'What it is about: all bills, receipts and notices of {brand} about your account. A text tells you of each; its page and its PDF are the bill, and no paper is sent.',
      'Your right to paper: you may have paper instead, now and at any time. A copy of a single bill on paper is free, whenever you ask for one.',
      'How to take it back: on this page, by texting PAPER, or by calling us. It costs nothing, and the next bill comes on paper. A credit that you got for doing without paper is then taken back as far as it is new and unused.',
      'What you need: a phone that gets texts, a browser from the last three years, a program that opens PDF files, and room to keep them or a printer. If that changes so that you could not open them any more, we tell you and ask again.',
      'How we reach you: keep your phone number up to date on this page or by calling us. A bill that we cannot deliver by text goes out on paper.',
      'I have opened the sample bill and agree to get all bills of {brand} without paper.',
    ].join('\n'),
    es: [
      'De qué se trata: todas las facturas, los recibos y los avisos de {brand} sobre su cuenta. Un mensaje le avisa de cada uno; su página y su PDF son la factura, y no se envía papel.',
      'Su derecho al papel: puede pedir papel en su lugar, ahora y cuando quiera. Una copia en papel de una sola factura es gratis siempre que la pida.',
      'Cómo retirarlo: en esta página, enviando PAPEL por mensaje o llamándonos. No cuesta nada, y la próxima factura llega en papel. Un crédito que recibió por dejar el papel se retira entonces en lo que sea reciente y no se haya usado.',
      'Qué necesita: un teléfono que reciba mensajes, un navegador de los últimos tres años, un programa que abra archivos PDF y espacio para guardarlos o una impresora. Si eso cambia y ya no pudiera abrirlos, se lo decimos y preguntamos de nuevo.',
      'Cómo le encontramos: mantenga su número al día en esta página o llamándonos. Una factura que no podamos entregar por mensaje sale en papel.',
      'He abierto la factura de muestra y acepto recibir todas las facturas de {brand} sin papel.',
    ].join('\n'),
    de: [
      'Worum es geht: um alle Rechnungen, Belege und Mitteilungen von {brand} zu Ihrem Konto. Eine SMS sagt Ihnen von jeder; ihre Seite und ihr PDF sind die Rechnung, und Papier wird nicht verschickt.',
      'Ihr Recht auf Papier: Sie können stattdessen Papier bekommen, jetzt und jederzeit. Eine einzelne Rechnung auf Papier ist kostenlos, sooft Sie darum bitten.',
      'So nehmen Sie es zurück: auf dieser Seite, mit PAPIER per SMS oder am Telefon. Es kostet nichts, und die nächste Rechnung kommt auf Papier. Ein Guthaben, das Sie für den Verzicht auf Papier bekommen haben, wird dann zurückgenommen, soweit es neu und unverbraucht ist.',
      'Was Sie brauchen: ein Telefon, das SMS empfängt, einen Browser der letzten drei Jahre, ein Programm, das PDF-Dateien öffnet, und Platz, um sie aufzuheben, oder einen Drucker. Ändert sich das so, dass Sie sie nicht mehr öffnen könnten, sagen wir es Ihnen und fragen neu.',
      'So erreichen wir Sie: Halten Sie Ihre Nummer auf dieser Seite oder am Telefon aktuell. Eine Rechnung, die wir nicht per SMS zustellen können, geht auf Papier hinaus.',
      'Ich habe die Musterrechnung geöffnet und möchte alle Rechnungen von {brand} ohne Papier erhalten.',
    ].join('\n'),
    sv: [
      'Vad det gäller: alla fakturor, kvitton och meddelanden från {brand} om ditt konto. Ett sms berättar om varje; sidan och dess PDF är fakturan, och inget papper skickas.',
      'Din rätt till papper: du kan få papper i stället, nu och när som helst. En enstaka faktura på papper är gratis när du än ber om den.',
      'Så tar du tillbaka det: på den här sidan, genom att smsa PAPPER eller genom att ringa oss. Det kostar inget, och nästa faktura kommer på papper. En kredit som du fick för att vara utan papper tas då tillbaka, så långt den är ny och oanvänd.',
      'Vad du behöver: en telefon som tar emot sms, en webbläsare från de senaste tre åren, ett program som öppnar PDF-filer, och plats att spara dem eller en skrivare. Om det ändras så att du inte längre skulle kunna öppna dem säger vi till och frågar igen.',
      'Så når vi dig: håll ditt nummer aktuellt på den här sidan eller genom att ringa oss. En faktura som vi inte kan leverera med sms går ut på papper.',
      'Jag har öppnat exempelfakturan och vill få alla fakturor från {brand} utan papper.',
    ].join('\n'),
    nb: [
      'Hva det gjelder: alle fakturaer, kvitteringer og meldinger fra {brand} om kontoen din. En SMS forteller om hver; siden og PDF-en er fakturaen, og det sendes ikke papir.',
      'Din rett til papir: du kan få papir i stedet, nå og når som helst. En enkelt faktura på papir er gratis når du ber om den.',
      'Slik trekker du det tilbake: på denne siden, ved å sende PAPIR på SMS eller ved å ringe oss. Det koster ingenting, og neste faktura kommer på papir. En kreditt som du fikk for å være uten papir, tas da tilbake så langt den er ny og ubrukt.',
      'Hva du trenger: en telefon som tar imot SMS, en nettleser fra de siste tre årene, et program som åpner PDF-filer, og plass til å ta vare på dem eller en skriver. Endrer det seg slik at du ikke lenger kunne åpne dem, sier vi fra og spør på nytt.',
      'Slik når vi deg: hold nummeret ditt oppdatert på denne siden eller ved å ringe oss. En faktura som vi ikke kan levere på SMS, går ut på papir.',
      'Jeg har åpnet eksempelfakturaen og vil få alle fakturaer fra {brand} uten papir.',
    ].join('\n'),
  },
};
