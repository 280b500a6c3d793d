import type { Directive } from 'vue';

/**
 * Names the list of the library's command palette within this element: the library has no way of being told, and screen
 * readers say it.
 */
export const vNameList: Directive<HTMLElement, string> = {
  mounted: (root, { value }) => root.querySelector('[role=listbox]')?.setAttribute('aria-label', value),
};
