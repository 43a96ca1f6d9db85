/** The part of the package `simulation` that the benches call; it ships no types. */
declare module 'simulation' {
  export interface Primitive {
    readonly name: string;
  }
  export interface Variable extends Primitive {
    value: number | string;
  }
  export interface Results {
    series(of: Primitive): number[];
  }
  export class Model {
    constructor(config: {
      readonly timeStart: number;
      readonly timeLength: number;
      readonly timeStep: number;
      readonly timeUnits: 'Months';
      readonly algorithm: 'Euler';
    });
    Variable(config: { readonly name: string; readonly value: number | string }): Variable;
    Stock(config: {
      readonly name: string;
      readonly initial: number | string;
      readonly nonNegative: boolean;
    }): Primitive;
    Flow(
      from: null,
      to: Primitive,
      config: { readonly name: string; readonly rate: string; readonly nonNegative: boolean },
    ): Primitive;
    Link(from: Primitive, to: Primitive): Primitive;
    simulate(): Results;
  }
}
