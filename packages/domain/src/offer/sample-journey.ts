import type { Journey } from './journey.ts';

/** A beginning, for a biller to change: a first month, a first year, and what who is glad may do. */
export const SAMPLE_JOURNEY: Journey = {
  cards: [
    {
      kind: 'offer',
      key: 'autopay-early',
      does: 'autopay',
      tenureMonths: { max: 2 },
      priority: 20,
      againAfterDays: 180,
      words: {
        en: {
          title: 'Never think of this bill again',
          body: 'Autopay pays on the due date. We text you a day before, and you can skip a bill.',
          action: 'Set up autopay',
        },
        es: {
          title: 'No vuelvas a pensar en esta factura',
          body: 'El pago automático paga el día del vencimiento. Te avisamos un día antes y puedes saltarte una factura.',
          action: 'Activar pago automático',
        },
        de: {
          title: 'Nie mehr an diese Rechnung denken',
          body: 'Die automatische Zahlung zahlt am Fälligkeitstag. Wir schreiben einen Tag vorher, und eine Rechnung lässt sich auslassen.',
          action: 'Automatische Zahlung einrichten',
        },
        sv: {
          title: 'Slipp tänka på den här räkningen',
          body: 'Autogiro betalar på förfallodagen. Vi skickar ett sms dagen före, och du kan hoppa över en räkning.',
          action: 'Ordna autogiro',
        },
        nb: {
          title: 'Slipp å tenke på denne regningen',
          body: 'Automatisk betaling betaler på forfallsdagen. Vi sender en melding dagen før, og du kan hoppe over en regning.',
          action: 'Sett opp automatisk betaling',
        },
      },
    },
    {
      kind: 'offer',
      key: 'paperless-new',
      does: 'paperless',
      priority: 10,
      againAfterDays: 365,
      words: {
        en: {
          title: 'Leave the paper out',
          body: 'Your bills by text and here, no letters. You can have paper back at any time.',
          action: 'Go paperless',
        },
        es: {
          title: 'Deja el papel',
          body: 'Tus facturas por mensaje y aquí, sin cartas. Puedes volver al papel cuando quieras.',
          action: 'Recibir sin papel',
        },
        de: {
          title: 'Ohne Papier',
          body: 'Ihre Rechnungen per SMS und hier, ohne Briefe. Papier gibt es jederzeit wieder.',
          action: 'Auf Papier verzichten',
        },
        sv: {
          title: 'Slipp pappret',
          body: 'Dina räkningar per sms och här, inga brev. Du kan få papper igen när du vill.',
          action: 'Välj papperslöst',
        },
        nb: {
          title: 'Slipp papiret',
          body: 'Regningene dine på melding og her, ingen brev. Du kan få papir igjen når du vil.',
          action: 'Velg papirløst',
        },
      },
    },
    {
      kind: 'survey',
      key: 'recommend',
      tenureMonths: { min: 3 },
      priority: 10,
      againAfterDays: 365,
      promoterOffer: 'tell-a-friend',
      words: {
        en: { title: 'How likely are you to recommend us to a friend?' },
        es: { title: '¿Qué probabilidad hay de que nos recomiendes a un amigo?' },
        de: { title: 'Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?' },
        sv: { title: 'Hur troligt är det att du rekommenderar oss till en vän?' },
        nb: { title: 'Hvor sannsynlig er det at du anbefaler oss til en venn?' },
      },
    },
    {
      kind: 'offer',
      key: 'tell-a-friend',
      does: 'tell-a-friend',
      isFollowUp: true,
      priority: 0,
      words: {
        en: {
          title: 'Thank you. Know somebody who should join?',
          body: 'We will send you a text that you can pass on.',
          action: 'Send me one',
        },
        es: {
          title: 'Gracias. ¿Conoces a alguien que debería unirse?',
          body: 'Te enviamos un mensaje que puedes reenviar.',
          action: 'Envíenmelo',
        },
        de: {
          title: 'Danke. Kennen Sie jemanden, der dazukommen sollte?',
          body: 'Wir senden Ihnen eine SMS zum Weiterleiten.',
          action: 'SMS zusenden',
        },
        sv: {
          title: 'Tack. Känner du någon som borde vara med?',
          body: 'Vi skickar ett sms som du kan skicka vidare.',
          action: 'Skicka ett till mig',
        },
        nb: {
          title: 'Takk. Kjenner du noen som burde være med?',
          body: 'Vi sender deg en melding som du kan sende videre.',
          action: 'Send meg en',
        },
      },
    },
  ],
};
