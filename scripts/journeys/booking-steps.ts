import { type Locator, type Page } from "playwright-core";
import { mailTo, type RunningDemo } from "./running-demo.ts";

/** What a visitor chooses on a coach's page. */
export interface Choice {
  readonly coach: string;
  /** Words of the offer's title. */
  readonly offer: RegExp;
  /** Which of next month's days with free times, from 0. */
  readonly day: number;
}

/** Opens a coach's page, chooses an offer and a day. Answers the booking widget, which shows the times of that day. */
export async function openTimes(
  { coaching }: RunningDemo,
  page: Page,
  { coach, offer, day }: Choice,
): Promise<Locator> {
  await page.goto(`${coaching.siteUrl}/coaches/${coach}`);
  const widget = page.locator("tessera-booking");
  await widget.scrollIntoViewIfNeeded();
  await widget.getByRole("button", { name: offer }).click();
  // The rest of this month may be too short: the next one has weeks of free days.
  await widget.locator("[part~=page]").nth(1).click();
  await widget.locator("[part~=day]:not([aria-disabled=true])").nth(day).click();
  return widget;
}

/** Opens a coach's page and chooses an offer, a day and its second free time. Answers the booking widget. */
export async function chooseTime(demo: RunningDemo, page: Page, choice: Choice): Promise<Locator> {
  const widget = await openTimes(demo, page, choice);
  await widget.locator("[part~=time]").nth(1).click();
  return widget;
}

/** Opens a coach's page and takes the first free time of an offer, as somebody does who is in a hurry. Answers the booking widget. */
export async function takeFirstTime(
  { coaching }: RunningDemo,
  page: Page,
  { coach, offer }: Omit<Choice, "day">,
): Promise<Locator> {
  await page.goto(`${coaching.siteUrl}/coaches/${coach}`);
  const widget = page.locator("tessera-booking");
  await widget.scrollIntoViewIfNeeded();
  await widget.getByRole("button", { name: offer }).click();
  const [time, nextMonth] = [widget.locator("[part~=time]"), widget.getByRole("button", { name: /^Show / })];
  await time.or(nextMonth).first().waitFor();
  if (await nextMonth.isVisible()) await nextMonth.click();
  await time.first().click();
  return widget;
}

/** Gives name and e-mail, and the code from the mail. */
export async function identify(
  demo: RunningDemo,
  widget: Locator,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<void> {
  await widget.getByLabel("Name", { exact: true }).fill(name);
  await widget.getByLabel("E-mail").fill(email);
  await widget.getByRole("button", { name: "Send code" }).click();
  await widget.getByLabel("Code from the mail").fill(await codeFor(demo, email));
}

/** The sign-in code in the newest mail to somebody. */
async function codeFor(demo: RunningDemo, email: string): Promise<string> {
  const isCode = ({ text }: { text: string }) => /\b\d{6}\b/.test(text);
  const { text } = await mailTo(demo, email, isCode);
  return /\b\d{6}\b/.exec(text)?.[0] ?? "";
}

/** Pays on the test gateway's page with the card that does what is asked, and comes back. `news` says how the gateway tells of it. */
export async function payWith(demo: RunningDemo, page: Page, card: RegExp, news?: string): Promise<void> {
  await page.waitForURL(`${demo.file.apiUrl}/**`);
  await page.getByLabel(card).check();
  if (news) await page.getByRole("combobox").selectOption({ label: news });
  await page.getByRole("button", { name: /^Pay/ }).click();
}
