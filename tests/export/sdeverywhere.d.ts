/** The part of SDEverywhere's compiler that the tests call; it ships no types. */
declare module '@sdeverywhere/compile' {
  export function parseAndGenerate(
    text: string,
    kind: 'vensim' | 'xmile',
    spec: {
      readonly bundleListing?: boolean;
      readonly inputVarNames?: readonly string[];
      readonly outputVarNames?: readonly string[];
    },
    operations: readonly 'generateJS'[],
    modelFolder: string,
    name: string,
    outputFolder: string,
  ): Promise<string>;
  /** Forgets the model before: the compiler keeps its variables in its modules. */
  export function resetState(): void;
}
