export type Language = 'en' | 'es' | 'de' | 'sv' | 'nb';

interface Said {
  title: string;
  what: string;
  back: string;
}

interface Words {
  offline: string;
  waiting: string;
  queued: Said;
  'no-charge': Said;
  nothing: Said;
}

/** What the portal says where there is no connection. */
export const WORDS: Record<Language, Words> = {
  en: {
    offline: 'You are offline. Showing what was saved on {when}.',
    waiting: 'Waiting to be sent: {count}.',
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
    nothing: {
      title: 'You are offline',
      what: 'This page was not saved on this phone. Open it again when you are online.',
      back: 'Try again',
    },
  },
  es: {
    offline: 'No tiene conexión. Esto se guardó el {when}.',
    waiting: 'Por enviar: {count}.',
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
    nothing: {
      title: 'No tiene conexión',
      what: 'Esta página no se guardó en este teléfono. Ábrala otra vez cuando tenga conexión.',
      back: 'Intentar otra vez',
    },
  },
  de: {
    offline: 'Sie sind offline. Gespeichert am {when}.',
    waiting: 'Noch zu senden: {count}.',
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
    nothing: {
      title: 'Sie sind offline',
      what: 'Diese Seite ist auf diesem Gerät nicht gespeichert. Öffnen Sie sie, wenn Sie wieder online sind.',
      back: 'Noch einmal versuchen',
    },
  },
  sv: {
    offline: 'Du är inte uppkopplad. Det här sparades {when}.',
    waiting: 'Väntar på att skickas: {count}.',
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
    nothing: {
      title: 'Du är inte uppkopplad',
      what: 'Sidan är inte sparad i den här telefonen. Öppna den igen när du är uppkopplad.',
      back: 'Försök igen',
    },
  },
  nb: {
    offline: 'Du er ikke på nett. Dette ble lagret {when}.',
    waiting: 'Venter på å bli sendt: {count}.',
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
    nothing: {
      title: 'Du er ikke på nett',
      what: 'Siden er ikke lagret på denne telefonen. Åpne den igjen når du er på nett.',
      back: 'Prøv igjen',
    },
  },
};
