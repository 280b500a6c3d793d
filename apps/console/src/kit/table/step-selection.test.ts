import { describe, expect, it } from 'vitest';
import { readStep, type Standing, type Step, stepSelection, stretchTo } from './step-selection.ts';

const IDS = ['a', 'b', 'c', 'd'];
const NOWHERE: Standing = { at: -1, anchor: -1, chosen: [] };
const walk = (...steps: Step[]) =>
  steps.reduce((standing, step) => stepSelection(IDS, standing, step), NOWHERE);

const key = (name: string, held: Partial<Record<'shiftKey' | 'metaKey' | 'ctrlKey' | 'altKey', true>> = {}) =>
  readStep({ key: name, shiftKey: false, metaKey: false, ctrlKey: false, altKey: false, ...held });

describe('a key in a table', () => {
  it.each([
    ['j', {}, 'next'],
    ['ArrowUp', {}, 'previous'],
    ['J', { shiftKey: true }, 'extend-next'],
    ['ArrowUp', { shiftKey: true }, 'extend-previous'],
    [' ', {}, 'turn'],
    ['x', {}, 'turn'],
    ['a', { metaKey: true }, 'all'],
    ['a', { ctrlKey: true }, 'all'],
    ['Escape', {}, 'none'],
    ['a', {}, undefined],
    ['j', { metaKey: true }, undefined],
    ['j', { altKey: true }, undefined],
  ] as const)('%s with %j means %s', (name, held, step) => expect(key(name, held)).toBe(step));
});

describe('steps through rows', () => {
  it('begin at the first and stop at the last', () => {
    expect(walk('next').at).toBe(0);
    expect(walk('next', 'next', 'next', 'next', 'next', 'next').at).toBe(3);
    expect(walk('next', 'previous', 'previous').at).toBe(0);
    expect(walk('last').at).toBe(3);
  });

  it('choose a row and let it go', () => {
    expect(walk('next', 'turn').chosen).toEqual(['a']);
    expect(walk('next', 'turn', 'turn').chosen).toEqual([]);
  });

  it('stretch a choice with Shift, and take it in again the other way', () => {
    expect(walk('next', 'turn', 'extend-next', 'extend-next').chosen).toEqual(['a', 'b', 'c']);
    expect(walk('next', 'turn', 'extend-next', 'extend-next', 'extend-previous').chosen).toEqual(['a', 'b']);
  });

  it('keep what was chosen elsewhere when a stretch is drawn', () => {
    const standing = walk('last', 'turn', 'first', 'extend-next');
    expect(standing.chosen).toEqual(['d', 'a', 'b']);
    expect(stretchTo(IDS, standing, 0).chosen).toEqual(['d', 'a']);
  });

  it('choose all, and none', () => {
    expect(walk('all').chosen).toEqual(IDS);
    expect(walk('all', 'none').chosen).toEqual([]);
  });

  it('stay nowhere where there are no rows', () => {
    expect(stepSelection([], { at: 2, anchor: 1, chosen: ['gone'] }, 'next')).toEqual(NOWHERE);
  });
});
