import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, type Ref } from 'vue';
import { useWaiting } from './use-waiting.ts';

const answer = (state: string) => new Response(JSON.stringify({ result: { data: { state } } }));
const fetchMock = vi.fn<(address: string) => Promise<Response>>();
const reload = vi.fn();

function startWaiting(): { isSlow: Ref<boolean>; stop(): void } {
  let waiting: ReturnType<typeof useWaiting> | undefined;
  const app = createApp({
    setup() {
      waiting = useWaiting({ token: 'k7F2', paymentId: 'pay_1' });
      return () => null;
    },
  });
  app.mount(document.createElement('div'));
  if (!waiting) throw new Error('the app did not start');
  return { isSlow: waiting.isSlow, stop: () => app.unmount() };
}

describe('useWaiting', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    fetchMock.mockReset();
    reload.mockReset();
    vi.stubGlobal('fetch', fetchMock);
    vi.spyOn(location, 'reload').mockImplementation(reload);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('asks for its own payment, and loads the page anew once the bank has answered', async () => {
    fetchMock.mockImplementation(async () => answer('checking'));
    const { stop } = startWaiting();
    await vi.advanceTimersByTimeAsync(2_000);
    const [address] = fetchMock.mock.calls[0] ?? [];
    expect(decodeURIComponent(address ?? '')).toBe(
      '/trpc/payment.state?input={"token":"k7F2","paymentId":"pay_1"}',
    );
    expect(reload).not.toHaveBeenCalled();

    fetchMock.mockImplementation(async () => answer('settled'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reload).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(fetchMock).toHaveBeenCalledTimes(2);
    stop();
  });

  it.each([
    ['a refusal', async () => answer('declined'), 1],
    ['an answer it does not know', async () => answer('shrug'), 0],
    ['an error of the server', async () => new Response('', { status: 500 }), 0],
    ['no connection', async () => Promise.reject(new TypeError('offline')), 0],
  ])('takes %s for what it is', async (_, respond, reloads) => {
    fetchMock.mockImplementation(respond);
    const { stop } = startWaiting();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reload).toHaveBeenCalledTimes(reloads);
    stop();
  });

  it('asks ever more rarely, and says so when it takes long', async () => {
    fetchMock.mockImplementation(async () => answer('checking'));
    const { isSlow, stop } = startWaiting();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(isSlow.value).toBe(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(isSlow.value).toBe(true);
    const asked = fetchMock.mock.calls.length;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(fetchMock.mock.calls.length - asked).toBeLessThanOrEqual(25);
    stop();
  });

  it('rests while the page is out of sight, and asks at once when it is back', async () => {
    fetchMock.mockImplementation(async () => answer('checking'));
    const { stop } = startWaiting();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetchMock).not.toHaveBeenCalled();
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(fetchMock).toHaveBeenCalledTimes(1);
    stop();
  });

  it('stops asking when the page is left', async () => {
    fetchMock.mockImplementation(async () => answer('checking'));
    startWaiting().stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetchMock).not.toHaveBeenCalled();
  });
});
