import { z } from "zod";
import { takeAttempt } from "../../../platform/attempts.ts";
import { requestFailure } from "../../../platform/errors.ts";
import { randomToken } from "../../../platform/ids.ts";
import { threePartOperation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { siteSettings } from "../../tenancy/index.ts";
import { failure } from "../errors.ts";
import { assertGoodPassword, checkPassword, hashPassword, newPassword } from "../passwords.ts";
import { emailInput, localeInput, nameInput, timeZoneInput } from "../person.ts";
import { addAccount, findAccount } from "./accounts.ts";
import { membershipIn } from "./memberships.ts";
import { provisionTenant } from "./provision-tenant.ts";
import { openStaffSession, staffSessionView } from "./staff-session.ts";

const site = siteSettings.schema.shape;
const keyPair = z.object({ publishableKey: z.string(), secretKey: z.string() });

const input = z.strictObject({
  tenantName: nameInput,
  /** Short name in addresses; made from the name when not given. */
  slug: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{1,53}[a-z0-9])$/, "Write 3 to 55 small letters, digits and hyphens.")
    .optional(),
  name: nameInput,
  email: emailInput,
  password: newPassword,
  locale: localeInput.default("en"),
  currency: site.currency,
  timeZone: timeZoneInput.default("UTC"),
  /** The website the widgets will stand on. */
  siteUrl: z
    .url({ protocol: /^https$/ })
    .max(300)
    .optional()
    .meta({ example: "https://northlight.example/" }),
});

export const registerTenant = threePartOperation({
  summary:
    "Opens a site with its sandbox, their keys, and the caller as owner. Keys are shown in this answer alone.",
  input,
  output: staffSessionView.extend({
    live: keyPair,
    sandbox: keyPair.extend({ id: z.uuid(), slug: z.string() }),
  }),
  async prepare(scope, wanted) {
    await takeAttempt(scope, {
      what: "identity.register",
      who: scope.request.ip ?? "",
      times: 60,
      minutes: 60,
    });
    assertGoodPassword(wanted.password, null, [wanted.email, wanted.name, wanted.tenantName]);
    const account = await findAccount(scope, wanted.email);
    return { wanted, account, slug: await freeSlug(scope, wanted) };
  },
  async call({ wanted: { password }, account }) {
    if (!account) return { isRight: true, hash: await hashPassword(password) };
    const { isRight } = await checkPassword(password, account.passwordHash);
    return { isRight, hash: account.passwordHash };
  },
  async finish(scope, { wanted, account: known, slug }, { isRight, hash }) {
    // Who has an account opens one more site with its password.
    if (!isRight) throw failure("identity.sign_in_failed");
    const { email, name, locale } = wanted;
    const account = known ?? (await addAccount(scope, { email, name, passwordHash: hash, locale }));
    if (account?.status !== "active") throw requestFailure("request.conflict");
    const made = await provisionTenant(scope, {
      ownerId: account.id,
      name: wanted.tenantName,
      slug,
      settings: { tenancy: firstSettings(wanted) },
    });
    const membership = await membershipIn(scope, made.live, account.id);
    if (!membership) throw new Error("The owner of a new tenant has no membership.");
    const session = await openStaffSession(scope, account, { tenant: made.live, membership });
    const { id, slug: sandboxSlug } = made.sandbox;
    return { ...session, live: made.liveKeys, sandbox: { ...made.sandboxKeys, id, slug: sandboxSlug } };
  },
});

const firstSettings = ({ locale, currency, timeZone, siteUrl }: z.output<typeof input>) => ({
  locale,
  locales: [...new Set([locale, "en"])],
  currency,
  timeZone,
  ...(siteUrl !== undefined && { siteUrl, allowedOrigins: [new URL(siteUrl).origin] }),
});

/** The slug asked for, or a free one made from the name. */
async function freeSlug(scope: Scope, { slug, tenantName }: z.output<typeof input>): Promise<string> {
  if (slug !== undefined) return slug;
  const words = tenantName
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40)
    .replaceAll(/-+$/g, "");
  const wanted = words.length >= 3 ? words : "site";
  const taken = await scope.sql`select id from tenants where slug in (${wanted}, ${`${wanted}-test`})`;
  const tail = randomToken()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "")
    .slice(0, 6);
  return taken.length === 0 && words.length >= 3 ? wanted : `${wanted}-${tail}`;
}
