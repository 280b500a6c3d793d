/** What is looked at in a browser, for the program of e2e/speed that does it: only tests know the browser. */
export interface Order {
  /** Pages by what they are called, and what a browser is started with to look at them. */
  pages: Record<string, { url: string; browserArgs?: string[] }>;
  /** One of a browser that has proved whose it is, with that browser's cookie. */
  own: { url: string; cookie: string };
}

export interface Speed {
  pages: Record<string, PageSpeed>;
  /** Milliseconds from a second visit without a network until the bill can be read. */
  offlineMs: number[];
}

/** Medians of some runs of Lighthouse. */
export interface PageSpeed {
  lcpMs: number;
  cls: number;
  tbtMs: number;
  kb: number;
  requests: number;
  /** Of what the painting waits for, one after the other: the page itself is the first. */
  roundTrips: number;
  scores: Record<string, number>;
  /** Of the scores below 100, which audits took something off. */
  missed: string[];
}
