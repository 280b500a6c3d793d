/** An application of the account: where what comes in on its numbers is posted. */
export interface Application {
  id: string;
  name: string;
  messageUrl: string;
  messageMethod: 'POST' | 'GET';
  answerUrl: string;
  answerMethod: string;
  hangupUrl: string;
  hangupMethod: string;
  fallbackAnswerUrl: string;
  fallbackMethod: string;
  logsIncoming: boolean;
  isDefault: boolean;
  subaccount: string | null;
}

export interface Subaccount {
  authId: string;
  authToken: string;
  name: string;
  isEnabled: boolean;
  createdAt: number;
  modifiedAt: number | null;
}

/** A file for picture messages. Its bytes stay in memory and are gone after a restart. */
export interface MediaFile {
  id: string;
  name: string;
  contentType: string;
  size: number;
  url: string;
  uploadedAt: number;
  /** When it last went out with a text; unused files are dropped after six hours. */
  usedAt: number | null;
}

/** What the account changed of a number that it rents. */
export interface NumberLink {
  alias?: string;
  /** Null where the number was taken off every application. */
  applicationId?: string | null;
  subaccount?: string | null;
}
