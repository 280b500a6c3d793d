const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether it can be an id of ours at all; the database refuses to look for anything else. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
