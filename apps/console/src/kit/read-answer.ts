/** As the database writes an instant by itself; browsers other than Chrome's read only what ISO 8601 says. */
const INSTANT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)\+00$/;

/** Reads what the server answered, with every instant in it as each browser's `Date` understands one. */
export function readAnswer(json: string): unknown {
  return JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(INSTANT, '$1T$2Z') : value,
  );
}
