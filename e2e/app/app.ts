/** The Kvitt that the tests have running: as `npm start` brings it up, on ports and data of its own. */
export interface App {
  dataFolder: string;
  databaseUrl: string;
  port: number;
  /** Origins: the portal with the API, the handset with the carrier's controls, the card processor. */
  portal: string;
  handset: string;
  cards: string;
}

const VARIABLE = 'KVITT_E2E_APP';

/** Leaves word of the running application to the processes that tests run in. */
export function announceApp(app: App): void {
  process.env[VARIABLE] = JSON.stringify(app);
}

export function readApp(): App {
  const told = process.env[VARIABLE];
  if (told === undefined) throw new Error('the global setup has not started Kvitt');
  return JSON.parse(told);
}
