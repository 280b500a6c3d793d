import { buildElement, buildIcon } from './build-element.js';
import { known, threadOf } from './connect.js';
import { formatClock, formatRelativeDay, startOfDay } from './format-time.js';
import { meaningOf, placeOf, timeOf } from './read-text.js';
import { splitLinks } from './split-links.js';

/** A pause longer than this puts the time above the next text. */
const pauseMs = 60 * 60_000;

/**
 * Draws the texts of a thread into `log`, changing only what has changed, so that a screen reader hears the new ones
 * alone and nothing moves twice. `openLink(href)` is called for a plain click on a link.
 */
export function drawThread(log, person, peer, openLink) {
  const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  const texts = threadOf(person, peer);
  const shown = texts.filter((text) => placeOf(text) !== 'coming');
  const drawn = new Map([...log.children].map((child) => [child.dataset.key, child]));
  const wanted = shown.flatMap((text, index) => [
    ...separatorBefore(text, shown[index - 1]),
    messageItem(text, index === lastOwn(shown)),
  ]);
  if (texts.some((text) => placeOf(text) === 'coming')) wanted.push(typingItem());
  wanted.forEach((item, index) => {
    const before = drawn.get(item.key);
    const element = before?.dataset.version === item.version ? before : item.build(openLink);
    element.dataset.key = item.key;
    element.dataset.version = item.version;
    if (before && before !== element) {
      element.style.animation = 'none';
      before.replaceWith(element);
    }
    if (log.children[index] !== element) log.insertBefore(element, log.children[index] ?? null);
  });
  while (log.children.length > wanted.length) log.lastChild.remove();
  if (isAtEnd) log.scrollTop = log.scrollHeight;
}

/** Ticks stand under the last text that the person sent, and under any that was not taken. */
function lastOwn(shown) {
  return shown.findLastIndex((text) => text.direction === 'inbound');
}

function separatorBefore(text, previous) {
  const at = timeOf(text);
  if (previous && at - timeOf(previous) < pauseMs && startOfDay(at) === startOfDay(timeOf(previous)))
    return [];
  const words = `${formatRelativeDay(at, known.now)} ${formatClock(at)}`;
  return [
    { key: `day ${text.uuid}`, version: words, build: () => buildElement('p', { className: 'day' }, words) },
  ];
}

function messageItem(text, isLastOwn) {
  const attempt = known.attempts.get(text.uuid);
  const caption = captionOf(text, isLastOwn, attempt);
  return {
    key: text.uuid,
    version: `${placeOf(text)} ${caption?.words ?? ''}`,
    build: (openLink) =>
      buildElement(
        'div',
        {
          className: 'message',
          'data-side': text.direction === 'inbound' ? 'out' : 'in',
          'data-lost': placeOf(text) === 'lost',
        },
        buildElement(
          'p',
          { className: 'bubble' },
          buildElement('span', { className: 'visually-hidden' }, text.direction === 'inbound' ? 'You: ' : ''),
          ...text.media.map((src) => buildElement('img', { src, alt: 'Picture' })),
          ...splitLinks(text.text, known.view.linkOrigins).map((piece) => pieceOf(piece, openLink)),
        ),
        caption &&
          buildElement(
            'p',
            { className: 'caption', 'data-tone': caption.tone },
            caption.icon ? buildIcon(caption.icon) : null,
            caption.words,
          ),
      ),
  };
}

function pieceOf(piece, openLink) {
  if (!piece.href) return piece.text;
  return buildElement(
    'a',
    {
      href: piece.href,
      target: '_blank',
      rel: 'noopener',
      onclick: (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        openLink(piece.href);
      },
    },
    piece.text,
  );
}

function captionOf(text, isLastOwn, attempt) {
  const place = placeOf(text);
  if (place === 'lost') {
    return {
      icon: 'lost',
      tone: 'bad',
      words: `Never came: ${meaningOf(text.errorCode)} (${text.errorCode})`,
    };
  }
  if (text.origin === 'automatic') return { words: 'Answered by Plivo itself' };
  if (place === 'refused') return { icon: 'lost', tone: 'bad', words: 'Never taken by the account’s server' };
  if (place === 'sent' && attempt?.againAt) {
    return {
      icon: 'lost',
      tone: 'bad',
      words: `Not taken (${attempt.answer}), again ${formatClock(attempt.againAt)}`,
    };
  }
  if (!isLastOwn) return null;
  if (place === 'sent') return { icon: 'sent', words: 'Sent' };
  if (place === 'taken') return { icon: 'taken', tone: 'taken', words: 'Delivered' };
  return null;
}

function typingItem() {
  return {
    key: 'typing',
    version: '',
    build: () =>
      buildElement(
        'div',
        { className: 'typing' },
        buildElement('span', { className: 'visually-hidden' }, 'A text is on its way'),
        ...[1, 2, 3].map(() => buildElement('i')),
      ),
  };
}
