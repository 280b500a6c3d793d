import { type PageVisit, visitPage } from './visit-page.ts';

/** A browser with a cookie jar of its own, on one link. */
export interface PortalBrowser {
  get(below?: string): Promise<PageVisit>;
  /** A form in several parts is sent as one, with whatever files it has. */
  post(below: string, fields: Record<string, string> | FormData): Promise<PageVisit>;
  /** What the jar holds, as it would be sent. */
  cookie(): string;
}

/** Opens pages as one browser does, which keeps the cookie that it is given. */
export function openBrowser(link: string): PortalBrowser {
  let jar = '';
  const send = async (below: string, init: RequestInit): Promise<PageVisit> => {
    const visit = await visitPage(`${link}${below}`, { ...init, headers: { cookie: jar } });
    const given = visit.headers.get('set-cookie');
    if (given) jar = given.split(';')[0] ?? '';
    return visit;
  };
  return {
    get: (below = '') => send(below, {}),
    post: (below, fields) =>
      send(below, {
        method: 'POST',
        body: fields instanceof FormData ? fields : new URLSearchParams(fields),
      }),
    cookie: () => jar,
  };
}
