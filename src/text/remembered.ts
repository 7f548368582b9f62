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
