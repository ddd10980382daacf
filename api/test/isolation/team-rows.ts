import { addAccount, hashPassword } from "../../src/modules/identity/index.ts";
import { Membership } from "../../src/modules/identity/models/membership.ts";
import { noTenant } from "../../src/platform/scope/tenant.ts";
import { type TestHouse, type TestSite } from "../house.ts";
import { type Headers } from "./callers.ts";
import { linkMailedTo } from "./mail-links.ts";
import { type Ok } from "./world.ts";

/** Who else is of the team, or was asked to be. */
export async function teamRows(
  house: TestHouse,
  { site, word, ok, staff }: { site: TestSite; word: string; ok: Ok; staff: Headers },
) {
  const invite = (email: string) => ok("identity.createInvitation", { email, staffRole: "guest" }, staff);
  const { id } = await invite(`awaited@${word}.example`);
  await invite(`joining@${word}.example`);
  const link = /\/invitation#([\w.-]+)/;
  return {
    ids: { colleague: await addColleague(house, site, word), invitation: id },
    tokens: { invitation: await linkMailedTo(house, site, `joining@${word}.example`, link) },
  };
}

/** A second person of the team, without the mail that brings one. */
async function addColleague(house: TestHouse, site: TestSite, word: string): Promise<string> {
  const passwordHash = await hashPassword("pepper-lantern-83");
  const email = `colleague@${word}.example`;
  const account = await house.within(noTenant, (scope) =>
    addAccount(scope, { email, name: `Colleague ${word}`, passwordHash }),
  );
  await house.within(site.live, async (scope) => {
    await scope
      .query(Membership)
      .insert({ accountId: account!.id, staffRole: "member", granted: [], denied: [] });
  });
  return account!.id;
}
