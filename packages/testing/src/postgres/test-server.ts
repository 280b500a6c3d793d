/** What the global setup tells the test files. */
export interface TestServer {
  /** Connection string of the server's maintenance database. */
  url: string;
  /** The migrated database to copy. */
  template: string;
  /** How every database of this run is named at its beginning. */
  prefix: string;
}
