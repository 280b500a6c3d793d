/** The Kvitt that the tests have running: as `npm start` brings it up, on ports and data of its own. */
export interface App {
  dataFolder: string;
  databaseUrl: string;
  port: number;
  /** Origins: the portal with the API, the handset with the carrier's controls, the card processor. */
  portal: string;
  handset: string;
  cards: string;
  /** Where the company's own sign-in would answer; nobody listens there until a test does. */
  companyPort: number;
}

const VARIABLE = 'KVITT_E2E_APPS';

/** Leaves word of the running applications to the processes that tests run in: one for each of them. */
export function announceApps(apps: App[]): void {
  process.env[VARIABLE] = JSON.stringify(apps);
}

/** The application that belongs to one process of tests, by its place among those at work (0, 1, …). */
export function readApp(place: number): App {
  const told = process.env[VARIABLE];
  const app = told === undefined ? undefined : (JSON.parse(told) as App[])[place];
  if (app === undefined) throw new Error(`the global setup has started no Kvitt for place ${place}`);
  return app;
}
