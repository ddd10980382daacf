import { type Client, connectServer } from "@tessera/sdk";
import { clientOf } from "@tessera/sdk/browser";
import { type House } from "../../api/src/house.ts";
import { addAccount, hashPassword, setPassword } from "../../api/src/modules/identity/index.ts";
import { setPlan } from "../../api/src/modules/tenancy/index.ts";
import { installedModules } from "../../api/src/platform/installed-modules.ts";
import { noTenant, type Tenant } from "../../api/src/platform/scope/tenant.ts";
import { addConversations } from "./conversations.ts";
import { addHistory } from "./history.ts";
import { addHost, addPerson, untilShown } from "./host.ts";
import { inParallel } from "./in-parallel.ts";
import { addMarket, untilFound } from "./market.ts";
import { seededRandom } from "./random.ts";
import { type DemoTenant, type Login, type MadeTenant } from "./tenant.ts";
import { within } from "./within.ts";

/** The account that runs this Tessera. */
export const operator: Login = { email: "operator@tessera.example", password: "keeper-of-the-whole-house" };

/** Adds the operator's account. */
export async function addOperator(house: House): Promise<void> {
  const passwordHash = await hashPassword(operator.password);
  await within(house, noTenant, (scope) =>
    addAccount(scope, { email: operator.email, name: "Operator", passwordHash, isOperator: true }),
  );
}

/** How many are added at a time: the two cores of a small machine are busy with four. */
const width = 4;

/** The API for somebody of a tenant's team; without a token, for somebody who is about to become one. */
const staffClient = (apiUrl: string, accessToken: string | null): Client =>
  clientOf({
    url: apiUrl,
    headers: async (): Promise<Record<string, string>> =>
      accessToken === null ? {} : { Authorization: `Bearer ${accessToken}` },
  });

/** Registers a tenant and fills its sandbox as the tenant would, through the API. Only passwords and the modules' own parts go another way. */
export async function makeTenant(house: House, apiUrl: string, demo: DemoTenant): Promise<MadeTenant> {
  const { slug, owner, client, hostRole, thanks } = demo;
  const sandbox = await register(apiUrl, demo);
  const tenant = await house.directory.load(sandbox.id);
  if (!tenant) throw new Error("The sandbox that was just made is gone.");
  const live = tenant.parentId === null ? null : await house.directory.load(tenant.parentId);
  // What the demo shows does not end with the trial of a new site.
  if (live) await within(house, live, (scope) => setPlan(scope, "enterprise"));
  const { publishableKey, secretKey } = sandbox;
  const server = connectServer({ url: apiUrl, secretKey });
  const logins: Record<string, Login> = { owner: loginOf(owner) };
  const hosts = await inParallel(demo.hosts, width, (host) =>
    addHost({ url: apiUrl, secretKey, host, role: hostRole }),
  );
  for (const { demo: host, id } of hosts) {
    if (host.password === undefined) continue;
    await givePassword(house, tenant, id, host.password);
    logins[hostRole] ??= { email: host.email, password: host.password };
  }
  const clientIds = await inParallel([client, ...demo.pastClients], width, (person) =>
    addPerson(server, person),
  );
  const clients = [client, ...demo.pastClients].map(({ locale }, at) => ({
    id: clientIds[at] ?? "",
    locale,
  }));
  await givePassword(house, tenant, clientIds[0] ?? "", client.password);
  logins["client"] = loginOf(client);
  await addHistory(house, tenant, { hosts, clients, thanks });
  const people = [client, ...demo.pastClients].map(({ email }, at) => ({ email, id: clientIds[at] ?? "" }));
  const writers = new Map(
    [...people, ...hosts.map(({ demo: { email }, ...host }) => ({ email, ...host }))].map(
      ({ email, ...writer }) => [mailboxOf(email), writer] as const,
    ),
  );
  await addConversations({ house, tenant, url: apiUrl, secretKey, writers }, demo.conversations);
  await fillByModules(house, tenant, slug);
  const asClient = connectServer({ url: apiUrl, secretKey, actingFor: clientIds[0] ?? "" });
  if (hosts.length > 0) await untilShown(asClient, hosts);
  const ids = Object.fromEntries(hosts.map(({ demo: host, id }) => [host.slug, id]));
  const made = { slug, tenantId: sandbox.id, siteUrl: "", publishableKey, secretKey, logins, hosts: ids };
  if (!demo.market) return made;
  const { gigs, firstSeller } = await addMarket({ house, tenant, url: apiUrl, secretKey }, demo.market);
  await givePassword(house, tenant, firstSeller.id, firstSeller.password);
  logins["seller"] = loginOf(firstSeller);
  await untilFound(asClient, demo.market.gigs.length);
  return { ...made, gigs };
}

/** Tells a tenant's sandbox where its site stands now. */
export async function moveSite(apiUrl: string, made: MadeTenant, siteUrl: string): Promise<MadeTenant> {
  const { owner } = made.logins;
  if (!owner) throw new Error(`${made.slug} has no owner.`);
  const { accessToken } = await staffClient(apiUrl, null).identity.staffSignIn({
    ...owner,
    tenantId: made.tenantId,
  });
  await staffClient(apiUrl, accessToken).tenancy.updateSettings({ changes: { tenancy: { siteUrl } } });
  return { ...made, siteUrl };
}

async function register(apiUrl: string, demo: DemoTenant) {
  const { owner, name: tenantName, slug, locale, currency, timeZone } = demo;
  const { sandbox, accessToken } = await staffClient(apiUrl, null).identity.registerTenant({
    tenantName,
    slug,
    locale,
    currency,
    timeZone,
    name: owner.name,
    email: owner.email,
    password: owner.password,
  });
  const changes = { tenancy: { locales: demo.locales, brand: { colour: demo.colour } } };
  const inLive = staffClient(apiUrl, accessToken);
  await inLive.tenancy.updateSettings({ changes });
  const inSandbox = await inLive.identity.switchTenant({ tenantId: sandbox.id });
  await staffClient(apiUrl, inSandbox.accessToken).tenancy.updateSettings({ changes });
  return sandbox;
}

async function givePassword(house: House, tenant: Tenant, memberId: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await within(house, tenant, (scope) => setPassword(scope, memberId, hash));
}

/** Each module adds what it wants to show; the same tenant gets the same every time. */
async function fillByModules(house: House, tenant: Tenant, slug: string): Promise<void> {
  for (const { name, demo } of installedModules()) {
    if (demo) await within(house, tenant, (scope) => demo(scope, seededRandom(`${slug} ${name}`)));
  }
}

const mailboxOf = (email: string): string => email.split("@")[0] ?? "";

const loginOf = ({ email, password }: Login): Login => ({ email, password });
