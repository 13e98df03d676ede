import assert from 'node:assert/strict';

/** Reads a number that an option says, from 1 on; a larger one than the most is taken for the most. */
export function readNumber(text: string, most: number): number {
  assert.match(text, /^[1-9]\d{0,5}$/, `${text} is no number`);
  return Math.min(Number(text), most);
}
