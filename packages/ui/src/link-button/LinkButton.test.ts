import { describe, expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import LinkButton from './LinkButton.vue';

describe('LinkButton', () => {
  it.each([
    [{ href: 'tel:+1' }, 'a', 'href', 'tel:+1'],
    [{}, 'button', 'type', 'button'],
  ])('renders %o as %s', (props, tag, name, value) => {
    const element = mount(LinkButton, props, { default: () => 'Call' }).querySelector('.link-button');
    expect(element?.localName).toBe(tag);
    expect(element?.getAttribute(name)).toBe(value);
    expect(element?.textContent).toBe('Call');
  });
});
