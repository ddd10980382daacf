import { type TestHouse, type TestSite } from "../house.ts";

/** The token that proves the address of somebody who just signed up. */
export async function linkAfterSignUp(house: TestHouse, site: TestSite, word: string): Promise<string> {
  const email = `newcomer@${word}.example`;
  const input = { email, name: `Newcomer ${word}`, password: "cobalt-meadow-52" };
  await house.ok("identity.signUp", input, { headers: site.visitor });
  return linkMailedTo(house, site, email, /#tessera-verify[\w-]*=([\w.-]+)/);
}

/** What stands behind a link of the newest mail that has one. */
export const linkMailedTo = (
  house: TestHouse,
  site: TestSite,
  email: string,
  link: RegExp,
): Promise<string> =>
  house.until(`the link ${link} to ${email}`, async () => {
    const mails = await house.mailsTo(site.live, email);
    return mails.map(({ text }) => link.exec(text)?.[1]).find((token) => token !== undefined);
  });

/** The token of a link out of a mail that does something with an order. */
export const manageLinkTo = (
  house: TestHouse,
  site: TestSite,
  email: string,
  action: string,
): Promise<string> =>
  house.until(`the link to ${action} for ${email}`, async () => {
    const mails = await house.mailsTo(site.live, email);
    const tokens = mails.flatMap(({ text }) =>
      [...text.matchAll(/#tessera-manage=([\w.-]+)/g)].map(([, token = ""]) => token),
    );
    const doesIt = (token: string) =>
      Buffer.from(token.split(".")[1] ?? "", "base64url").includes(`.${action}.`);
    return tokens.find(doesIt);
  });
