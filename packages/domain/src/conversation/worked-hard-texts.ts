import type { TextClass } from './classify-text.ts';

/** More worked texts of every class, each a wording that the tables had to be taught or might lose; ` / ` stands between two. */
export const WORKED_HARD_TEXTS = {
  OPT_OUT: `
    Please take my number off of your texting list. / kindly remove my cell number from your records
    I want out / no more / pls dont text me nomore / Dont send me no more texts / stop sending me this
    STOP MESSAGING / Unsubscribe me from all messages please / Do not send me texts anymore
    I do not wish to receive these / quit bugging me / STOP texting / ｓｔｏｐ / S​T​O​P / 🛑🛑 / Stop 🛑
    stoppen / bitte keine weiteren Nachrichten mehr an mich / Nehmt mich aus der Liste
    Löschen Sie mich aus dem Verteiler / Ich will keine SMS von euch / hört auf mir zu schreiben
    Keine Werbung mehr / ich will nichts mehr von Ihnen hören / nicht mehr kontaktieren
    no quiero más mensajes de texto / por favor dejen de enviarme textos / quiero cancelar los mensajes
    ya no me manden nada / no me vuelvan a escribir / no vuelvan a contactarme
    quiero que me quiten de la lista / deténganse / BAJA POR FAVOR / Snälla sluta skicka sms
    jag vill inte ha några fler sms från er / ta bort mig ur listan / sluta skicka / skicka inget mer
    vill inte ha meddelanden / Jag avanmäler mig / slutt å send meg meldinger / ikke send meg noe
    jeg vil ikke ha flere meldinger fra dere / stopp meldinger / meld meg ut / slett meg fra listen
    fjern nummeret mitt fra listen / jeg melder meg av / Remove / remove me pls / opting out / i opt out
    I would like to stop receiving texts / I wish to stop getting these messages / please stop the texts
    Pls. Stop. / STOP NOW PLEASE / end texts / cancel alerts / Stop sending me notifications
    Stoppp texting me / Sto p / s top / STOP STOP / sTOp! / “Stop” / halt / revoke my consent
    revoking consent / I take back my consent / I no longer consent / I don’t consent to texts
    you don’t have my consent / Unsubscribe from texts / Leave me be / dont ever text me
    never contact me again / stop w the messages / Do not contact me anymore / do not text
    No more txts / STOP!!!!!!!!! / i said no more texts / please make it stop / make these stop
    Unsuscribir / desuscribir / abbestellen bitte / SMS-Abo kündigen / ich kündige die SMS
    discontinue / no longer interested, please stop / I would like to stop getting these
    stop calling and texting me / avsluta prenumeration på sms / säg upp sms / avslutt abonnementet på sms / si opp sms
  `,
  CEASE: `
    stop calling and texting me about this bill
    I request that you cease all further contact about this account
    Stop contacting me regarding this debt / do not contact me about the debt / Cease all contact
    Please cease communications with me regarding this debt / cease and desist immediately
    do not call, text or email me about this debt / Refuse to pay this debt, stop contacting me
    hören Sie auf mich wegen der Forderung zu kontaktieren
    Kontaktieren Sie mich nie wieder wegen dieser Forderung / Dejen de contactarme por esta cuenta
    No me contacten sobre esta deuda / Kontakta mig inte om denna skuld
    Sluta kontakta mig angående skulden / Ta ikke kontakt med meg om denne gjelden
    Slutt å kontakte meg om gjelden / stop contacting me about the bill by any means
    You must stop all collection communications / stop chasing me for this debt
  `,
  WRONG_PARTY: `
    Wrong number / wrong person / This isn’t Maria / You have the wrong number / He died last month
    My husband passed away / she is deceased / sorry wrong number / I’m not John
    who is Maria? wrong number / This is not her number anymore / she passed away in June
    Mi esposo falleció / número equivocado / Ella murió en mayo / no soy Carlos / Falsche Nummer
    Er ist verstorben / Sie ist im Mai gestorben / Fel nummer / Han dog i maj / hon har gått bort
    Feil nummer / Han døde i mai / hun er død / you got the wrong guy
    The person you are trying to reach is deceased / I just got this number / Nobody by that name here
    My mom died, this is her phone / mor er død / mamma dog i maj / Mein Vater ist gestorben
    mi mamá murió / Not me / dont know this person / no conozco a esa persona
    ich kenne diese Person nicht / jag känner inte den personen / kjenner ikke den personen
  `,
  REVIEW_HOLD: `
    I didn't ask for these texts
    Please cancel my appointment / When does my contract end? / Can you stop my autopay?
    I want to cancel my service / How do I cancel autopay / does my subscription end in May?
    Stop the payment on my card please / cancel my account / when will this end
    ¿Cuándo termina mi contrato? / quiero cancelar mi servicio / Cancelar mi cita del martes por favor
    Wann endet mein Vertrag? / Ich möchte meinen Vertrag kündigen / Bitte den Termin am Dienstag absagen
    När slutar mitt avtal? / Jag vill säga upp mitt avtal / Avboka min tid på tisdag
    Når slutter avtalen min? / Jeg vil si opp abonnementet / Avbestill timen min på tirsdag
    please stop the late fees / stop charging my card / quit charging me fees
  `,
  CONTINUE: `
    Please don't stop my service / don't stop the texts / Do not cancel my service
    please do not disconnect my service / don’t unsubscribe me / I don’t want to stop
    no me corten el servicio / Por favor no cancelen mi servicio / Bitte nicht abschalten
    Bitte stellen Sie den Strom nicht ab / bitte kündigen Sie meinen Vertrag nicht
    Snälla stäng inte av min tjänst / stäng inte av strömmen / Ikke steng strømmen min
    vennligst ikke avslutt tjenesten min / I do not want to unsubscribe / please do not end my plan
    keep texting me, don’t stop
  `,
  HELP: `
    hjälp / HELP / help! / Ayuda / Hilfe / hjelp / info / INFO / ? / help me please / Help pls
    ayuda por favor / bitte Hilfe
  `,
  START_OR_YES: `
    START / UNSTOP / Yes / Y / yes please / Ja / Sí / si / JOIN / yes 42 / start texting me
  `,
  PAY: `
    Pay now / PAY / pay 20 / Pay $20 / betala / betal nå / pagar ahora / jetzt bezahlen / pay all
    pay 50,00 / PAY 2 / pay 1 and 2 / Bezahlen 50 € / betala 100 kr / pagar $50
  `,
  PAN_REDACT: `
    4242424242424242 1229 123 / 378282246310005 / 4242-4242-4242-4242 / my number 5555555555554444
    ６０１１１１１１１１１１１１１７ / 4111 1111 1111 1111 exp 0129 / 41111111111111111225123
    4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 / 3566002020360505 / 4242​4242​4242​4242 / 4242_4242_4242_4242
    4242.4242.4242.4242 / 6200000000000005 / 5019717010103742 / 4242 4242 4242 4242 4242
  `,
  FREE_TEXT: `
    My account is 4242424242424241 / I paid yesterday / paid / I can pay on the 5th / when do you open
    my phone is 4155550132 / my order 1234567890123 / how much / do you take cash / gracias / danke
    tack / takk / hola / ok / the end of the month works / 1 / 2 / all / BAL / UNDO / WHO / LANG sv
    PROMISE FRI 50 / less links / plan / LATER
  `,
} satisfies Partial<Record<TextClass, string>>;
