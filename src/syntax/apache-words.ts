/**
 * Words of an httpd configuration line as `ap_getword_conf` (server/util.c) takes them: split at white space, quoted by
 * `"` or `'`, where a backslash guards the quote and itself. An opening quote that is never closed runs to the end.
 */

/** `apr_isspace`: blank, tab, line feed, vertical tab, form feed, carriage return. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Walks over the words of `text` between two offsets; after `next()` the fields tell of the current word. */
export class Words {
  readonly text: string;
  /** Where the next word begins, white space skipped; equals `to` at the end. */
  at: number;
  readonly to: number;
  /** Span of the word as written, quotes included. */
  start = 0;
  end = 0;
  quote: '"' | "'" | '' = '';
  value = '';

  constructor(text: string, from: number, to: number) {
    this.text = text;
    this.at = from;
    this.to = to;
    this.#skip();
  }

  /** Takes the next word; false (and an empty value) where nothing is left. An empty quoted word is a word. */
  next(): boolean {
    const { text, to } = this;
    let at = this.at;
    this.start = at;
    if (at >= to) {
      this.end = at;
      this.value = '';
      this.quote = '';
      return false;
    }
    const first = text.charCodeAt(at);
    let escaped = false;
    if (first === 34 || first === 39) {
      this.quote = first === 34 ? '"' : "'";
      at++;
      const from = at;
      while (at < to) {
        const code = text.charCodeAt(at);
        if (code === first) break;
        if (code === 92 && at + 1 < to) {
          const after = text.charCodeAt(at + 1);
          if (after === first || after === 92) {
            escaped = true;
            at++;
          }
        }
        at++;
      }
      this.value = escaped ? unguarded(text, from, at, first) : text.slice(from, at);
      if (at < to) at++;
    } else {
      this.quote = '';
      const from = at;
      while (at < to) {
        const code = text.charCodeAt(at);
        if (isSpace(code)) break;
        if (code === 92) escaped = true;
        at++;
      }
      this.value = escaped ? unguarded(text, from, at, 0) : text.slice(from, at);
    }
    this.end = at;
    this.at = at;
    this.#skip();
    return true;
  }

  /** What has not been taken yet. */
  rest(): string {
    return this.text.slice(this.at, this.to);
  }

  #skip(): void {
    while (this.at < this.to && isSpace(this.text.charCodeAt(this.at))) this.at++;
  }
}

/** `substring_conf`: a doubled backslash is one, a guarded quote the quote; other backslashes stay. */
function unguarded(text: string, from: number, to: number, quote: number): string {
  let out = '';
  let copied = from;
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) !== 92 || at + 1 >= to) continue;
    const after = text.charCodeAt(at + 1);
    if (after !== 92 && (quote === 0 || after !== quote)) continue;
    out += text.slice(copied, at);
    copied = ++at;
  }
  return out + text.slice(copied, to);
}

/** All words of a text. */
export function wordsOf(text: string): string[] {
  const words = new Words(text, 0, text.length);
  const out: string[] = [];
  while (words.next()) out.push(words.value);
  return out;
}
