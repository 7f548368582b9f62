const onDrive = /^[ \t]*(?:Auth(?:User|Group)File|ServerRoot|DocumentRoot|Define[ \t]+\w+)[ \t]+["']?[A-Za-z]:[\\/]/im;
const elsewhere = /^[ \t]*(?:Auth(?:User|Group)File|ServerRoot|DocumentRoot)[ \t]+["']?\/(?!dev\/null)/im;

/** Whether the paths of servers and password files are those of Windows, and where one is. */
export class Drives {
  #file: string | null = null;
  #other = false;

  note(file: string, text: string): void {
    // most files have none, and the patterns go through every line; one path of another system settles it
    if (this.#other || !/file|root/i.test(text)) return;
    this.#other = elsewhere.test(text);
    if (/:[\\/]/.test(text) && onDrive.test(text)) this.#file ??= file;
  }

  /** The first file with such a path; null: there is none, or one that is of another system. */
  get file(): string | null {
    return this.#other ? null : this.#file;
  }
}
