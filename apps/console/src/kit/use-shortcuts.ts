import { onMounted, onUnmounted, reactive } from 'vue';

export interface Shortcut {
  /** One key, two in a row ("g i"), or one with the command key ("meta+k", Ctrl where there is none). */
  keys: string;
  /** The key of its words in the messages. */
  words: string;
  act(): unknown;
  /** Also while something is being typed. */
  isAlways?: boolean;
}

/** What can be pressed now, by the part of the screen that listens; read by the sheet that shows it. */
export const shortcuts: Record<string, Shortcut[]> = reactive({});

/** A first key waits this long for its second. */
const WAIT_MS = 1_000;

let first: { key: string; at: number } | undefined;

/** Makes keys do something for as long as the calling component is on the page. */
export function useShortcuts(room: string, list: Shortcut[]): void {
  onMounted(() => {
    if (Object.keys(shortcuts).length === 0) document.addEventListener('keydown', hear);
    shortcuts[room] = list;
  });
  onUnmounted(() => {
    delete shortcuts[room];
    if (Object.keys(shortcuts).length === 0) document.removeEventListener('keydown', hear);
  });
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const isCommand = event.metaKey || event.ctrlKey;
  const key = isCommand ? `meta+${event.key.toLowerCase()}` : event.key.toLowerCase();
  const pair = first && event.timeStamp - first.at < WAIT_MS ? `${first.key} ${key}` : undefined;
  first = { key, at: event.timeStamp };
  const isTyping = isEditable(event.target);
  // What stands last is nearest to the work, and goes first.
  const all = Object.values(shortcuts).flat().reverse();
  const found =
    all.find(({ keys }) => keys === pair) ??
    all.find(({ keys, isAlways }) => keys === key && (isCommand || isAlways || !isTyping));
  if (!found || (isTyping && !isCommand && !found.isAlways)) return;
  if (isDialogOpen() && !isCommand) return;
  event.preventDefault();
  found.act();
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog], [role=menu]') !== null;
}
