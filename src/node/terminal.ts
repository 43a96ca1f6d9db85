/** How wide a line may be where nothing says otherwise. */
const WIDTH = 80;
const LEAST_WIDTH = 60;

/** A stream as far as it matters for writing tables on it. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/**
 * Columns of a terminal; 80 for a pipe or a file, so that what is kept looks alike everywhere. Narrower ones than 60 get lines
 * that they break themselves.
 */
export function widthOfScreen({ isTTY = false, columns = WIDTH }: Screen): number {
  return isTTY && columns > 0 ? Math.max(LEAST_WIDTH, columns) : WIDTH;
}

/** Whether to use colours: on a terminal, unless it cannot or NO_COLOR asks not to. */
export function hasColours(
  { isTTY = false }: Screen,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const { NO_COLOR = '', TERM } = environment;
  return isTTY && NO_COLOR === '' && TERM !== 'dumb';
}

/** Streams whose errors are heard: Node would end the program at the first that nobody hears. */
const heard = new WeakSet<NodeJS.WriteStream>();

/** Keeps a stream whose reader has gone away from ending the program. Who writes hears of it. */
export function outlive(stream: NodeJS.WriteStream): void {
  if (!heard.has(stream)) stream.on('error', () => {});
  heard.add(stream);
}

/** Writes a text or bytes and waits until they are taken. A reader who has gone away (`| head`) is no mistake: the rest is dropped. */
export async function write(stream: NodeJS.WriteStream, text: string | Uint8Array): Promise<void> {
  outlive(stream);
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => {
      const { code } = (error ?? {}) as NodeJS.ErrnoException;
      if (error === null || error === undefined || code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') resolve();
      else reject(error);
    });
  });
}
