/** A Chromium that was found, and how to start it. */
export interface Browser {
  executablePath: string;
  args: string[];
  /** What its environment needs on top of ours: where its libraries and fonts lie. */
  env: Record<string, string>;
  /** False for a headless shell: notifications, push and the install prompt do not exist in it. */
  isFull: boolean;
}
