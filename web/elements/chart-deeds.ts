import { pictureOf } from '../charts/picture.ts';
import type { ChartSpec } from '../charts/spec.ts';
import { csvOf } from '../charts/table.ts';
import { readTheme } from '../charts/theme.ts';
import { download, fileName } from '../storage/files.ts';
import { withLink } from '../storage/png.ts';
import { words } from '../words/later.ts';

/** What can be carried off from a chart. Loaded when somebody does. */
export function saveCsv(spec: ChartSpec): void {
  download(fileName(spec.name, 'csv'), new Blob([csvOf(spec)], { type: 'text/csv' }));
}

/** @param link opens what is on the screen; the picture carries it where it is not too long to be */
export async function savePicture(spec: ChartSpec, where: Element, link: string | undefined): Promise<void> {
  const file = fileName(spec.name, 'png');
  if (link === undefined) {
    download(file, await picture(spec, where));
    return;
  }
  const png = await picture(spec, where, words.charts.opensAgain);
  const bytes = withLink(new Uint8Array(await png.arrayBuffer()), link);
  download(file, new Blob([bytes], { type: 'image/png' }));
}

/** @returns what to say of it */
export async function copyPicture(spec: ChartSpec, where: Element): Promise<string> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture(spec, where) })]);
    return words.charts.copied;
  } catch {
    return words.charts.notCopied;
  }
}

function picture(spec: ChartSpec, where: Element, hint = ''): Promise<Blob> {
  return pictureOf(spec, { theme: readTheme(where), link: `${location.origin}${location.pathname} ${hint}`.trim() });
}
