import { type Step } from "./scene.ts";

/** Takes the steps that lead to a state, each once its place is there. Rejects when one is still missing after ten seconds. */
export async function walk(shadow: ParentNode, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const found = await appears(shadow, placeOf(step));
    if ("press" in step) found.click();
    else if ("drop" in step) drop(found, step.drop);
    else if ("write" in step) {
      Object.assign(found, { value: step.write });
      found.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

function placeOf(step: Step): string {
  if ("press" in step) return step.press;
  if ("write" in step) return step.into;
  return "drop" in step ? step.onto : step.see;
}

function drop(target: HTMLElement, names: readonly string[]): void {
  // Without it the SDK sends by `fetch`, which stands for the network here.
  Reflect.deleteProperty(globalThis, "XMLHttpRequest");
  const dataTransfer = new DataTransfer();
  for (const name of names) dataTransfer.items.add(new File(["%PDF-1.7"], name));
  target.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
}

async function appears(shadow: ParentNode, selector: string): Promise<HTMLElement> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const found = shadow.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Nothing matches ${selector}.`);
}
