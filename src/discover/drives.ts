const naming = /^[ \t]*Auth(?:User|Group)File[ \t]+["']?([A-Za-z]:[\\/]|\/(?!dev\/null))/gim;

/** Whether the paths of password files are those of Windows, and where one is. */
export class Drives {
  #file: string | null = null;
  #other = false;

  note(file: string, text: string): void {
    // most files have none, and the pattern goes through every line
    if (!/file/i.test(text)) return;
    for (const [, path] of text.matchAll(naming)) {
      if (path!.startsWith('/')) this.#other = true;
      else this.#file ??= file;
    }
  }

  /** The first file with such a path; null: there is none, or one that is of another system. */
  get file(): string | null {
    return this.#other ? null : this.#file;
  }
}
