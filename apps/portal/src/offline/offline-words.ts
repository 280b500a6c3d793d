export interface OfflineWords {
  update: string;
  useIt: string;
  install: string;
  installButton: string;
  installOnIphone: string;
  sent: string;
  refused: string;
  lost: string;
  look: string;
  close: string;
}

/** What the script says that keeps pages and offers to install them, by the language of the page. */
export const OFFLINE_WORDS: Record<string, OfflineWords> = {
  en: {
    update: 'A newer version of this page is ready.',
    useIt: 'Load it',
    install: 'Keep your bills at hand, also without a connection.',
    installButton: 'Put on the home screen',
    installOnIphone:
      'Keep your bills at hand: press the share button of the browser, then “Add to Home Screen”.',
    sent: 'What you wrote while you were offline has been sent.',
    refused: 'Something that waited for a connection could not be taken. Look at it again.',
    lost: 'Something that you wrote without a connection waited for more than a week and was not sent. Write it again if it still matters.',
    look: 'Look',
    close: 'Close',
  },
  es: {
    update: 'Hay una versión más nueva de esta página.',
    useIt: 'Cargarla',
    install: 'Tenga sus facturas a mano, también sin conexión.',
    installButton: 'Poner en la pantalla de inicio',
    installOnIphone:
      'Tenga sus facturas a mano: pulse el botón de compartir del navegador y luego «Añadir a pantalla de inicio».',
    sent: 'Lo que escribió sin conexión se ha enviado.',
    refused: 'Algo que esperaba conexión no se pudo aceptar. Mírelo otra vez.',
    lost: 'Algo que escribió sin conexión esperó más de una semana y no se envió. Escríbalo otra vez si aún importa.',
    look: 'Ver',
    close: 'Cerrar',
  },
  de: {
    update: 'Eine neuere Version dieser Seite ist da.',
    useIt: 'Laden',
    install: 'Ihre Rechnungen immer zur Hand, auch ohne Verbindung.',
    installButton: 'Auf den Startbildschirm',
    installOnIphone:
      'Ihre Rechnungen immer zur Hand: Tippen Sie im Browser auf Teilen, dann auf „Zum Home-Bildschirm“.',
    sent: 'Was Sie offline geschrieben haben, ist gesendet.',
    refused:
      'Etwas, das auf eine Verbindung wartete, konnte nicht angenommen werden. Sehen Sie es noch einmal an.',
    lost: 'Etwas, das Sie ohne Verbindung geschrieben haben, wartete mehr als eine Woche und wurde nicht gesendet. Schreiben Sie es noch einmal, wenn es noch wichtig ist.',
    look: 'Ansehen',
    close: 'Schließen',
  },
  sv: {
    update: 'Det finns en nyare version av sidan.',
    useIt: 'Ladda den',
    install: 'Ha dina fakturor till hands, också utan uppkoppling.',
    installButton: 'Lägg på hemskärmen',
    installOnIphone:
      'Ha dina fakturor till hands: tryck på dela i webbläsaren och sedan på ”Lägg till på hemskärmen”.',
    sent: 'Det du skrev utan uppkoppling är skickat.',
    refused: 'Något som väntade på uppkoppling kunde inte tas emot. Titta på det igen.',
    lost: 'Något som du skrev utan uppkoppling väntade mer än en vecka och skickades inte. Skriv det igen om det fortfarande är viktigt.',
    look: 'Titta',
    close: 'Stäng',
  },
  nb: {
    update: 'Det finnes en nyere versjon av siden.',
    useIt: 'Last den',
    install: 'Ha fakturaene for hånden, også uten nett.',
    installButton: 'Legg på hjemskjermen',
    installOnIphone:
      'Ha fakturaene for hånden: trykk på del i nettleseren og så på «Legg til på Hjem-skjerm».',
    sent: 'Det du skrev uten nett, er sendt.',
    refused: 'Noe som ventet på nett, kunne ikke tas imot. Se på det igjen.',
    lost: 'Noe du skrev uten nett, ventet i mer enn en uke og ble ikke sendt. Skriv det igjen hvis det fortsatt er viktig.',
    look: 'Se',
    close: 'Lukk',
  },
};
