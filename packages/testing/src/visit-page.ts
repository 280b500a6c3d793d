import type { PortalPage, PortalView } from '@kvitt/api/portal/page';

export interface PageVisit {
  status: number;
  headers: Headers;
  /** Where the answer sends the browser, on our own origin; empty where it does not. */
  location: string;
  /** What the page was given; undefined where the answer is no page. */
  page: PortalPage | undefined;
  /** The answer word for word. */
  body: string;
}

/** Opens a page of the portal as a browser would, without following where it leads. */
export async function visitPage(url: string, init: RequestInit = {}): Promise<PageVisit> {
  const answer = await fetch(url, { redirect: 'manual', ...init });
  const body = await answer.text();
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') && body.startsWith('{');
  const location = answer.headers.get('location');
  return {
    status: answer.status,
    headers: answer.headers,
    location: location ? new URL(location, url).href : '',
    page: isPage ? (JSON.parse(body) as PortalPage) : undefined,
    body,
  };
}

/** The view of a page where it is of the given kind; throws, naming what is there instead, where it is not. */
export function viewOf<K extends PortalView['kind']>(
  visit: PageVisit,
  kind: K,
): Extract<PortalView, { kind: K }> {
  const view = visit.page?.view;
  if (view?.kind !== kind) throw new Error(`a page of "${view?.kind ?? visit.status}", not of "${kind}"`);
  return view as Extract<PortalView, { kind: K }>;
}

/** Opens the pay step of a bill's link and sends its form with a card; any field can be changed on the way. */
export async function payOnLink(
  link: string,
  changed: Record<string, string> & { nonce: string },
): Promise<PageVisit> {
  const { bill, pay } = viewOf(await visitPage(`${link}/pay`), 'pay');
  return sendForm(link, {
    paymentId: pay.paymentId,
    statedMinor: String(bill.amountDue.minor),
    ...changed,
  });
}

/** Sends the form of the pay step as it is given. */
export async function sendForm(link: string, fields: Record<string, string>): Promise<PageVisit> {
  return visitPage(`${link}/pay`, { method: 'POST', body: new URLSearchParams(fields) });
}
