// What browsers, workers and Node have alike; this room is not compiled for any one of them.
declare const crypto: { readonly subtle: { digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer> } };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const btoa: (text: string) => string;

/** SHA-256 of a text in UTF-8: in hexadecimal for people, in base 64 for a content policy. */
export async function sha256(text: string): Promise<{ readonly hex: string; readonly base64: string }> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return {
    hex: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    base64: btoa(String.fromCharCode(...bytes)),
  };
}
