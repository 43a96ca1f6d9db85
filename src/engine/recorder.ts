/**
 * Copies kept places of a frame into series. For tens of series this is cheap beside a step; gathering blocks of instants first was
 * measured and is no faster, also not for thousands.
 */
export class Recorder {
  private readonly places: Int32Array;
  /** Where each kept place's series starts in `out`. */
  private readonly starts: Int32Array;
  private readonly out: Float64Array;

  /** @param keep  for each place of the frame the row of `out` to write it to, or -1. */
  constructor(keep: Int32Array, steps: number, out: Float64Array) {
    let kept = 0;
    for (let place = 0; place < keep.length; place += 1) if (keep[place]! >= 0) kept += 1;
    this.places = new Int32Array(kept);
    this.starts = new Int32Array(kept);
    let next = 0;
    for (let place = 0; place < keep.length; place += 1) {
      const row = keep[place]!;
      if (row < 0) continue;
      this.places[next] = place;
      this.starts[next] = row * (steps + 1);
      next += 1;
    }
    this.out = out;
  }

  /** Takes the frame at instant k, 0 to `steps`. */
  record(frame: Float64Array, k: number): void {
    const { places, starts, out } = this;
    for (let n = 0; n < places.length; n += 1) out[starts[n]! + k] = frame[places[n]!]!;
  }
}
