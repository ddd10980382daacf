/** What a page remembers through reloads and navigation: one entry of the tab's session storage, or only this page's memory. */
export class Keep {
  readonly #entry: string;
  readonly #storage: Storage | null;
  #memory = "{}";

  constructor(entry: string, storage: Storage | null) {
    this.#entry = entry;
    this.#storage = storage;
  }

  /** What was written under a name; undefined when nothing was. Read from storage each time: a page that comes back from the browser's cache must see what later pages wrote. */
  read(name: string): unknown {
    return this.#all()[name];
  }

  /** A text that was written under a name. */
  text(name: string): string | undefined {
    const value = this.read(name);
    return typeof value === "string" ? value : undefined;
  }

  /** Remembers a value that fits in JSON; undefined forgets it. */
  write(name: string, value: unknown): void {
    const text = JSON.stringify({ ...this.#all(), [name]: value });
    if (text === "{}") return this.forget();
    this.#memory = text;
    this.#storage?.setItem(this.#entry, text);
  }

  /** Forgets everything. */
  forget(): void {
    this.#memory = "{}";
    this.#storage?.removeItem(this.#entry);
  }

  #all(): Record<string, unknown> {
    return JSON.parse(this.#storage?.getItem(this.#entry) ?? this.#memory);
  }
}

/** The tab's session storage; null where the browser forbids it, as it does in sandboxed frames. */
export function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
