import { gzipSync, strFromU8, strToU8 } from 'fflate';

/** A link inside a PNG: in a text chunk, which programs that show pictures leave alone. Format: https://www.w3.org/TR/png-3/#11tEXt */

const SIGNATURE = strFromU8(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), true);
/** Behind the signature and the header, which is always first and always as long: bytes. */
const HEADER_END = SIGNATURE.length + 25;
const KEYWORD = 'URL\0';

/** Whether these bytes begin a PNG. */
export function isPng(bytes: Uint8Array): boolean {
  return strFromU8(bytes.subarray(0, SIGNATURE.length), true) === SIGNATURE;
}

/** The picture with a link in it: characters of an address only. */
export function withLink(png: Uint8Array, link: string): Uint8Array<ArrayBuffer> {
  const text = strToU8(`tEXt${KEYWORD}${link}`, true);
  const chunk = new Uint8Array(text.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, text.length - 4);
  chunk.set(text, 4);
  view.setUint32(text.length + 4, crc32(text));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, HEADER_END));
  whole.set(chunk, HEADER_END);
  whole.set(png.subarray(HEADER_END), HEADER_END + chunk.length);
  return whole;
}

/** The link in a picture, or undefined. Its first bytes suffice: `withLink` puts it right behind the header. */
export function linkIn(png: Uint8Array): string | undefined {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = SIGNATURE.length; at + 8 <= png.length; ) {
    const end = at + 8 + view.getUint32(at);
    const text = strFromU8(png.subarray(at + 4, end), true);
    if (end <= png.length && text.startsWith(`tEXt${KEYWORD}`)) return text.slice(4 + KEYWORD.length);
    at = end + 4;
  }
  return undefined;
}

/** gzip ends with the checksum that PNG wants, the lower bytes first, and the length. */
function crc32(bytes: Uint8Array): number {
  const packed = gzipSync(bytes, { level: 0 });
  return new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(packed.length - 8, true);
}
