// Loading the files of the index: as scripts, since pages that are opened from
// disk may read no other files.
const waiting = new Map(); // script element → what takes its data

export function receive(data) {
  waiting.get(document.currentScript)?.(data);
}

export function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const end = (done, value) => {
      waiting.delete(script);
      script.remove();
      done(value);
    };
    waiting.set(script, (data) => end(resolve, data));
    script.onerror = () => end(reject, new Error("not loaded: " + address));
    script.src = address;
    document.head.append(script);
  });
}

// Files keeps what was loaded. A file that fails is asked for again next time.
export class Files {
  #loaded = new Map();

  get(address, read = (data) => data) {
    let file = this.#loaded.get(address);
    if (!file) {
      file = loadScript(address).then(read);
      this.#loaded.set(address, file);
      file.catch(() => this.#loaded.delete(address));
    }
    return file;
  }
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const valueOf = new Uint8Array(128);
for (let i = 0; i < 64; i++) valueOf[digits.charCodeAt(i)] = i;

// Packed reads the numbers that generator/search/script.go packs.
export class Packed {
  constructor(text, at = 0) {
    this.text = text;
    this.at = at;
  }

  get more() {
    return this.at < this.text.length;
  }

  digit() {
    return valueOf[this.text.charCodeAt(this.at++)];
  }

  number() {
    let n = 0;
    for (let shift = 0; ; shift += 5) {
      const d = this.digit();
      n |= (d & 31) << shift;
      if (d < 32) return n;
    }
  }

  numbers(count) {
    const list = new Int32Array(count);
    const { text } = this;
    let { at } = this;
    for (let i = 0; i < count; i++) {
      let n = 0, d = 32;
      for (let shift = 0; d >= 32; shift += 5) {
        d = valueOf[text.charCodeAt(at++)];
        n |= (d & 31) << shift;
      }
      list[i] = n;
    }
    this.at = at;
    return list;
  }

  skip(numbers) {
    while (numbers > 0) if (this.digit() < 32) numbers--;
  }
}
