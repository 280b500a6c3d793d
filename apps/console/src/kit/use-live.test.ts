import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useLive } from './use-live.ts';

/** A connection that a test opens, and on which it says what the server would. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static made: FakeSource[] = [];
  readyState = 0;
  onopen: (() => void) | undefined;
  onerror: (() => void) | undefined;
  constructor() {
    super();
    FakeSource.made.push(this);
  }
  close(): void {
    this.readyState = FakeSource.CLOSED;
  }
  say(kind: string, data: object): void {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data) }));
  }
}

/** Where the browser says that it has a connection, and that it has none. */
let page = new EventTarget();
const newest = () => FakeSource.made.at(-1) as FakeSource;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  FakeSource.made = [];
  setActivePinia(createPinia());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('says that the connection is lost where nothing is heard any more, and has all look anew when there is another', () => {
  const live = useLive();
  const heard: string[] = [];
  live.on('reset', () => heard.push('reset'));
  live.on('desk', () => heard.push('desk'));
  newest().onopen?.();
  for (let beat = 0; beat < 4; beat++) {
    vi.advanceTimersByTime(20_000);
    newest().say('beat', {});
  }
  expect([live.state, FakeSource.made.length]).toEqual(['open', 1]);

  const dead = newest();
  vi.advanceTimersByTime(60_000);
  expect([live.state, dead.readyState, FakeSource.made.length]).toEqual(['lost', FakeSource.CLOSED, 2]);
  newest().onopen?.();
  newest().say('desk', {});
  expect([live.state, heard]).toEqual(['open', ['reset', 'desk']]);
  live.close();
});

it('says at once that the browser has no connection, and comes back as soon as it has one', () => {
  const live = useLive();
  live.on('reset', () => undefined);
  newest().onopen?.();
  page.dispatchEvent(new Event('offline'));
  expect(live.state).toBe('lost');
  page.dispatchEvent(new Event('online'));
  newest().onopen?.();
  expect(live.state).toBe('open');
  live.close();
});

it('leaves alone who has signed out', () => {
  const live = useLive();
  live.on('reset', () => undefined);
  newest().onopen?.();
  live.close();
  page.dispatchEvent(new Event('online'));
  expect([live.state, FakeSource.made.length]).toEqual(['closed', 1]);
});

it('says so too where the browser loses its connection before the stream was open', () => {
  const live = useLive();
  live.on('desk', () => {});
  const dead = newest();
  page.dispatchEvent(new Event('offline'));
  expect([live.state, dead.readyState, FakeSource.made.length]).toEqual(['lost', FakeSource.CLOSED, 2]);
  newest().onopen?.();
  expect(live.state).toBe('open');
  live.close();
});
