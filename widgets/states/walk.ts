import { type Step } from "./scene.ts";

/** Takes the steps that lead to a state, each once its place is there. Rejects when one is still missing after ten seconds. */
export async function walk(shadow: ParentNode, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const selector = "press" in step ? step.press : "write" in step ? step.into : step.see;
    const found = await appears(shadow, selector);
    if ("press" in step) found.click();
    else if ("write" in step) {
      Object.assign(found, { value: step.write });
      found.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

async function appears(shadow: ParentNode, selector: string): Promise<HTMLElement> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const found = shadow.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Nothing matches ${selector}.`);
}
