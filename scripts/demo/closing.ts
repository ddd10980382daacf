/** What was opened, to be closed in the opposite order. */
export class Closing {
  readonly #closers: (() => Promise<unknown>)[] = [];
  #isClosing = false;

  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** Remembers to close something. While it is still opening, closing waits for it, so that nothing is left running. */
  add<Opened>(opening: Promise<Opened>, close: (opened: Opened) => Promise<unknown>): Promise<Opened> {
    this.#closers.push(async () => {
      const opened = await opening.catch(() => undefined);
      if (opened !== undefined) await close(opened);
    });
    return opening;
  }

  /** Closes everything, newest first. One that fails does not keep the others open. */
  async closeAll(): Promise<void> {
    if (this.#isClosing) return;
    this.#isClosing = true;
    for (const close of this.#closers.toReversed()) {
      await close().catch((problem: unknown) => console.error(problem));
    }
  }
}
