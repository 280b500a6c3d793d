/** The element of that id: for scripts of a page that the server wrote with it. */
export function find<Element extends HTMLElement = HTMLElement>(id: string): Element {
  return document.getElementById(id) as Element;
}
