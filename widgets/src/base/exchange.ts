import { type Page } from "./contexts.ts";

/** Signs in the member for whom the tenant's own server signed a token. Rejects when the token is refused. */
export async function exchange({ client, session }: Page, token: string): Promise<void> {
  try {
    session.begin(await client.identity.exchangeToken({ token }));
  } catch (refusal) {
    // A page from the browser's history brings a token that was used. Whoever it names may stay, somebody else may not.
    if (session.member?.email !== emailIn(token)) session.end();
    throw refusal;
  }
}

/** The address a member token names, read without checking it. */
function emailIn(token: string): string | undefined {
  const [, claims = ""] = token.split(".");
  try {
    const { email } = JSON.parse(atob(claims.replaceAll("-", "+").replaceAll("_", "/")));
    return typeof email === "string" ? email.trim().toLowerCase() : undefined;
  } catch {
    return undefined;
  }
}
