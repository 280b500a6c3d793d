/** What a saved reply may name, in the customer's words. */
export interface ReplyFacts {
  firstName: string;
  agentName: string;
  billerName: string;
  /** With its sign; empty where nothing is due. */
  amountDue: string;
  dueOn: string;
}

/** What stands in braces in saved words; the link is made when the text is sent. */
export const REPLY_VARIABLES = [
  'firstName',
  'agentName',
  'billerName',
  'amountDue',
  'dueOn',
  'link',
] as const;

export function isReplyVariable(name: string): boolean {
  return (REPLY_VARIABLES as readonly string[]).includes(name);
}

/** Puts the caller's facts into a saved reply. A name that it does not know stays as it is, for the agent to see. */
export function fillReply(body: string, facts: ReplyFacts): string {
  return body.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(facts, name) ? facts[name as keyof ReplyFacts] : whole,
  );
}
