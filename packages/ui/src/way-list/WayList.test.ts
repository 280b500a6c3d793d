import { describe, expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import WayList from './WayList.vue';

describe('WayList', () => {
  it('gives each way a link over its whole row, with what stands there now', () => {
    const ways = [
      { href: '/abc/date', label: 'Choose a day', hint: 'Until December 12' },
      { href: '/abc/thread', label: 'Questions' },
    ];
    const links = [...mount(WayList, { ways }).querySelectorAll('li > a')];
    expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['/abc/date', 'Choose a dayUntil December 12'],
      ['/abc/thread', 'Questions'],
    ]);
  });
});
