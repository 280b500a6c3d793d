import type { CallScript } from './call-script.ts';

/** What the agent says, in the caller's language; the consent's own wording is data of its own and stands with consents. */
export const CALL_WORDS: CallScript['words'] = {
  en: {
    intro: 'Hello, this is {agent} from {brand}. Am I speaking with {name}?',
    verify: 'Thank you. To be sure: what is the postal code on your bill?',
    offer:
      'You can get your bill as a text message, and pay it by answering. It takes ten seconds. Shall I set that up for you?',
    'doubt-cost': '{brand} charges nothing for it. Your own plan may count the texts, about four a month.',
    'doubt-safety':
      'No card number is ever said or texted. Every payment is confirmed by you, and a STOP ends it at once.',
    'why-not': 'Of course. May I ask what speaks against it?',
    phone: 'The number that I have ends in {phoneEnd}. Is that a mobile, and do you have it with you?',
    language: 'Which language would you like the texts in?',
    'other-language': 'Which one would you like?',
    'doubt-stop': 'Answer STOP to any of the texts, and there will be no more. I read it once more:',
    card: 'I can text you a link on which you add a card yourself. I will not see its number. Would you like that now?',
    close: 'You have a text from us on {phoneEnd}. Answer it with YES, and you are set. Thank you, {name}.',
  },
  es: {
    intro: 'Buenos días, le habla {agent} de {brand}. ¿Hablo con {name}?',
    verify: 'Gracias. Para estar seguros: ¿cuál es el código postal de su factura?',
    offer:
      'Puede recibir su factura por mensaje de texto y pagarla con una respuesta. Toma diez segundos. ¿Se lo preparo?',
    'doubt-cost': '{brand} no cobra nada por ello. Su plan puede contar los mensajes, unos cuatro al mes.',
    'doubt-safety':
      'Nunca se dice ni se escribe un número de tarjeta. Usted confirma cada pago, y con STOP se termina enseguida.',
    'why-not': 'Por supuesto. ¿Puedo preguntarle qué le hace dudar?',
    phone: 'El número que tengo termina en {phoneEnd}. ¿Es un móvil, y lo tiene a mano?',
    language: '¿En qué idioma quiere los mensajes?',
    'other-language': '¿Cuál prefiere?',
    'doubt-stop': 'Responda STOP a cualquiera de los mensajes y no recibirá más. Se lo leo otra vez:',
    card: 'Puedo enviarle un enlace en el que usted mismo agrega una tarjeta. Yo no veré el número. ¿Lo quiere ahora?',
    close: 'Tiene un mensaje nuestro en {phoneEnd}. Responda SÍ y está listo. Gracias, {name}.',
  },
  de: {
    intro: 'Guten Tag, hier ist {agent} von {brand}. Spreche ich mit {name}?',
    verify: 'Danke. Zur Sicherheit: Welche Postleitzahl steht auf Ihrer Rechnung?',
    offer:
      'Sie können Ihre Rechnung als SMS bekommen und mit einer Antwort bezahlen. Das dauert zehn Sekunden. Soll ich das für Sie einrichten?',
    'doubt-cost': '{brand} berechnet dafür nichts. Ihr Tarif kann die SMS zählen, etwa vier im Monat.',
    'doubt-safety':
      'Eine Kartennummer wird nie gesagt oder geschrieben. Sie bestätigen jede Zahlung, und STOP beendet es sofort.',
    'why-not': 'Gern. Darf ich fragen, was dagegen spricht?',
    phone: 'Die Nummer, die ich habe, endet auf {phoneEnd}. Ist das ein Handy, und haben Sie es bei sich?',
    language: 'In welcher Sprache möchten Sie die SMS?',
    'other-language': 'Welche darf es sein?',
    'doubt-stop':
      'Antworten Sie auf eine der SMS mit STOP, dann kommt keine mehr. Ich lese es noch einmal vor:',
    card: 'Ich kann Ihnen einen Link schicken, auf dem Sie selbst eine Karte hinterlegen. Ich sehe die Nummer nicht. Möchten Sie das jetzt?',
    close:
      'Sie haben eine SMS von uns auf {phoneEnd}. Antworten Sie mit JA, dann ist alles eingerichtet. Danke, {name}.',
  },
  sv: {
    intro: 'Hej, det här är {agent} från {brand}. Talar jag med {name}?',
    verify: 'Tack. För säkerhets skull: vilket postnummer står på din faktura?',
    offer:
      'Du kan få fakturan som sms och betala genom att svara. Det tar tio sekunder. Ska jag ordna det åt dig?',
    'doubt-cost':
      '{brand} tar inget betalt för det. Ditt abonnemang kan räkna sms:en, ungefär fyra i månaden.',
    'doubt-safety':
      'Inget kortnummer sägs eller skrivs någonsin. Du bekräftar varje betalning, och STOPP avslutar genast.',
    'why-not': 'Självklart. Får jag fråga vad som talar emot det?',
    phone: 'Numret jag har slutar på {phoneEnd}. Är det en mobil, och har du den hos dig?',
    language: 'På vilket språk vill du ha sms:en?',
    'other-language': 'Vilket vill du ha?',
    'doubt-stop': 'Svara STOPP på något av sms:en, så kommer inga fler. Jag läser det en gång till:',
    card: 'Jag kan skicka en länk där du själv lägger till ett kort. Jag ser inte numret. Vill du det nu?',
    close: 'Du har fått ett sms från oss på {phoneEnd}. Svara JA, så är det klart. Tack, {name}.',
  },
  nb: {
    intro: 'Hei, dette er {agent} fra {brand}. Snakker jeg med {name}?',
    verify: 'Takk. For sikkerhets skyld: hvilket postnummer står på fakturaen din?',
    offer:
      'Du kan få fakturaen som SMS og betale ved å svare. Det tar ti sekunder. Skal jeg ordne det for deg?',
    'doubt-cost':
      '{brand} tar ingenting for det. Abonnementet ditt kan telle meldingene, omtrent fire i måneden.',
    'doubt-safety':
      'Et kortnummer blir aldri sagt eller skrevet. Du bekrefter hver betaling, og STOPP avslutter med en gang.',
    'why-not': 'Selvfølgelig. Kan jeg spørre hva som taler imot?',
    phone: 'Nummeret jeg har, slutter på {phoneEnd}. Er det en mobil, og har du den hos deg?',
    language: 'Hvilket språk vil du ha meldingene på?',
    'other-language': 'Hvilket vil du ha?',
    'doubt-stop': 'Svar STOPP på en av meldingene, så kommer det ingen flere. Jeg leser det en gang til:',
    card: 'Jeg kan sende en lenke der du selv legger inn et kort. Jeg ser ikke nummeret. Vil du det nå?',
    close: 'Du har fått en SMS fra oss på {phoneEnd}. Svar JA, så er alt klart. Takk, {name}.',
  },
};
