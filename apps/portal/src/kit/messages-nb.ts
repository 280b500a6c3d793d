import type { Messages } from './translate.ts';

/** What the pages say in Norwegian. */
export const nb: Messages = {
  sandbox: 'Testmiljø: her beveger det seg ingen ekte penger',
  'help.title': 'Spørsmål om fakturaen?',
  'help.call': 'Ring {phone}',
  'help.write': 'Skriv til {email}',
  'foot.kvitt': 'Fakturaer på SMS med Kvitt',
  'card.ending': '{brand} som slutter på {last4}',

  'row.bill': 'Faktura',
  'row.customer': 'Kunde',
  'row.issued': 'Utstedt',
  'row.total': 'Fakturabeløp',
  'row.paid-on': 'Betalt {date}',
  'row.left': 'Igjen å betale',
  'row.replaces': 'Erstatter faktura',
  'row.late-fee': 'Purregebyr',
  'row.interest': 'Forsinkelsesrente',
  'row.credit': 'Trukket fra',
  'row.owed-again': 'Skal betales likevel',
  'row.fee-waived': 'Gebyr frafalt',
  'row.superseded': 'Flyttet til en annen faktura',
  'row.carried': 'Betalt på forrige faktura',
  'row.early': 'Rabatt for tidlig betaling',
  'row.early-ended': 'Rabatten utløp',
  'row.given-back': 'Tilbakebetalt',
  'row.to': 'Betalt til',
  'row.card': 'Kort',
  'row.fee': 'Kortgebyr',
  'row.date': 'Dato',
  'row.reference': 'Referanse',

  'bill.title': 'Faktura {number}',
  'bill.amount-due': 'Å betale',
  'bill.due': 'Forfaller {date}',
  'bill.was-due': 'Forfalt {date}',
  'bill.overdue': 'Fakturaen er forfalt',
  'bill.overdue-what':
    'Betal nå, så er den gjort opp. Kan du ikke betale alt i dag, ring {phone} og spør hva som er mulig.',
  'bill.pay': 'Betal {amount}',
  'bill.early': 'Med rabatt hvis du betaler innen {date}.',
  'paper.bill': 'Fakturaen som PDF',
  'paper.receipt': 'Kvitteringen som PDF',
  'bill.next': 'Neste: kortet ditt. Ingenting trekkes før du bekrefter.',

  'pay.title': 'Betal {biller}',
  'pay.back': 'Tilbake til fakturaen',
  'pay.number': 'Kortnummer',
  'pay.expires': 'Gjelder til',
  'pay.expires-form': 'MM / ÅÅ',
  'pay.code': 'Sikkerhetskode',
  'pay.code-where': '3 siffer på baksiden',
  'pay.code-where-front': '4 siffer på forsiden',
  'pay.secure': 'Nummeret går rett til kortinnløseren vår. {biller} ser det aldri.',
  'pay.sandbox-card': 'Prøv 4111 1111 1111 1111, en kommende dato og 3 valgfrie siffer.',
  'pay.keep': 'Lagre kortet, så kan du betale neste gang ved å svare PAY',
  'pay.keep-what':
    'Lagres: merket, de fire siste sifrene og utløpsdatoen. Hele nummeret blir hos innløseren.',
  'pay.keep-how': 'Brukes: bare når du svarer PAY på en melding som nevner beløp og kort. Aldri av seg selv.',
  'pay.keep-end':
    'Slutter: når du sier fra. Ring {phone}, så fjernes kortet. Endres dette, får du beskjed først.',
  'pay.working': 'Betaler {amount}',
  'pay.working-status': 'Sender betalingen på {amount}. La siden stå åpen.',
  'pay.loading-status': 'Kortfeltene lastes.',
  'pay.ready-status': 'Kortfeltene er klare.',
  'pay.again': 'Last siden på nytt',
  'pay.unavailable': 'Kortfeltene ble ikke lastet',
  'pay.unavailable-what':
    'Ingenting er trukket. Sjekk forbindelsen og last siden på nytt. Har vi et lagret kort, kan du også svare PAY på meldingen vår, eller ringe {phone}.',
  'pay.no-script': 'Kortfeltene trenger JavaScript',
  'pay.no-script-what':
    'Det er slått av i denne nettleseren, så kortet kan ikke skrives inn her. Svar PAY på meldingen vår hvis vi har et lagret kort, eller ring {phone}.',

  'number.empty': 'Skriv inn kortnummeret.',
  'number.wrong': 'Et siffer mangler eller er feil. Sammenlign med kortet.',
  'expires.empty': 'Skriv inn måned og år.',
  'expires.wrong': 'Utløpt eller ikke fullstendig.',
  'code.empty': 'Skriv inn sikkerhetskoden.',
  'code.wrong': 'Et siffer mangler.',
  'token.failed': 'Kortet kunne ikke sjekkes',
  'token.failed-what': 'Ingenting er trukket. Sjekk nummer, dato og kode, og trykk på knappen igjen.',
  'token.unconfirmed': 'Ikke bekreftet hos banken din',
  'token.unconfirmed-what':
    'Ingenting er trukket. Trykk på knappen igjen og bekreft når banken spør, eller bruk et annet kort.',
  'token.network': 'Forbindelsen ble brutt',
  'token.network-what': 'Ingenting er trukket. Trykk på knappen igjen når du er på nett.',

  'declined.title': 'Betalingen gikk ikke gjennom',
  'declined.card': '{card} er ikke belastet.',
  'declined.none': 'Ingenting er trukket.',
  'declined.insufficient-funds':
    'Det var ikke nok på kortet. Bruk et annet, eller kom tilbake når det er nok.',
  'declined.try-later':
    'Banken kunne ikke svare akkurat nå. Prøv igjen om noen minutter, eller bruk et annet kort.',
  'declined.card-refused': 'Banken sa nei og sier ikke hvorfor. Bruk et annet kort, eller spør banken din.',
  'declined.card-expired': 'Kortet er utløpt. Bruk det nye fra banken, eller et annet.',
  'declined.needs-authentication':
    'Banken vil at du bekrefter betalingen. Skriv inn kortet igjen, og bekreft når banken spør.',
  'declined.card-data': 'Nummer, dato eller kode stemte ikke. Sammenlign med kortet og skriv dem inn igjen.',
  'declined.duplicate':
    'Den samme betalingen ble sendt nettopp, så denne ble stoppet. Gå tilbake til fakturaen og se om den er betalt før du prøver igjen.',
  'declined.fraud': 'En sikkerhetskontroll stoppet den. Bruk et annet kort, eller ring {phone}.',
  'declined.not-found': 'Det lagrede kortet finnes ikke lenger. Skriv inn et kort nedenfor.',
  'declined.never-arrived': 'Den nådde ikke banken. Prøv igjen.',
  'declined.configuration':
    'Feilen er vår, og vi kan ikke ta imot kortet nå. Ring {phone} for å betale på en annen måte.',
  'changed.title': 'Beløpet er endret',
  'changed.what': 'Det er nå {amount}, og ingenting er trukket. Se en gang til før du betaler.',
  'not-ready.title': 'Kortfeltene var ikke klare',
  'not-ready.what': 'Ingenting er trukket. Skriv inn kortet og trykk på knappen igjen.',

  'wallet.title': 'Betal med {names}',
  'wallet.loading': 'Et øyeblikk.',
  'wallet.none': 'Ingen av dem virker på denne enheten. Betal med kort nedenfor.',
  'wallet.failed': 'Det gikk ikke, og ingenting ble trukket. Prøv igjen, eller betal med kort nedenfor.',

  'settled.title': 'Kvitt',
  'settled.thanks': 'Kvitt. Takk.',
  'settled.nothing-left': 'Ikke mer å betale på denne fakturaen.',
  'settled.part': 'Betalt. Takk.',
  'settled.left': '{amount} gjenstår på denne fakturaen.',
  'settled.pay-rest': 'Betal resten',
  'settled.receipt': 'Kvittering',
  'settled.share': 'Del kvitteringen',
  'settled.print': 'Skriv ut eller lagre',
  'way.account': 'Alle fakturaer og kvitteringer',
  'settled.kept': '{card} er lagret',
  'settled.kept-what': 'Svar PAY på meldingen vår neste gang. Ring {phone} for å fjerne kortet.',
  'settled.kept-some-card': 'Kortet ditt',

  'checking.title': 'Venter på banken',
  'checking.what': 'Betalingen på {amount} er sendt, og svaret drøyer. Siden spør videre av seg selv.',
  'checking.twice': 'Du betaler ikke to ganger',
  'checking.twice-what':
    'Du trenger ikke å betale igjen. Du kan lukke siden: fakturaen viser hvordan det gikk.',
  'checking.slow-status': 'Fortsatt ikke noe svar. Vi spør videre.',

  'nothing-due.title': 'Ingenting å betale',
  'nothing-due.what': 'Det er ingenting å betale på denne fakturaen.',

  'expired.title': 'Lenken gjelder ikke lenger',
  'expired.what':
    'Lenker til fakturaer slutter etter en stund, for sikkerhets skyld. Fakturaen er her fortsatt: vi kan sende en ny lenke til nummeret som slutter på {tail}.',
  'expired.button': 'Send meg en ny lenke',
  'fresh.title': 'En ny lenke er på vei',
  'fresh.what':
    'Se i meldingene på nummeret som slutter på {tail}. Den nyeste lenken åpner fakturaen; du kan lukke denne siden.',
  'fresh.nothing': 'Ingen melding etter to minutter?',
  'fresh.nothing-what': 'Ring {phone}, så finner vi fakturaen sammen.',

  'unknown.title': 'Det er ingen faktura på denne adressen',
  'unknown.what':
    'Lenker går i stykker når bare en del kopieres. Åpne din fra meldingen igjen, til siste bokstav.',
  'unknown.genuine': 'Slik kjenner du en ekte lenke',
  'unknown.genuine-begins': 'Den begynner med {address}',
  'unknown.genuine-asks': 'Den spør aldri etter passord, og ingen melding fra oss spør etter kortnummer.',
  'unknown.genuine-doubt': 'Er du i tvil, ikke trykk. Ring {phone}.',

  'slow.title': 'En kort pause',
  'slow.what':
    'Det kom mange forsøk fra forbindelsen din, så vi satte den på pause for å beskytte fakturaene. Ingenting er trukket.',
  'slow.when': { one: 'Prøv igjen om {count} minutt.', other: 'Prøv igjen om {count} minutter.' },
  'slow.again': 'Prøv igjen',
};
