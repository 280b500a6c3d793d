import type { TextClass } from './classify-text.ts';

/** Ways to take back the permission to text, and what only looks like one; ` / ` stands between two. */
export const WORKED_STOP_TEXTS = {
  OPT_OUT: `
    STOP / stop / Stop! / stop. / S.T.O.P. / S T O P / ＳＴＯＰ / 🛑 / 🛑🛑🛑 / stpo / sotp / st0p / Stopp / STOPPP
    sstop / sto / OPT-OUT / OPT OUT / optout / opt out please / unsubscribe / UNSUBSCRIBE ME / unsuscribe
    unsubscibe / unsubscirbe / quit / qiut / END / end. / cancel / cancle / CANCEL PLEASE / Revoke / STOPALL
    STOP ALL / stop all texts / Stop now / stop it / please stop / pls stop / just stop / can you stop
    Stop texting me / please stop texting me / stop txting me / stop sending me texts
    STOP SENDING THESE MESSAGES / Please stop messaging this number / could you please stop sending me these
    stop contacting me / take me off your list / Take me off this list please / remove me from your list
    remove my number / delete my number from your system / remove me / don't text me again / dont text me
    do not text me anymore / Don't message me / never text me again / do not contact me again
    no more messages thx / no more texts / No more messages please! / I don't want these messages
    i dont want any more texts / I do not want to receive texts / I no longer want to receive these messages
    I don't wish to be contacted / opt me out / I want to opt out / I'd like to unsubscribe
    how do i unsubscribe / I revoke my consent / I withdraw my consent to texts / leave me alone
    lose my number / go away / enough / fuck off / STOP!! I said stop / I already paid. STOP
    Stop. I already paid this bill / STOP, I paid already / stop texting me I already paid
    You can stop texting me now / why wont you stop texting me / if you don't stop texting me i will sue
    stop calling me / don't send me any more texts / stop bothering me / stop 73 / ѕtop / get me off this list
    no texts please / unsub / not interested / stop these reminders / Cancel text alerts / End texts
    STOP STOP STOP / Yo stop texting me bro / stop spamming me / I said stop / Stop!!!! 😡 / 'stop' / (stop)
    stop?
    No más / no mas / no más mensajes / No más mensajes por favor / ALTO / Basta / ya basta / parar
    Pare por favor / cancelar / baja / dar de baja / quiero darme de baja / darme de baja por favor
    no me escriban más / No me envíen más mensajes / no me manden mensajes / deje de enviarme mensajes
    Dejen de mandarme mensajes / dejen de escribirme / no quiero recibir más mensajes / Ya no quiero mensajes
    no quiero más mensajes / elimíneme de su lista / bórrenme de la lista / quite mi número de su lista
    déjenme en paz / paren de enviar mensajes / por favor no me contacten / no me contacte más / Salir
    por favor dejen de enviar sms / cancelen los mensajes / revoco mi consentimiento / no me molesten / ¡Basta!
    detener
    Abmelden / abmelden bitte / keine SMS mehr / Bitte keine Nachrichten mehr / bitte keine SMS mehr senden
    keine weiteren Nachrichten / ich möchte keine SMS mehr / Ich will keine Nachrichten mehr bekommen
    Schreiben Sie mir nicht mehr / schreib mir nicht mehr / Kontaktieren Sie mich nicht mehr
    Hören Sie auf, mir SMS zu schicken / hör auf mir zu schreiben / Hoeren Sie auf mir zu schreiben
    lassen Sie mich in Ruhe / Nehmen Sie mich von der Liste / Löschen Sie meine Nummer
    streichen Sie mich von Ihrer Liste / melden Sie mich ab / ich möchte mich abmelden / bitte abmelden
    SMS abbestellen / Nachrichten stoppen / Stoppen Sie die Nachrichten / Senden Sie mir keine Nachrichten mehr
    beenden / aufhören / kündigen / Ich widerrufe meine Einwilligung / bitte nicht mehr schreiben / Stopp jetzt
    abbestellen / Schluss / es reicht / bitte keine weiteren SMS
    STOPP / Sluta / sluta skicka sms / Sluta skicka SMS till mig / sluta smsa mig / sluta sms:a
    Sluta kontakta mig / inga fler sms / Inga fler meddelanden tack / jag vill inte ha fler sms
    Jag vill inte få några meddelanden / vill inte ha era sms / skicka inte fler sms
    skicka inga fler meddelanden / kontakta mig inte mer / smsa mig inte / skriv inte till mig / avregistrera
    Avregistrera mig / avanmäl / avsluta / ta bort mig från listan / ta bort mitt nummer / stryk mig
    lämna mig ifred / nu räcker det / stoppa alla sms / snälla sluta / Sluta nu / jag återkallar mitt samtycke
    avbryt / sluta höra av er / Jag vill avregistrera mig / jag vill inte bli kontaktad
    stopp / slutt / Avmeld / ikke send flere meldinger / Ikke send meg flere SMS / ikke send sms til meg
    send ikke flere meldinger / ingen flere meldinger / ingen flere sms takk / Slutt å sende meg meldinger
    slutt å sende sms / slutt med å sende meg sms / slutt å kontakte meg / slutt med meldinger
    jeg vil ikke ha flere meldinger / Jeg ønsker ikke flere sms / ønsker ikke å motta meldinger
    vil ikke motta sms / meld meg av / fjern meg fra listen / slett nummeret mitt / la meg være
    la meg være i fred / ikke kontakt meg / ikke skriv til meg / kontakt meg ikke mer / avslutt / stans
    nå er det nok / jeg trekker samtykket mitt / ikke flere sms / avbestill sms / ikke tekst meg mer
    Stop pls / STOP NOW!! / Stop sending texts to this number / please remove me from this list
    please take me off this texting list / please take my number off your list / Remove my number from your list
    I don't want to get texts from you / I don't want to receive any more messages from you
    don't want any messages / Do not send me any more messages / don't send me messages
    Do not text this number / please do not text this number again / quit texting me / quit sending me messages
    quit it / end messages / Please discontinue these texts / Stop w the texts / stop with the texts
    no more sms / no more msgs / no texting / plz stop / stop plz / stooop / STOOOOP / stop.stop / stop,stop
    STOP - John / S-T-O-P / s t o p / 5top / STPP / STOP. / Stop 🙏 / 🛑 texting me / stop messages / stop sms
    unsubscribe please / Unsubscribe from all / please unsubscribe me from these texts
    I want to unsubscribe from your list / opt me out please / I'd like to opt out of these messages / I opt out
    I am opting out / OPT  OUT / opt_out / Opt.out / I am revoking my consent to receive texts / revoke consent
    I hereby revoke consent / you do not have my permission to text me / I did not consent to these texts
    stop annoying me / leave me alone!! / Stop contacting me / stop contacting me please
    please do not contact me / do not contact me / I don't want to be contacted / stop all messages / stop all
    cancel texts / cancel these texts / cancel messages / cancel all texts / stop the messages
    stop the text messages / Stop these annoying texts / STOP THIS SHIT / Stop blowing up my phone
    delete me from your list / erase my number / block me / I said STOP / i told you to stop
    how many times do I have to tell you to stop texting me / I asked you to stop texting me
    Please stop. I'm not interested. / Not interested, stop / no stop / Yes stop / ok stop / STOP TXT
    stoptexting / stop text / Stop alerts / turn off texts / turn off these notifications / end all
    no thanks stop / please just stop
    Por favor deje de enviarme mensajes de texto / deja de escribirme / no me mande mensajes
    no me mandes más sms / no quiero mensajes / no quiero sus mensajes / no deseo recibir mensajes
    No quiero que me envíen mensajes / quítenme de su lista / sáquenme de su lista por favor
    eliminen mi número / cancelar mensajes / detengan los mensajes / dejen de molestar / dejen de molestarme
    ya no me escriban / ya no me manden mensajes / no me escriban / parar mensajes / para de mandarme mensajes
    desuscribirme / dame de baja / date de baja / no me interesa / No me textee mas / stop mensajes
    no envíen más mensajes / no más sms / no mas textos por favor / BAJA / ¡NO MÁS! / alto por favor
    keine SMS / keine SMS! / Keine weiteren SMS bitte / bitte keine Nachrichten / ich will keine SMS
    Ich möchte keine Nachrichten von Ihnen erhalten / Ich möchte keine weiteren Nachrichten erhalten / Hör auf
    Hör auf mir zu texten / hören Sie auf / Hören Sie bitte auf, mir zu schreiben
    bitte hören Sie auf mir Nachrichten zu schicken / schreibt mir nicht mehr
    bitte schreiben Sie mir nicht mehr / Bitte kontaktieren Sie mich nicht mehr / Bitte nicht mehr kontaktieren
    Bitte nehmen Sie mich aus dem Verteiler / Bitte löschen Sie meine Nummer / Abmeldung / ABMELDEN!
    bitte melden Sie mich ab / Ich melde mich ab / austragen / SMS stoppen / stopp sms / Lass mich in Ruhe
    Schicken Sie mir keine SMS mehr / bitte schicken sie mir keine sms / senden sie mir nichts mehr
    nie wieder schreiben / Nicht mehr schreiben / bitte keine Texte mehr / keine Benachrichtigungen mehr
    Schluss damit / ich widerrufe / Abemlden / abmeldn
    Sluta sms:a mig / sluta messa / Sluta skicka meddelanden / sluta skicka dessa sms
    sluta skicka såna här sms / snälla sluta skicka sms till mig / kan ni sluta skicka sms
    sluta skriva till mig / Sluta ringa mig / sluta störa mig / Inga sms / Inga meddelanden / inga mer sms
    inga fler / jag vill inte ha sms / jag vill inte ha några sms / Vill inte ha fler meddelanden från er
    jag vill inte längre få sms / jag vill inte få fler sms från er / skicka inte mer sms / skicka inga sms
    skicka inga fler sms tack / sms:a inte mig / sms:a mig inte / kontakta mig inte igen
    kontakta mig aldrig mer / hör inte av er mer / ta bort mig / ta bort mig från er lista
    Ta bort mitt nummer ur registret / radera mitt nummer / Avregistrering / avsluta sms / stoppa sms / STOPPA
    stoppa utskicken / AVSLUTA / låt mig vara / lämna mig i fred / ej intresserad
    slutt å sende meg sms / Slutt å sende sms til meg / slutt å sms'e meg / slutt å skrive til meg
    slutt å ringe meg / slutt å mase / vær så snill å slutte å sende meldinger / kan dere slutte å sende sms
    ingen sms / ingen flere sms / ikke mer sms / Ikke flere meldinger takk / jeg vil ikke ha sms
    Jeg vil ikke ha flere sms fra dere / jeg vil ikke motta flere meldinger / Jeg ønsker ikke å motta sms
    ønsker ikke sms / ikke send meg noe mer / ikke send mer / ikke send sms / vennligst ikke send flere sms
    Ikke kontakt meg igjen / Kontakt meg aldri igjen / ta meg av listen / fjern meg / Fjern nummeret mitt
    slett meg / slett mitt nummer / stopp meldingene / Stopp sms / stopp alle meldinger / meld av / avmelding
    Avslutt sms / avregistrer meg / slutt nå / ikke interessert
    Hello, please stop sending me text messages. Thank you. / Hi please remove me from your texting list thanks
    I have asked you before to stop texting me / STOP TEXTING ME!!!!! / Please unsubscribe my number
    Kindly stop sending messages to this phone / I no longer wish to receive text messages from you
    Please don't send any more texts to this number / stop it already / I'd like you to stop texting me
    Would you please stop contacting me by text / I don't want your texts / dont want ur texts
    I never want to receive another text from you / Do not ever text me again / Take this number off your list
    Take my phone number off your call list / Please quit texting me / you need to stop texting me
    stop texting my phone / stop sending messages to my phone / please leave me alone / I wish to opt out
    I would like to be removed from your list / I want to be removed from this list / remove me from this
    get me off this list now / Opt-out please. / opt - out / Please opt me out of texts / Unsubscribe!
    Please no texts / no texting please / I revoke / revoked / I revoke my permission to text me
    Quiero dejar de recibir mensajes / por favor quíteme de la lista / Favor de no enviar más mensajes
    No quiero recibir estos mensajes / no deseo más mensajes de ustedes / Deje de textearme / dejen de textear
    que no me escriban más / ya basta de mensajes / no más textos / ya no quiero recibir textos
    favor no molestar / Ich möchte keine SMS mehr erhalten. / Bitte senden Sie mir keine weiteren SMS
    Bitte keine SMS mehr an diese Nummer / Bitte streichen Sie mich aus Ihrer Liste
    Ich möchte nicht mehr kontaktiert werden / Ich will nicht mehr kontaktiert werden
    Bitte stoppen Sie die SMS / Hören Sie auf mir zu schreiben! / Lassen Sie mich bitte in Ruhe
    Jag vill inte ha era meddelanden / Jag vill inte ha några fler meddelanden / Jag vill slippa sms
    Sluta med sms / sluta upp med era sms / Snälla ta bort mig från listan / Kan ni ta bort mitt nummer
    Skicka inga mer meddelanden till mig / inga fler påminnelser tack / Jeg vil ikke ha meldinger fra dere
    Vennligst slutt å sende meg meldinger / Slutt å send meg sms / ikke send meg meldinger
    Jeg ønsker ikke å bli kontaktet / Kan dere slutte å sende meg meldinger / Fjern meg fra listen deres
    Ta meg av lista / Meld meg av takk / ikke flere påminnelser takk
    stop textin me / quit sendin me msgs / stop txtng me / ikke send fler meldinger / STOP - I paid
    stop: paid already
  `,
  CEASE: `
    Stop contacting me about this debt / cease and desist / CEASE AND DESIST! / Cease all communication
    cease communication / do not contact me about this debt again / Do not contact me about this bill
    stop harassing me about this bill / cease contact with me immediately / stop all communication with me
    Stop calling me about this debt / stop collection efforts / contact my lawyer from now on
    do not contact me by any means / Deje de contactarme por esta deuda / cese y desista
    no me contacten más sobre esta deuda / dejen de contactarme sobre la deuda / cesen toda comunicación
    Unterlassen Sie jede Kontaktaufnahme / Unterlassen Sie jegliche Kontaktaufnahme
    kontaktieren Sie mich nicht mehr wegen dieser Schulden
    Hören Sie auf, mich wegen dieser Schulden zu kontaktieren / Upphör med all kontakt
    sluta kontakta mig om den här skulden / Kontakta mig inte mer om skulden / opphør all kontakt
    Slutt å kontakte meg om denne gjelden / ikke kontakt meg mer om gjelden / opphør med all kontakt
    I demand that you cease contacting me / stop bothering me about this debt
    Cease & desist / cease and desist all contact / I demand you cease all contact
    Do not contact me regarding this debt / Please stop contacting me about the debt
    stop contacting me regarding this account / stop all contact / Stop all communications / no further contact
    I request that you cease further communication with me about this debt
    Stop calling, texting and writing me about this debt / stop texting me about this debt
    Never contact me about this debt again / Do not contact me by phone, text or mail / speak to my attorney
    please contact my attorney / I am represented by an attorney / talk to my lawyer
    Dejen de llamarme por esta deuda / no me contacten por esta deuda / deje de contactarme por la deuda
    cese toda comunicación conmigo / hablen con mi abogado / cesen y desistan
    Unterlassen Sie es, mich zu kontaktieren / Kontaktieren Sie mich nicht mehr bezüglich dieser Forderung
    Stellen Sie jede Kommunikation ein / wenden Sie sich an meinen Anwalt / keine weitere Kontaktaufnahme
    Hören Sie auf mich wegen der Schulden anzurufen / Sluta kontakta mig om skulden
    sluta höra av er om min skuld / upphör omedelbart med all kontakt / Upphör att kontakta mig
    kontakta min advokat / kontakta mig inte angående denna skuld / slutt å kontakte meg om gjelda
    Opphør omgående all kontakt / stans all kontakt / Kontakt min advokat
    ikke kontakt meg angående denne gjelden / opphør å kontakte meg
    Contact my attorney / please speak with my lawyer from now on / Kontakta min advokat / Kontakt advokaten
    kontaktieren Sie meinen Anwalt
  `,
  REVIEW_HOLD: `
    Please cancel my Tuesday appointment / When does my plan end? / Can you stop payment on my check?
    I want to cancel my service / cancel autopay / stop autopay / stop payment
    please stop my service on Friday / I want to stop the service / cancel my subscription
    can i quit the plan early / stop sending me paper bills / Please end my contract / don't text me at work
    quiero cancelar mi cita del martes / ¿Cuándo termina mi plan? / quiero cancelar mi servicio
    Bitte stornieren Sie meinen Termin am Dienstag / Wann endet mein Vertrag?
    ich möchte meinen Vertrag kündigen / Avboka min tid på tisdag / när slutar mitt abonnemang?
    jag vill avsluta mitt abonnemang / Når slutter abonnementet mitt? / avbestill timen min på tirsdag
    jeg vil avslutte abonnementet / I'd like to cancel / cancel it / stop yes / pay or stop
    what happens if i stop paying / did you stop my service? / why did you stop texting me
    cancel my appointment / I need to cancel my order / can you cancel my last payment
    please stop the late fees / stop charging me / Stop charging my card / Stop automatic payments
    when does this promotion end / Does the discount end tomorrow? / I'm going to cancel if this continues
    I will cancel my account / can I stop my paper statements / stop the paper bill
    unsubscribe me from paper bills / how do I opt out of paperless / when will it stop
    stop messing with my bill / I want to quit my plan / Are you going to stop my power
    if I don't pay will you stop my service? / is this going to end / why should i stop
    should I stop my payment / do i have to cancel first / Bitte Termin absagen
    Kann ich die Lastschrift stoppen? / Wie kann ich meinen Vertrag kündigen? / wann endet der Rabatt
    Kan jag avbryta min betalning? / Kan ni avsluta mitt avtal / när upphör avtalet / sluta debitera mig
    slutt å belaste kortet mitt / kan jeg avbestille avtalen / Når opphører avtalen? / cancelen mi cita
    quiero cancelar el pago automático / ¿puedo cancelar mi contrato? / por favor cancele mi servicio
    dejen de cobrarme de más / cuando termina la promoción
  `,
  CONTINUE: `
    Please don't stop my service / do not stop my service / Don't cancel my plan / please do not end my plan
    don't stop texting me / I don't want to cancel / I do not want to stop / don't disconnect my service
    no cancelen mi servicio por favor / No detengan mi servicio / por favor no corten mi servicio
    no quiero cancelar / Bitte stoppen Sie meinen Dienst nicht / bitte nicht kündigen
    Kündigen Sie meinen Vertrag nicht / sluta inte / stoppa inte min tjänst
    snälla avsluta inte mitt abonnemang / ikke stopp tjenesten min / Vennligst ikke avslutt abonnementet mitt
    ikke slutt å sende meldinger / never stop sending these
    don't stop / Do not stop my electricity please / please do not stop the service / don't cancel
    please don't cancel my account / don't end my service / I never wanted to cancel / I don't want to opt out
    do not unsubscribe me / don't unsubscribe me please / please don't shut off my power
    please dont cut off my water / I didn't mean to stop / no pare mi servicio / no suspendan mi servicio
    no quiero darme de baja / Bitte beenden Sie meinen Vertrag nicht / nicht abmelden / ich will nicht kündigen
    bitte nicht stoppen / avsluta inte / Jag vill inte avsluta / stäng inte av min el / ikke avslutt
    jeg vil ikke avslutte / ikke steng strømmen
  `,
} satisfies Partial<Record<TextClass, string>>;
