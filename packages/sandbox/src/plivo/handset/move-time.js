import { ask, known, noteMove } from './connect.js';
import { countDays } from './format-time.js';

/**
 * Asks for time to go by, and keeps `known.move` up with how far it is: `{ words, share }` on the way, with `share` from 0
 * to 1; `{ words }` at the end, which also says why where it did not.
 */
export async function moveTime(order) {
  if (known.move?.share !== undefined) return;
  noteMove({ words: 'Time goes by', share: 0 });
  try {
    const response = await ask('POST', 'clock/move', order, readLines);
    noteMove({ words: sayEnd(response) });
  } catch (error) {
    noteMove({ words: error.message });
  }
}

const refusals = {
  BACKWARDS: 'Time goes forward only.',
  TOO_FAR: 'That is too far away.',
  NOT_RUNNING: 'The account’s server does not go by this clock. Is all of it running?',
  MOVING: 'Time is being moved already.',
  BUSY: 'The account’s server is busy. Time stands where it was.',
};

function sayEnd(answer) {
  if (answer?.kind === 'refused') return refusals[answer.refusal] ?? 'Time was not moved.';
  if (answer?.texts === undefined) return '';
  return answer.texts === 0 ? 'No text went out meanwhile.' : `${sayTexts(answer.texts)} went out meanwhile.`;
}

/** Reads a line of JSON per step; gives back the last one. */
async function readLines(response) {
  if (!response.headers.get('content-type')?.includes('ndjson')) return response.json();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let last;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return last ?? { kind: 'refused' };
    const lines = (rest + value).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      last = JSON.parse(line);
      if (last.kind === 'moving')
        noteMove({ words: sayWay(last), share: last.movedMs / Math.max(1, last.ofMs) });
    }
  }
}

function sayWay({ movedMs, ofMs, texts }) {
  const day = countDays(movedMs);
  const days = Math.ceil(ofMs / 86_400_000);
  return days > 1 ? `Day ${day} of ${days} · ${sayTexts(texts)}` : sayTexts(texts);
}

function sayTexts(count) {
  return count === 1 ? '1 text' : `${count} texts`;
}
