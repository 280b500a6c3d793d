/**
 * Where a promise to pay stands. `open` its day, with the grace, is not over · `kept` that much was paid since ·
 * `broken` it was not · `replaced` by a later promise.
 */
export type PromiseState = 'open' | 'kept' | 'broken' | 'replaced';
