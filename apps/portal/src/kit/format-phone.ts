/** A North American number in the way it is dialled, `(312) 555‑0142`, never broken at the end of a line; any other as the biller wrote it. */
export function formatPhone(phone: string): string {
  const match = /^\+?1?[ -]?\(?([2-9]\d{2})\)?[ -.]?(\d{3})[ -.]?(\d{4})$/.exec(phone.trim());
  return match ? `(${match[1]})\u00a0${match[2]}\u2011${match[3]}` : phone;
}
