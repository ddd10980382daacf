import { type ReactiveElement } from "lit";

// The protocol of https://github.com/webcomponents-cg/community-protocols/blob/main/proposals/context.md, so that providers and
// consumers of other libraries fit. Our own few lines because @lit/context costs every page 0.6 kB more.

/** A key under which a page shares a value of a type. */
export type Context<Value> = string & { readonly shares?: Value };

/** Names something that a page shares. */
export const createContext = <Value>(name: string): Context<Value> => name;

type Told = (value: unknown, stop?: () => void) => void;

class ContextRequest extends Event {
  readonly context: string;
  readonly callback: Told;
  readonly subscribe = true;

  constructor(context: string, callback: Told) {
    super("context-request", { bubbles: true, composed: true });
    this.context = context;
    this.callback = callback;
  }
}

declare global {
  interface HTMLElementEventMap {
    "context-request": ContextRequest;
  }
}

/** Gives everybody below an element a value, and each next one. Answers how to change it. */
export function provide<Value>(
  root: HTMLElement,
  context: Context<Value>,
  first?: Value,
): (next: Value) => void {
  let value: unknown = first;
  const listeners = new Map<Told, () => void>();
  root.addEventListener("context-request", (event) => {
    if (event.context !== context) return;
    event.stopPropagation();
    const { callback } = event;
    const stop = () => listeners.delete(callback);
    listeners.set(callback, stop);
    callback(value, stop);
  });
  return (next) => {
    value = next;
    for (const [tell, stop] of listeners) tell(next, stop);
  };
}

/** Fills a property of an element with what the page shares, now and whenever it changes. The property should be reactive. */
export const consume =
  <Value>(context: Context<Value>) =>
  ({ constructor }: object, name: string): void => {
    // A decorator of a field gets the prototype, and only elements have such fields.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    (constructor as typeof ReactiveElement).addInitializer((element) => {
      let leave: (() => void) | undefined;
      element.addController({
        hostConnected() {
          const told: Told = (value, stop) => {
            leave = stop;
            Reflect.set(element, name, value);
          };
          element.dispatchEvent(new ContextRequest(context, told));
        },
        hostDisconnected: () => leave?.(),
      });
    });
  };
