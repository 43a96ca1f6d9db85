/** The bench model as another engine runs it. */
export interface Engine {
  readonly name: string;
  /** How the model came to it, and what it does beyond the arithmetic. */
  readonly how: string;
  /** Sets the levers that members draw, in their order. */
  set(values: ArrayLike<number>): void;
  /** One run. */
  run(): void;
  /** What the last run gave: a row of steps + 1 values for each of `compared`. */
  results(): Float64Array;
}
