/** What an answer was decided on is no longer so; its transaction is rolled back and the text answered anew. */
export class StaleFacts extends Error {}
