/** Names with wildcards at their beginning or end, as one hash. Source: ngx_hash_add_key, ngx_hash_find_combined. */
export class HostNames<T> {
  readonly #exact = new Map<string, T>();
  /** `.example.org`, without the star, of names that begin with `*.` or a dot. */
  readonly #leading = new Map<string, T>();
  /** `www.`, without the star. */
  readonly #trailing = new Map<string, T>();

  /** Adds a name; gives nginx's complaint. Without `wildcards` it is plain text. */
  add(name: string, value: T, wildcards: boolean): string | null {
    const key = name.toLowerCase();
    const plain = !key.includes('*') && !key.startsWith('.') && !key.includes('..');
    if (plain || !wildcards) return this.#put(this.#exact, key, value);
    const stars = key.split('*').length - 1;
    if (stars > 1 || key.includes('..')) return 'invalid hostname or wildcard';
    if (key.startsWith('.') && key.length > 1) {
      return this.#put(this.#exact, key.slice(1), value) ?? this.#put(this.#leading, key, value);
    }
    if (key.length > 2 && key.startsWith('*.')) return this.#put(this.#leading, key.slice(1), value);
    if (key.length > 2 && key.endsWith('.*')) return this.#put(this.#trailing, key.slice(0, -1), value);
    if (stars > 0) return 'invalid hostname or wildcard';
    return this.#put(this.#exact, key, value);
  }

  #put(table: Map<string, T>, key: string, value: T): string | null {
    if (table.has(key)) return 'conflicting parameter';
    table.set(key, value);
    return null;
  }

  *values(): Iterable<T> {
    for (const table of [this.#exact, this.#leading, this.#trailing]) yield* table.values();
  }

  /** Finds a lower-case name: exact, then the longest that ends alike, then the longest that begins alike. */
  get(key: string): T | undefined {
    const exact = this.#exact.get(key);
    if (exact !== undefined) return exact;
    if (key === '') return undefined;
    for (let dot = key.indexOf('.'); dot >= 0 && this.#leading.size > 0; dot = key.indexOf('.', dot + 1)) {
      const found = this.#leading.get(key.slice(dot));
      if (found !== undefined) return found;
    }
    for (let dot = key.lastIndexOf('.'); dot > 0 && this.#trailing.size > 0; dot = key.lastIndexOf('.', dot - 1)) {
      const found = this.#trailing.get(key.slice(0, dot + 1));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
