import { type Page } from "playwright-core";

/** Signs somebody in with their password at the account of the page, which waits for them. */
export async function signInWithPassword(
  page: Page,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  const account = page.locator("tessera-account").first();
  await account.getByRole("button", { name: "Use a password" }).click();
  await account.getByLabel("E-mail").fill(email);
  await account.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}
