import { type Page } from "playwright-core";

/** What a visitor answers; what is not named is answered with the first choice. */
export interface QuizAnswers {
  readonly goal: string;
  readonly challenge: string;
  readonly language: string;
  readonly country: string;
  readonly budget: string;
}

/** Where the keyboard is in the quiz. */
interface Place {
  readonly question: string | null;
  readonly kind: "text" | "option" | "box" | "cell" | "next" | "other";
  readonly isAnswered: boolean;
}

/** Answers the whole quiz with the keyboard alone, from the page's top to the link to the matches. */
export async function answerQuiz(page: Page, answers: QuizAnswers): Promise<void> {
  const typed: Readonly<Record<string, string>> = {
    goal: answers.goal,
    challenge: answers.challenge,
    languages: answers.language,
    country: answers.country,
    budget: answers.budget,
  };
  for (let steps = 0; steps < 300; steps++) {
    await page.keyboard.press("Tab");
    const { question, kind, isAnswered } = await placeOf(page);
    const text = typed[question ?? ""];
    if (kind === "next") {
      if (await goOn(page)) return;
    } else if (isAnswered) continue;
    else if (kind === "option" || kind === "cell") await page.keyboard.press("Space");
    else if (kind === "text" && text) await page.keyboard.type(text);
    else if (kind === "box" && text) {
      await page.keyboard.type(text);
      await page.locator("tessera-profile [role=option][aria-selected=true]").waitFor();
      await page.keyboard.press("Enter");
    }
  }
  throw new Error("The quiz has no end.");
}

/** Presses the button at the end of a step. Answers whether the quiz is done: its link was followed. */
async function goOn(page: Page): Promise<boolean> {
  const heading = page.locator("tessera-profile [data-heading]");
  const before = await heading.innerText();
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    (shown) =>
      document
        .querySelector("tessera-profile")
        ?.shadowRoot?.querySelector("[data-heading]")
        ?.textContent?.trim() !== shown.trim(),
    before,
  );
  if (!(await heading.innerText()).startsWith("Thank you")) return false;
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  return true;
}

const placeOf = (page: Page): Promise<Place> =>
  page.evaluate(() => {
    const at = document.querySelector("tessera-profile")?.shadowRoot?.activeElement;
    const question = at?.closest<HTMLElement>("[data-question]")?.dataset["question"] ?? null;
    if (at instanceof HTMLTextAreaElement) return { question, kind: "text", isAnswered: at.value !== "" };
    if (at instanceof HTMLInputElement) {
      const { type } = at;
      const group = at.closest("[data-question]")?.querySelectorAll("input:checked").length ?? 0;
      if (at.closest("[role=grid]")) return { question, kind: "cell", isAnswered: group > 0 };
      if (type === "radio" || type === "checkbox") return { question, kind: "option", isAnswered: group > 0 };
      if (at.getAttribute("role") === "combobox")
        return { question, kind: "box", isAnswered: at.value !== "" };
      return { question, kind: "text", isAnswered: at.value !== "" };
    }
    return { question, kind: at?.matches("button.primary") ? "next" : "other", isAnswered: true };
  });
