import { type Component, createApp, h } from 'vue';

/** Mounts one component with its props and slots, and gives the element it rendered; a warning of Vue's is a failure. */
export function mount(
  component: Component,
  props: Record<string, unknown> = {},
  slots: Record<string, () => unknown> = {},
): HTMLElement {
  const root = document.createElement('div');
  const app = createApp({ render: () => h(component, props, slots) });
  app.config.warnHandler = (message) => {
    throw new Error(message);
  };
  app.mount(root);
  return root;
}
