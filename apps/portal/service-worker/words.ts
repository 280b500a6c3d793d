export type Language = 'en' | 'es' | 'de' | 'sv' | 'nb';

interface Said {
  title: string;
  what: string;
  back: string;
}

/** Pages of our own. */
export type Says = Record<'queued' | 'no-charge' | 'no-change' | 'not-kept' | 'no-share' | 'nothing', Said>;

interface Words extends Says {
  offline: string;
  waiting: string;
  /** What waits, one by one; `{words}` are the customer's own. */
  kinds: Record<'thread' | 'promise' | 'card', string>;
}

/** What the portal says where there is no connection. */
export const WORDS: Record<Language, Words> = {
  en: {
    offline: 'You are offline. Showing what was saved on {when}.',
    waiting: 'Waiting to be sent: {count}.',
    kinds: {
      thread: 'Your question: “{words}”',
      promise: 'A day to pay: {words}',
      card: 'Your answer: {words} of 10',
    },
    queued: {
      title: 'Saved, and sent when you are online',
      what: 'There is no connection now. What you wrote waits on this phone and is sent once, by itself.',
      back: 'Back',
    },
    'no-charge': {
      title: 'You are offline: a payment does not wait',
      what: 'We keep no payment to send it later, because you would not know when it happens. Open your bill again when you are online: it shows whether anything was paid, and no bill is charged twice.',
      back: 'Back',
    },
    'no-change': {
      title: 'You are offline: this was not sent',
      what: 'Questions, a day to pay and answers wait here until there is a connection. For this, open the page again when you are online.',
      back: 'Back',
    },
    'not-kept': {
      title: 'You are offline: this was not sent, and could not be kept',
      what: 'There is no room on this phone, or your account is closed on this browser. Copy what you wrote from here, and send it when you are online.',
      back: 'Back',
    },
    'no-share': {
      title: 'Open your bill first',
      what: 'Open the link from our text and show that it is you, then share the picture again. It was not kept.',
      back: 'Back',
    },
    nothing: {
      title: 'You are offline',
      what: 'This page was not saved on this phone. Open it again when you are online.',
      back: 'Try again',
    },
  },
  es: {
    offline: 'No tiene conexión. Esto se guardó el {when}.',
    waiting: 'Por enviar: {count}.',
    kinds: {
      thread: 'Su pregunta: «{words}»',
      promise: 'Un día para pagar: {words}',
      card: 'Su respuesta: {words} de 10',
    },
    queued: {
      title: 'Guardado; se envía cuando haya conexión',
      what: 'Ahora no hay conexión. Lo que escribió espera en este teléfono y se envía solo, una vez.',
      back: 'Volver',
    },
    'no-charge': {
      title: 'No tiene conexión: un pago no espera',
      what: 'No guardamos un pago para enviarlo más tarde, porque usted no sabría cuándo ocurre. Abra su factura otra vez cuando tenga conexión: muestra si algo se pagó, y ninguna factura se cobra dos veces.',
      back: 'Volver',
    },
    'no-change': {
      title: 'No tiene conexión: esto no se envió',
      what: 'Las preguntas, un día para pagar y las respuestas esperan aquí hasta que haya conexión. Para esto, abra la página otra vez cuando la tenga.',
      back: 'Volver',
    },
    'not-kept': {
      title: 'No tiene conexión: esto no se envió ni se pudo guardar',
      what: 'No hay sitio en este teléfono, o su cuenta está cerrada en este navegador. Copie de aquí lo que escribió y envíelo cuando tenga conexión.',
      back: 'Volver',
    },
    'no-share': {
      title: 'Abra primero su factura',
      what: 'Abra el enlace de nuestro mensaje y muestre que es usted; luego comparta la imagen otra vez. No se guardó.',
      back: 'Volver',
    },
    nothing: {
      title: 'No tiene conexión',
      what: 'Esta página no se guardó en este teléfono. Ábrala otra vez cuando tenga conexión.',
      back: 'Intentar otra vez',
    },
  },
  de: {
    offline: 'Sie sind offline. Gespeichert am {when}.',
    waiting: 'Noch zu senden: {count}.',
    kinds: {
      thread: 'Ihre Frage: „{words}“',
      promise: 'Ein Tag zum Zahlen: {words}',
      card: 'Ihre Antwort: {words} von 10',
    },
    queued: {
      title: 'Gespeichert; gesendet, sobald Sie online sind',
      what: 'Gerade gibt es keine Verbindung. Was Sie geschrieben haben, wartet auf diesem Gerät und wird von selbst einmal gesendet.',
      back: 'Zurück',
    },
    'no-charge': {
      title: 'Sie sind offline: Eine Zahlung wartet nicht',
      what: 'Wir heben keine Zahlung für später auf, denn Sie wüssten nicht, wann sie geschieht. Öffnen Sie die Rechnung, wenn Sie online sind: Sie zeigt, ob etwas bezahlt ist, und keine Rechnung wird doppelt abgebucht.',
      back: 'Zurück',
    },
    'no-change': {
      title: 'Sie sind offline: Das wurde nicht gesendet',
      what: 'Fragen, ein Tag zum Zahlen und Antworten warten hier, bis es eine Verbindung gibt. Hierfür öffnen Sie die Seite noch einmal, wenn Sie online sind.',
      back: 'Zurück',
    },
    'not-kept': {
      title: 'Sie sind offline: Das wurde nicht gesendet und konnte nicht aufgehoben werden',
      what: 'Auf diesem Telefon ist kein Platz, oder Ihr Konto ist in diesem Browser geschlossen. Kopieren Sie hier, was Sie geschrieben haben, und senden Sie es, wenn Sie online sind.',
      back: 'Zurück',
    },
    'no-share': {
      title: 'Öffnen Sie zuerst Ihre Rechnung',
      what: 'Öffnen Sie den Link aus unserer SMS und zeigen Sie, dass Sie es sind; teilen Sie das Bild dann noch einmal. Es wurde nicht aufgehoben.',
      back: 'Zurück',
    },
    nothing: {
      title: 'Sie sind offline',
      what: 'Diese Seite ist auf diesem Gerät nicht gespeichert. Öffnen Sie sie, wenn Sie wieder online sind.',
      back: 'Noch einmal versuchen',
    },
  },
  sv: {
    offline: 'Du är inte uppkopplad. Det här sparades {when}.',
    waiting: 'Väntar på att skickas: {count}.',
    kinds: {
      thread: 'Din fråga: ”{words}”',
      promise: 'En dag att betala: {words}',
      card: 'Ditt svar: {words} av 10',
    },
    queued: {
      title: 'Sparat, och skickas när du är uppkopplad',
      what: 'Just nu finns ingen anslutning. Det du skrev väntar i telefonen och skickas av sig självt, en gång.',
      back: 'Tillbaka',
    },
    'no-charge': {
      title: 'Du är inte uppkopplad: en betalning väntar inte',
      what: 'Vi sparar ingen betalning för att skicka den senare, för du skulle inte veta när den sker. Öppna fakturan när du är uppkopplad: den visar om något är betalt, och ingen faktura dras två gånger.',
      back: 'Tillbaka',
    },
    'no-change': {
      title: 'Du är inte uppkopplad: det här skickades inte',
      what: 'Frågor, en dag att betala och svar väntar här tills det finns en anslutning. För det här, öppna sidan igen när du är uppkopplad.',
      back: 'Tillbaka',
    },
    'not-kept': {
      title: 'Du är inte uppkopplad: det här skickades inte och kunde inte sparas',
      what: 'Det finns ingen plats i telefonen, eller så är ditt konto stängt i den här webbläsaren. Kopiera härifrån det du skrev, och skicka det när du är uppkopplad.',
      back: 'Tillbaka',
    },
    'no-share': {
      title: 'Öppna fakturan först',
      what: 'Öppna länken i vårt sms och visa att det är du, och dela sedan bilden igen. Den sparades inte.',
      back: 'Tillbaka',
    },
    nothing: {
      title: 'Du är inte uppkopplad',
      what: 'Sidan är inte sparad i den här telefonen. Öppna den igen när du är uppkopplad.',
      back: 'Försök igen',
    },
  },
  nb: {
    offline: 'Du er ikke på nett. Dette ble lagret {when}.',
    waiting: 'Venter på å bli sendt: {count}.',
    kinds: {
      thread: 'Spørsmålet ditt: «{words}»',
      promise: 'En dag å betale: {words}',
      card: 'Svaret ditt: {words} av 10',
    },
    queued: {
      title: 'Lagret, og sendes når du er på nett',
      what: 'Akkurat nå er det ingen forbindelse. Det du skrev, venter på telefonen og sendes av seg selv, én gang.',
      back: 'Tilbake',
    },
    'no-charge': {
      title: 'Du er ikke på nett: en betaling venter ikke',
      what: 'Vi lagrer ingen betaling for å sende den senere, for du ville ikke vite når den skjer. Åpne fakturaen når du er på nett: den viser om noe er betalt, og ingen faktura trekkes to ganger.',
      back: 'Tilbake',
    },
    'no-change': {
      title: 'Du er ikke på nett: dette ble ikke sendt',
      what: 'Spørsmål, en dag å betale og svar venter her til det er forbindelse. For dette, åpne siden igjen når du er på nett.',
      back: 'Tilbake',
    },
    'not-kept': {
      title: 'Du er ikke på nett: dette ble ikke sendt og kunne ikke lagres',
      what: 'Det er ikke plass på telefonen, eller kontoen din er lukket i denne nettleseren. Kopier herfra det du skrev, og send det når du er på nett.',
      back: 'Tilbake',
    },
    'no-share': {
      title: 'Åpne fakturaen først',
      what: 'Åpne lenken i SMS-en vår og vis at det er deg, og del så bildet igjen. Det ble ikke lagret.',
      back: 'Tilbake',
    },
    nothing: {
      title: 'Du er ikke på nett',
      what: 'Siden er ikke lagret på denne telefonen. Åpne den igjen når du er på nett.',
      back: 'Prøv igjen',
    },
  },
};
