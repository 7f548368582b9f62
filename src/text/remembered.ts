import { detached } from './bytes.ts';

/** A function of a text (bytes) that keeps what it made of the latest ones, and none of the files that they are pieces of; all are forgotten when there are `limit`. */
export function remembered<T>(limit: number, make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let made = known.get(text);
    if (made === undefined) {
      const own = detached(text);
      made = make(own);
      if (known.size >= limit) known.clear();
      known.set(own, made);
    }
    return made;
  };
}

/** The same for a function of a text and one thing more; of that, too, nothing but its own text is kept. */
export function rememberedWith<K extends string | boolean, T>(
  limit: number,
  make: (text: string, other: K) => T,
): (text: string, other: K) => T {
  const known = new Map<K, Map<string, T>>();
  let count = 0;
  return (text, other) => {
    const found = known.get(other)?.get(text);
    if (found !== undefined) return found;
    const own = detached(text);
    const made = make(own, other);
    if (count >= limit) {
      known.clear();
      count = 0;
    }
    let texts = known.get(other);
    if (!texts) {
      texts = new Map();
      known.set((typeof other === 'string' ? detached(other) : other) as K, texts);
    }
    texts.set(own, made);
    count++;
    return made;
  };
}
