import type { TextClass } from './classify-text.ts';

/** Texts as customers write them, by the class that a reasonable person puts them in; ` / ` stands between two. */
export const WORKED_TEXTS = {
  WRONG_PARTY: `
    Wrong number / wrong # / wrong person / You have the wrong number / u got the wrong number
    sorry wrong number / wrong number, stop texting me / I'm not Maria / This is not John
    This isn't John Smith / I am not John. / not me / this isn't me / He passed away in May / she died
    My husband passed away last month / She is deceased / deceased / He is no longer with us
    The account holder is deceased / My wife died in March / John passed away
    There is no one by that name here / nobody by that name / no one here by that name
    this is not his number anymore / I don't know this person / I just got this number
    this is no longer her number / I'm not your customer / wrong / My father has passed away / número equivocado
    Numero equivocado / se equivocó de número / persona equivocada / no soy Juan / No soy esa persona / falleció
    Mi esposo falleció en mayo / ella murió / está equivocado de número / Él falleció / ya no es su número
    mi padre ha fallecido / no conozco a esa persona / tiene el número equivocado / falsche Nummer
    Falsche Person / Sie haben sich verwählt / falsch verbunden / Ich bin nicht Hans / das bin ich nicht
    mein Mann ist verstorben / Er ist gestorben / er ist im Mai verstorben / sie ist tot
    Diese Person kenne ich nicht / Sie haben die falsche Nummer / fel nummer / Fel person / ni har fel nummer
    Han har avlidit / han är död / min man gick bort i maj / Hon dog i maj / jag är inte Anna / det är inte jag
    inte jag / du har fått fel nummer / feil nummer / Feil person / dere har feil nummer / Han er død
    hun døde i mai / han gikk bort i mai / Mannen min er død / det er ikke meg / Jeg er ikke Ola
    min mann er gått bort / jeg kjenner ingen med det navnet
    Wrong no. / Wrong number!! / wrong number sorry / U have wrong number / I think you have the wrong number
    you've got the wrong number / you have the wrong person / This is the wrong number
    this is not maria's number / this isn't her phone / this is not John's phone
    I am not the person you are looking for / You've reached the wrong person / He's dead / he is dead
    She has died / he died in march / My mother died / My husband is dead / my wife is deceased
    he has passed away / she passed / dad passed away / My dad passed away last year / the customer passed away
    the person you are trying to reach has died / Mr. Smith passed away / Mrs Jones is deceased
    sorry he passed away / Unfortunately she passed away / who is this? I don't know any Maria
    I don't know who Maria is / No Maria here / there's no Maria here
    I have had this number for 2 years, wrong person / new phone who dis wrong number
    this number belongs to someone else now / This number no longer belongs to him / i'm not a customer
    not my account / I don't have an account with you / wrong recipient
    Se equivocaron de número / te equivocaste de numero / este no es el número de María / este no es su teléfono
    yo no soy María / No soy María / no soy esa persona / aquí no vive / no conozco a Juan / ha fallecido
    Mi papá murió / mi esposa murió / él ya falleció / El señor Pérez falleció / la persona falleció
    está muerto / Lo siento, número equivocado / Tiene un número equivocado / falsche nummer!
    Sie haben die falsche Person / Das ist die falsche Nummer / ich bin nicht Maria / Er ist tot
    Meine Mutter ist gestorben / Herr Müller ist verstorben / mein Vater ist verstorben
    Sie ist leider verstorben / er lebt nicht mehr / verstorben / Das ist nicht meine Rechnung, falsche Nummer
    Fel nummer tyvärr / du har fel nummer / det är fel nummer / fel person tyvärr / Min pappa har dött
    min mamma är död / hon har gått bort / han gick bort / han dog / jag känner ingen Maria
    det finns ingen Maria här / det här är inte Marias nummer / jag heter inte Anna / han lever inte längre
    avliden / Du har feil nummer / dette er feil nummer / beklager feil nummer / hun er død / Faren min er død
    pappa døde i fjor / min far er død / han har gått bort / kjenner ingen Maria
    dette er ikke nummeret til Maria / jeg er ikke Maria / Jeg heter ikke Ola / avdød / han lever ikke lenger
    I just got this number last week / I've had this number for years, wrong person / no longer Maria's number
    this number doesn't belong to her / mein Vater ist tot / Die Kundin ist verstorben
    Herr Schmidt ist gestorben / der Kontoinhaber ist verstorben / Mi abuela murió / Don José falleció
    María falleció / kunden är avliden / Min sambo har gått bort / min morfar dog / min mor døde / han døde
    kunden er død / No soy él / este ya no es su número / este número ya no le pertenece
    det är inte Marias nummer / dette er ikke hennes nummer
  `,
  HELP: `
    HELP / help / Help! / help me / info / ? / ?? / hjälp / hjelp / Hilfe / ayuda / Ayuda por favor
    I need help / help? / hlep
    HELP ME / help please / Please help / info please / INFO / hilfe bitte / hjälp mig / Hjelp meg / ayúdeme
    necesito ayuda / ich brauche hilfe / H E L P / help!!! / HELP. / Help?
  `,
  START_OR_YES: `
    START / start / UNSTOP / Yes / yes! / YES / y / Y / sí / Si / ja / Ja! / yes please / yess / join / YES 73
    yes73 / Yes, 73 / ja 73 / si 73 / sí, 73 / yes 4417 / Yes. 73 / iniciar / starten / starta
    start. / Start please / yes. / Yes!! / YES please / sí por favor / ja bitte / ja tack / ja takk / yes 42
    YES42 / Ja73 / Sí 73 / YES #73 / yes code 73 / START AGAIN / subscribe / resume / anmelden / opt in / Y!
    yes - 73 / YES:73 / ＂YES 73＂
  `,
  PAY: `
    PAY / pay / Pay! / Pay now / PAY NOW / pay please / please pay / pay now please / Pay my bill / pay the bill
    Jetzt bezahlen / bezahlen / zahlen / pagar / Pagar ahora / quiero pagar / betala / Betala nu / betal
    betal nå / pay 50 / PAY 50.00 / pay 50,00 / PAY $50 / pay $84.20 / pay 50 dollars / betala 50 kr / pay all
    PAY 1 2 / pay 1 and 2 / I want to pay / pay. / Ok pay / $50 / pay in full
    pay it / PAY IT NOW / pay my bill please / please pay my bill now / Pay this bill / Pay invoice / pay today
    pay 84.20 / PAY 1,284.20 / PAY 50 USD / pay €50 / Pagar 50 / pagar factura / pagar la factura / pago ahora
    bezahlen bitte / Zahlen / Rechnung bezahlen / jetzt zahlen / betala räkningen / betala tack
    betal regningen / betal takk / betal 100 kr / Pay both / PAY ALL BILLS / betala alla / hi pay
    PAY PLEASE THANK YOU / pay pls thx
  `,
  PAN_REDACT: `
    4242 4242 4242 4242 12/29 123 / 4242424242424242 / 4242-4242-4242-4242 / my card is 4242424242424242
    42424242424242421229 / 5555 5555 5555 4444 / 378282246310005 / 3782 822463 10005
    pay with 4242 4242 4242 4242 / 4242424242424242 12/29 / [REDACTED-PAN ..4242]
    4111 1111 1111 1111 / 4111-1111-1111-1111 exp 10/28 cvv 737 / card 4111111111111111 thanks
    5105105105105100 / 6011 1111 1111 1117 / 3530111333300000 / 30569309025904 / 4000 0566 5566 5556
    here is my card: 4242424242424242 exp 12/26 / visa 4242.4242.4242.4242 / 42 42 42 42 42 42 42 42
    4242 4242 42424242 / ４２４２ ４２４２ ４２４２ ４２４２ / 2223003122003222 / 4242 4242 4242 42421229 / pay 4242424242424242
  `,
  FREE_TEXT: `
    My account is 4242424242424241 / I paid yesterday / can you pay me / pay my rent lol / I'll stop by tomorrow
    full stop / bus stop / I'll meet you at the bus stop / have a nice weekend
    I will pay at the end of the month / I'll pay by the end of the week / in the end I paid / no / No / nope
    No thanks / balance / BAL / agent / ok / Ok thanks / thanks / yep / 👍 / What is this charge?
    When is it due? / I'll pay friday / why is my bill so high / I can't stop laughing / yes i paid
    yes but when / how much do i owe / did you get my payment / pay me back / paying now / I'll pay / I payed
    will pay tomorrow / call me / my phone died / battery died / I'm not happy with this / this is not correct
    I am not paying this / card ending in 4242 / pagaré mañana / ya pagué / saldo / Ich habe schon bezahlt
    Ich zahle am Ende des Monats / Kontostand / jag har redan betalat / Jag betalar i slutet av månaden
    jeg har betalt / jeg betaler i slutten av måneden / hur mycket är jag skyldig / fin de mes pago
    voy a pagar a fin de mes / nein danke / nej tack / nei takk / 645 / 1 / 2 / call 415-555-0100
    +4915123456789 / My mother passed away, can I pay later? / I gave you the wrong number on my form
    there was no end to the line / I ended up paying online / the app stopped working
    I cancelled my card, need a new link / text me the link / Please text me tomorrow / don't worry
    I did not get any texts / I dont know how to pay / who is this / Can you end up calling me / Hi / yes 5
    yes 12345 / yes 73 or 74 / not now / I have no more questions / No more questions thanks / para cuándo es
    para mí está bien / es para mañana / is it too late to pay / I want to know more / hola / buenos días
    ich bin nicht zufrieden / jag är inte nöjd / jeg er ikke fornøyd / no soy feliz con esto / no entiendo
    I don't understand / please send the link / don't send money / the end / weekend / endless / nonstop
    nicht mehr lange / I don't know / this is not a joke / No I won't / Nobody told me / I have the wrong bill
    You sent the wrong amount / that is the wrong invoice / wrong amount
    Can I pay friday / can I pay half now and half later / I will pay you tomorrow / Please pay me back
    pay attention / paypal? / I need to pay later / I can pay 50 friday / is autopay on? / payday is friday
    pay you friday / when do I have to pay / do you take paypal / I have paid / Paid / already paid
    payed already / pay off amount? / I'd rather pay by check / I tried to pay but it failed / yes I will pay
    Yes but I can only do 50 / yes thank you I got it paid / No I don't owe this / no problem / never mind
    nevermind / who are you / what's this for / how do I change my card / my card expired / I moved
    my new address is 12 Main St / call me at 5 / Thank you! / lol / haha / ❤️ / k / good morning
    see you at the weekend / I'll be back end of next week / at the end of the day it's fine
    Meet at the bus stop / I'll stop in on Monday / Can I stop by your office? / my service stopped working
    the payment was cancelled by the bank / my trip was canceled / the meeting ended / I ended up paying twice
    we never got the bill / my dog died yesterday / my car died / she passed the test / he passed by
    I passed the exam / I died laughing / this is killing me / dead battery / wrong amount on bill
    you charged me wrong / what went wrong / I put in the wrong card / something is wrong with the link
    this is wrong / that's wrong / wrong bill / not right / It's not fair / I am not paying that / I'm not sure
    I am not home / I'm not at work / I'm not working right now / I am not able to pay today
    no one called me back / nobody answered / I don't know what this is / I do not understand this charge
    I don't have the money / I don't have my card / do I have an account with you? / do not worry / don't forget
    don't charge me yet / Don't charge my card / don't call, text me / please don't call me, text me instead
    I don't want to pay late fees / I don't want any trouble / text me a receipt / Send me a text when it's due
    can you text me the link / why did I get this text / I did not get the text / got no text from you
    no messages received / I have no messages / I got your message / no more money / no more excuses
    not any more / account number 1234567890 / my number is 415-555-0132 / invoice 10442 / ref 8F3K21
    2026-11-21 14:30 / tracking 9400 1000 0000 0000 0000 00 / enough money? / I don't have enough
    that's enough to cover it / Remove the late fee / please remove the late fee / remove my card
    remove this charge / take the fee off my bill / take that off please
    te pago mañana / ya lo pagué / ¿cuánto debo? / no puedo pagar hoy / para qué es esto / cuándo vence
    mi tarjeta venció / no tengo dinero / no me llegó la factura / no recibí el mensaje / por fin pagué
    al final del mes pago / vivo en la parada / es muy alto el precio / la factura está muy alta / bajo / sale
    mi perro murió / número de factura 10442 / numero de cuenta equivocada en mi factura no es / no soy rico
    Kann ich am Ende des Monats zahlen? / ich zahle Ende November / Wann muss ich zahlen?
    Ich habe die Rechnung bezahlt / ich habe keine Nachricht bekommen / keine Ahnung / kein Problem
    ich kann nicht zahlen / Mein Akku ist tot / das ist falsch / falscher Betrag / die falsche Rechnung
    ich bin nicht zuhause / nicht jetzt / Jag betalar på fredag / kan jag betala i slutet av månaden
    mina pengar är slut / pengarna är slut / jag har inte fått något sms / fick inga sms / fel belopp
    det är fel / fel faktura / inte än / min telefon är död / jag är inte hemma / jag har inga pengar
    jeg betaler på fredag / kan jeg betale i slutten av måneden / til slutt betalte jeg / fikk ingen melding
    feil beløp / det er feil / ikke ennå / jeg er ikke hjemme / jeg har ikke penger / telefonen min er død
    Takk for hjelpen / slut på pengar / tack för hjälpen / gracias por la ayuda / thanks for your help
    can you help me with my bill / start of the month works / I'll start paying monday
    let's start over with the plan / yes or no? / join us for lunch / information about my bill please?
    No Thanks / No Problem / I'm Not Sure / I'm not ready / I don't know who to ask
    Hi, I was charged twice this month. Can someone help me? / Can I get an extension until Friday?
    I mailed a check last week, did you get it? / My autopay didn't go through, can you check
    Why is there a late fee on my bill? / Could you send me the bill again?
    Please send me the invoice by email / Did you get my payment of $84.20?
    I paid $50 on Monday and will pay the rest Friday / I will pay $50 on Friday
    Can you take payments over the phone? / The link doesn't work / The link isn't working for me
    I can't open the link / is this a scam? / How do I know this is really you? / Is this legit?
    What is my account number? / I already paid this online yesterday with my Visa
    I have a new card, how do I update it? / Can I pay with Apple Pay? / pay by phone? / What time do you close?
    Are you open tomorrow? / my new phone number is 415-555-0123 / Change my number to 415-555-0123
    My name is wrong on the bill / My address is wrong / The amount is wrong
    I have moved, new address please update / I'm out of the country till the 5th / We switched providers in May
    I never received a bill / I have not received any bills lately / I don't get any texts from you lately
    Can you text my wife instead / text my wife at 415-555-0199 / I want paper bills / I want texts in Spanish
    español por favor / en español / Can you remove the late fee / Please take off the late charge
    I need help paying my bill / i need more time / Please give me until the end of November
    My check gets here at the end of this week / Friday is the end of my pay period / front end / End of story
    I get paid at month end / what is the end date on this / It stopped raining / the bus stops here
    I'm at the stop light / gas stop then home / stop sign / I quit smoking
    I quit my job so I can't pay until next month / She quit school / this never ends
    You guys are great, don't change a thing / Great service, keep it up! / Thank you for the reminder
    thanks for the reminder! / Got your message, thanks / I got your texts / I like these texts
    The texts are great / These messages are helpful / Love the reminders / I need the texts in English
    Do you send texts before the due date? / No texts came through / I received two texts / Why two texts?
    I have no idea what this is / I have no more money this month / there is no more money / no more than $50
    not more than 50 / enough already paid? / My wife will pay / my husband pays the bills / my mom will pay it
    my mother is sick / My father is in hospital / He is out of town / she is not home / He lives in Texas
    John will call you / I'm his wife, he is at work / this is his wife / This is not urgent
    this isn't working / this is not a good time / This isn't fair / It is not due yet / that's not my fault
    that is not my bill / It's not mine / not yet / Not today / not sure / I am not sure what this is
    i'm not the one who called / wrong price / you got the wrong total / The wrong card was charged
    I sent the wrong amount / I paid the wrong bill / what number do I call / what's your number / number please
    I lost my phone / my number changed to 415 555 0177
    Pay me / pay?no / i pay / i pay tomorrow / pay later / Pay Friday / pay half / pay half now / pay on friday
    pay with my other card / pay with paypal / pay at the office / pay the late fee? / don't pay / do not pay
    dont pay now / not pay now / pay nothing / why pay / who pays / pay you / Pay them / pays / payment
    payments / Payed / paying / to pay / must I pay / should I pay now / should i pay / when pay / how to pay
    How do I pay? / can i pay now / I can't pay now / cant pay / wont pay / I won't pay / I will not pay
    never pay / no pay now / pay now? no / PAY NOW OR LATER / yes pay / pay yes / yes pay 50 / Yes 73 no
    yes73yes / yes 7 / yes 73 later / yes on friday / Yes friday 73 / 73 / YES7 3 / pay-per-view / prepay
    repay / 50 / 84.20 / 10442 / PAY TO THE ORDER OF / pay 50 on friday / pay 50 tomorrow
    pay $50 now and rest later / pay 50 pesos? / Pagaré / ya pague ayer / no pagar / bezahlt / Ich habe bezahlt
    nicht bezahlen / ich bezahle morgen / betalt / ska betala / kan inte betala / kan ikke betale
    betaler i morgen / skal betale / betala imorgon / har betalat
    I just got a new phone, resend the link / I got a new number / I don't have that number with me
    that's not my account number / nothing wrong no worries / I have the wrong phone plan
    I think I texted the wrong number / I don't know who this is / will the late fee be removed from this bill
    Can you shut off my service without further notification? / I will contact my lawyer
    I'm going to call my attorney / ich kenne die Rechnung nicht / hier gibt es kein Internet
    das Internet ist tot / no hay ninguna factura / no conozco ninguna factura / no es mi número de cuenta
    mi celular murió / tengo número nuevo / känner inte till den här avgiften / jag har nytt nummer
    jag har inte fått något nummer / internet är dött / kjenner ikke til denne regningen / jeg har nytt nummer
    nettet er dødt / jag ska kontakta min advokat / ich kontaktiere meinen Anwalt / my laptop died
    stop-over in Denver / I no longer have a phone / take me off paper
  `,
} satisfies Partial<Record<TextClass, string>>;
