import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Intent } from '../src/conversation/intent.ts';
import { readIntent } from '../src/conversation/read-intent.ts';

/**
 * 2,413 texts that people wrote to each other, none of them to a biller (UCI SMS Spam Collection, half of its ham). They
 * are kept outside the repository; `KVITT_SHARED` names the file, or the folder that holds `data/sms-texts.txt`.
 */
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const named = env.KVITT_SHARED ?? resolve(repository, '../shared');
const file = named.endsWith('.txt') ? named : resolve(named, 'data/sms-texts.txt');
const hasTexts = existsSync(file);
const name = hasTexts
  ? 'neither mutes nor charges anyone on what people write to each other, nor takes a promise from them'
  : `neither mutes nor charges anyone on ordinary texts (SKIPPED: ${file} is not here)`;

/** Every one of them that is read as anything but a text for a person, known by words of it, and why that is right. */
const EXCEPTIONS: readonly [kind: Intent['kind'], words: string, why: string][] = [
  ['opt-out', 'Please do not contact me again', 'it says so, and a person would take it so'],
  ['agent', 'Good Morning plz call me sir', 'it asks to be called'],
  ['continue', 'Now that you have started dont stop', 'it asks not to stop'],
  ['review-hold', 'I know you are thinkin malaria', '"stop" in a sentence about an illness: a person tells'],
  ['review-hold', 'STOP VIOLENCE AGAINST WOMEN', 'a sentence that begins with STOP'],
  [
    'review-hold',
    'Good evening Sir, hope you are having a nice day',
    '"end of the month" and "stop" in a letter about rent',
  ],
  ['review-hold', "no, i *didn't* mean to post it", '"then stop" in a story'],
  ['review-hold', 'Coz if we end at cine', '"end" as a verb'],
  ['review-hold', "I dun thk i'll quit yet", '"quit" as a verb'],
  ['review-hold', "u don't care enough to stop me", '"stop me"'],
  ['review-hold', 'Sir, I have been late in paying rent', 'the same letter about rent, shorter'],
  [
    'review-hold',
    'Stop calling everyone saying I might have cancer',
    'it asks to stop calling, though others',
  ],
  ['review-hold', 'hoping to end the night with a burn', '"end" as a verb'],
  ['review-hold', 'I would start the day and end it with her', '"end" as a verb'],
  ['review-hold', 'Stop the story', 'a sentence that begins with "stop"'],
  ['review-hold', 'And stop wondering "wow is she ever going to stop', '"stop" twice'],
];

it.skipIf(!hasTexts)(name, () => {
  const texts = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const read = texts.flatMap((text) => {
    const { kind } = readIntent(text);
    return kind === 'free-text' ? [] : [{ kind, text }];
  });
  const unknown = read.filter(
    ({ kind, text }) => !EXCEPTIONS.some(([expected, words]) => expected === kind && text.includes(words)),
  );
  expect(unknown).toEqual([]);
  expect(read).toHaveLength(EXCEPTIONS.length);

  const moving: Intent['kind'][] = ['pay', 'pay-now', 'pay-amount', 'pay-several', 'yes', 'promise', 'undo'];
  expect(read.filter(({ kind }) => moving.includes(kind))).toEqual([]);
});
