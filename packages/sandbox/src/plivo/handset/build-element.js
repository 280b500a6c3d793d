/**
 * A DOM element in one call. Text always becomes a text node: what people and billers write is never read as markup.
 * Properties that begin with `on` are listeners, `data-`, `aria-` and the like attributes, the rest DOM properties;
 * null, undefined and false leave an attribute out.
 */
export function buildElement(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key in element && !key.includes('-')) element[key] = value;
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(key, String(value));
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

const paths = {
  back: 'M15 5l-7 7 7 7',
  send: 'M12 19V6M6 11l6-6 6 6',
  beside: 'M4 5h6v14H4zM14 5h6v14h-6z',
  add: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  reload: 'M19 12a7 7 0 1 1-2-5M19 4v4h-4',
  outside: 'M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  carrier: 'M4 20V9M10 20V5M16 20v-8M4 4l16 16',
  down: 'M6 9l6 6 6-6',
  sent: 'M5 12.5l4.5 4.5L19 7.5',
  taken: 'M2.5 12.5L7 17l9.5-9.5M12 16l1 1 9-9.5',
  lost: 'M12 8v5M12 16.5v.01M12 3.5l9 16H3z',
  clock: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
};

/** One of the page's icons; says nothing to a screen reader, so its button needs a label. */
export function buildIcon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
