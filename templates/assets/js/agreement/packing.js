// A draft as a fragment's part, and back.
export const MOST = 64 * 1024; // bytes of a draft, inflated

// pack writes a value as pairs' part of a fragment: [name, text]. It is
// undefined if the value is too large to be read again.
export async function pack(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  if (bytes.length > MOST) return undefined;
  if (!window.CompressionStream) return ["answers0", toBase64(bytes)];
  return ["answers", toBase64(await through(new CompressionStream("deflate-raw"), bytes))];
}

// unpack reads what pack wrote. Whatever else it is given, it throws.
export async function unpack(pairs) {
  const packed = pairs.get("answers");
  const plain = packed === undefined ? pairs.get("answers0") : "";
  let bytes = fromBase64(packed ?? plain);
  if (packed !== undefined) bytes = await through(new DecompressionStream("deflate-raw"), bytes);
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}

// through sends bytes through a stream, and stops where too many come out.
async function through(stream, bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST) {
      reader.cancel().catch(() => {});
      throw new RangeError("too long");
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toBase64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function fromBase64(text) {
  if (text.length > 2 * MOST) throw new RangeError("too long");
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
}
