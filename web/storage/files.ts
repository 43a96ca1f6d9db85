/** Larger files are refused before they are read: bytes. */
export const MOST_BYTES = 1_000_000;

/** A file's name without what file systems do not take, from a scenario's title. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60);
  return `${plain === '' ? 'scenario' : plain}.${ending}`;
}

/** Hands a file to the person. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the file up after this turn; a minute is ample, and then its memory is free again.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
