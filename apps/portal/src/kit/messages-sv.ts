import type { Messages } from './translate.ts';

/** What the pages say in Swedish. */
export const sv: Messages = {
  sandbox: 'Testmiljö: här rör sig inga riktiga pengar',
  'help.title': 'Frågor om fakturan?',
  'help.call': 'Ring {phone}',
  'help.write': 'Skriv till {email}',
  'foot.kvitt': 'Fakturor i sms med Kvitt',
  'card.ending': '{brand} som slutar på {last4}',

  'row.bill': 'Faktura',
  'row.customer': 'Kund',
  'row.issued': 'Utfärdad',
  'row.total': 'Fakturabelopp',
  'row.paid-on': 'Betalt {date}',
  'row.left': 'Kvar att betala',
  'row.replaces': 'Ersätter faktura',
  'row.late-fee': 'Påminnelseavgift',
  'row.interest': 'Dröjsmålsränta',
  'row.credit': 'Avdraget',
  'row.owed-again': 'Åter att betala',
  'row.fee-waived': 'Avgift struken',
  'row.superseded': 'Flyttat till en annan faktura',
  'row.carried': 'Betalt på förra fakturan',
  'row.early': 'Rabatt för tidig betalning',
  'row.early-ended': 'Rabatten upphörde',
  'row.given-back': 'Återbetalt',
  'row.to': 'Betalt till',
  'row.card': 'Kort',
  'row.fee': 'Kortavgift',
  'row.date': 'Datum',
  'row.reference': 'Referens',

  'bill.title': 'Faktura {number}',
  'bill.amount-due': 'Att betala',
  'bill.due': 'Förfaller {date}',
  'bill.was-due': 'Förföll {date}',
  'bill.overdue': 'Fakturan har förfallit',
  'bill.overdue-what':
    'Betala nu så är den klar. Om du inte kan betala allt i dag, ring {phone} och fråga vad som går.',
  'bill.pay': 'Betala {amount}',
  'bill.early': 'Med rabatt om du betalar senast {date}.',
  'paper.bill': 'Fakturan som PDF',
  'paper.receipt': 'Kvittot som PDF',
  'bill.next': 'Härnäst: ditt kort. Inget dras förrän du bekräftar.',

  'pay.title': 'Betala {biller}',
  'pay.back': 'Tillbaka till fakturan',
  'pay.number': 'Kortnummer',
  'pay.expires': 'Gäller till',
  'pay.expires-form': 'MM / ÅÅ',
  'pay.code': 'Säkerhetskod',
  'pay.code-where': '3 siffror på baksidan',
  'pay.code-where-front': '4 siffror på framsidan',
  'pay.secure': 'Numret går direkt till vår kortinlösare. {biller} ser det aldrig.',
  'pay.sandbox-card': 'Prova 4111 1111 1111 1111, ett kommande datum och 3 valfria siffror.',
  'pay.keep': 'Spara kortet, så kan du nästa gång betala genom att svara PAY',
  'pay.keep-what':
    'Sparas: märket, de fyra sista siffrorna och giltighetstiden. Hela numret stannar hos inlösaren.',
  'pay.keep-how':
    'Används: bara när du svarar PAY på ett sms som nämner belopp och kort. Aldrig av sig självt.',
  'pay.keep-end':
    'Upphör: när du säger till. Ring {phone} så tas kortet bort. Om detta ändras får du veta det först.',
  'pay.working': 'Betalar {amount}',
  'pay.working-status': 'Skickar din betalning på {amount}. Låt sidan vara öppen.',
  'pay.loading-status': 'Kortfälten laddas.',
  'pay.ready-status': 'Kortfälten är klara.',
  'pay.again': 'Ladda sidan igen',
  'pay.unavailable': 'Kortfälten laddades inte',
  'pay.unavailable-what':
    'Inget har dragits. Kontrollera anslutningen och ladda sidan igen. Om vi har ett sparat kort kan du också svara PAY på vårt sms, eller ringa {phone}.',
  'pay.no-script': 'Kortfälten behöver JavaScript',
  'pay.no-script-what':
    'Det är avstängt i den här webbläsaren, så inget kort kan anges här. Svara PAY på vårt sms om vi har ett sparat kort, eller ring {phone}.',

  'number.empty': 'Ange kortnumret.',
  'number.wrong': 'En siffra saknas eller är fel. Jämför med kortet.',
  'expires.empty': 'Ange månad och år.',
  'expires.wrong': 'Passerat eller inte komplett.',
  'code.empty': 'Ange säkerhetskoden.',
  'code.wrong': 'En siffra saknas.',
  'token.failed': 'Kortet kunde inte kontrolleras',
  'token.failed-what': 'Inget har dragits. Kontrollera nummer, datum och kod och tryck på knappen igen.',
  'token.unconfirmed': 'Inte bekräftat hos din bank',
  'token.unconfirmed-what':
    'Inget har dragits. Tryck på knappen igen och bekräfta när banken frågar, eller använd ett annat kort.',
  'token.network': 'Anslutningen bröts',
  'token.network-what': 'Inget har dragits. Tryck på knappen igen när du är uppkopplad.',

  'declined.title': 'Betalningen gick inte igenom',
  'declined.card': '{card} har inte debiterats.',
  'declined.none': 'Inget har dragits.',
  'declined.insufficient-funds':
    'Det fanns inte tillräckligt på kortet. Använd ett annat, eller kom tillbaka när det finns.',
  'declined.try-later':
    'Banken kunde inte svara just nu. Försök igen om några minuter, eller använd ett annat kort.',
  'declined.card-refused':
    'Banken sa nej och säger inte varför. Använd ett annat kort, eller fråga din bank.',
  'declined.card-expired': 'Kortet har gått ut. Använd det nya från banken, eller ett annat.',
  'declined.needs-authentication':
    'Banken vill att du bekräftar betalningen. Ange kortet igen och bekräfta när banken frågar.',
  'declined.card-data': 'Nummer, datum eller kod stämde inte. Jämför med kortet och ange dem igen.',
  'declined.duplicate':
    'Samma betalning skickades nyss, så den här stoppades. Gå tillbaka till fakturan och se om den är betald innan du försöker igen.',
  'declined.fraud': 'En säkerhetskontroll stoppade den. Använd ett annat kort, eller ring {phone}.',
  'declined.not-found': 'Det sparade kortet finns inte kvar. Ange ett kort nedan.',
  'declined.never-arrived': 'Den nådde inte banken. Försök igen.',
  'declined.configuration':
    'Felet är vårt, och vi kan inte ta emot kortet nu. Ring {phone} för att betala på annat sätt.',
  'changed.title': 'Beloppet har ändrats',
  'changed.what': 'Det är nu {amount}, och inget har dragits. Titta en gång till innan du betalar.',
  'not-ready.title': 'Kortfälten var inte klara',
  'not-ready.what': 'Inget har dragits. Ange kortet och tryck på knappen igen.',

  'wallet.title': 'Betala med {names}',
  'wallet.loading': 'Ett ögonblick.',
  'wallet.none': 'Inget av dem fungerar på den här enheten. Betala med kort nedan.',
  'wallet.failed': 'Det gick inte, och inget drogs. Försök igen, eller betala med kort nedan.',

  'settled.title': 'Kvitt',
  'settled.thanks': 'Kvitt. Tack.',
  'settled.nothing-left': 'Inget mer att betala på den här fakturan.',
  'settled.part': 'Betalt. Tack.',
  'settled.left': '{amount} återstår på den här fakturan.',
  'settled.pay-rest': 'Betala resten',
  'settled.receipt': 'Kvitto',
  'settled.share': 'Dela kvittot',
  'settled.print': 'Skriv ut eller spara',
  'way.account': 'Alla fakturor och kvitton',
  'settled.kept': '{card} är sparat',
  'settled.kept-what': 'Svara PAY på vårt sms nästa gång. Ring {phone} för att ta bort kortet.',
  'settled.kept-some-card': 'Ditt kort',

  'checking.title': 'Väntar på banken',
  'checking.what':
    'Din betalning på {amount} är skickad, och svaret dröjer. Sidan frågar vidare av sig själv.',
  'checking.twice': 'Du betalar inte två gånger',
  'checking.twice-what': 'Du behöver inte betala igen. Du kan stänga sidan: fakturan visar hur det gick.',
  'checking.slow-status': 'Fortfarande inget svar. Vi frågar vidare.',

  'nothing-due.title': 'Inget att betala',
  'nothing-due.what': 'Det finns inget att betala på den här fakturan.',

  'expired.title': 'Länken gäller inte längre',
  'expired.what':
    'Länkar till fakturor upphör efter en tid, för säkerhets skull. Fakturan finns kvar: vi kan skicka en ny länk till numret som slutar på {tail}.',
  'expired.button': 'Skicka en ny länk',
  'fresh.title': 'En ny länk är på väg',
  'fresh.what':
    'Titta bland sms:en på numret som slutar på {tail}. Den senaste länken öppnar fakturan; du kan stänga den här sidan.',
  'fresh.nothing': 'Inget sms efter två minuter?',
  'fresh.nothing-what': 'Ring {phone} så hittar vi fakturan tillsammans.',

  'unknown.title': 'Det finns ingen faktura på den här adressen',
  'unknown.what':
    'Länkar går sönder när bara en del kopieras. Öppna din från sms:et igen, till sista bokstaven.',
  'unknown.genuine': 'Så känner du igen en äkta länk',
  'unknown.genuine-begins': 'Den börjar med {address}',
  'unknown.genuine-asks':
    'Den frågar aldrig efter ett lösenord, och inget sms från oss frågar efter ett kortnummer.',
  'unknown.genuine-doubt': 'Tryck inte om du är osäker. Ring {phone}.',

  'slow.title': 'En kort paus',
  'slow.what':
    'Många försök kom från din anslutning, så vi pausade den för att skydda fakturorna. Inget har dragits.',
  'slow.when': { one: 'Försök igen om {count} minut.', other: 'Försök igen om {count} minuter.' },
  'slow.again': 'Försök igen',
};
