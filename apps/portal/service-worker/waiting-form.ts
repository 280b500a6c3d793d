/** What waits for a connection, as far as it can be said in a line. */
export interface WaitingForm {
  kind: 'thread' | 'promise' | 'card';
  /** The question's words, the day, or the number that was chosen. */
  words: string;
}
