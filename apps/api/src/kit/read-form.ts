import type { Context } from 'hono';

/**
 * The fields of a form post (or of a query, for GET), each as it came; a field that came twice is a list, so that who
 * reads it can refuse it.
 */
export async function readForm(c: Context): Promise<Record<string, string | string[]>> {
  const raw = c.req.method === 'GET' ? new URL(c.req.url).search : await c.req.text();
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(raw)) {
    const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (before === undefined) fields[name] = value;
    else if (typeof before === 'string') fields[name] = [before, value];
    // A stranger's form may hold one name thousands of times, so the list is not copied for each.
    else before.push(value);
  }
  return fields;
}
