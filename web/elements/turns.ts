/** How long what nobody sees waits for rest: ms. */
export const REST = 200;

let last: Promise<void> = Promise.resolve();

/** Resolves in a frame of one's own: what many would do at once is done by one of them a frame. */
export function nextTurn(): Promise<void> {
  last = last.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  return last;
}
