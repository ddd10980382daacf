import { createWriteStream } from "node:fs";
import { type RequestListener } from "node:http";
import { join } from "node:path";
import { adminListener } from "../../admin/server.ts";
import { type House, openHouse } from "../../api/src/house.ts";
import { migrateLatest } from "../../api/src/platform/db/migrate.ts";
import { ConfigurationError, readEnv } from "../../api/src/platform/env.ts";
import { createLog } from "../../api/src/platform/log.ts";
import { type BackendSetup, siteBackend } from "../../examples/backend/backend.ts";
import { siteListener } from "../../examples/server.ts";
import { type Addresses, chooseAddresses } from "./addresses.ts";
import { buildBundles } from "./bundles.ts";
import { type Closing } from "./closing.ts";
import { type DemoDatabase, openDatabase } from "./database.ts";
import { dataFolder, forget } from "./folder.ts";
import { galleryListener } from "./gallery/listener.ts";
import { outboxListener } from "./outbox/listener.ts";
import { outboxMails } from "./outbox/mails.ts";
import { outboxMessages } from "./outbox/messages.ts";
import { type Place } from "./report.ts";
import { demoSecret } from "./secret.ts";
import { addOperator, makeTenant, moveSite, operator } from "./seed.ts";
import { serveLocally } from "./servers.ts";
import { demoSites } from "./sites.ts";
import { forgetState, keepState, readState, writeDemoFile } from "./state.ts";
import { type DemoTenant, type DemoWebhook, type MadeTenant } from "./tenant.ts";
import { settleWebhook, webhookLogUrl } from "./webhook.ts";

/** How the demo is started. */
export interface DemoOptions {
  /** Forgets what earlier runs left. */
  readonly fresh: boolean;
  readonly closing: Closing;
  /** Told what is going on. */
  readonly tell: (line: string) => void;
}

/** Starts everything and answers where it is. */
export async function openDemo({ fresh, closing, tell }: DemoOptions): Promise<readonly Place[]> {
  const secret = demoSecret();
  tell("Starting the database");
  const opening = closing.add(openDatabase(secret), (database) => database.stop());
  const [database, addresses] = await Promise.all([opening, chooseAddresses(), buildBundles(tell)]);
  const known = await prepare(database, { secret, fresh });
  const house = await closing.add(startHouse(database, secret, addresses), (opened) => opened.close());
  if (!known) tell("Loading tenants and their people");
  const tenants = await settle(house, addresses, known ?? []);
  keepState(database.name, { tenants });

  const { apiUrl, adminUrl, outboxUrl, widgetsUrl, siteUrls, ports } = addresses;
  const serve = (name: string, listener: RequestListener) =>
    closing.add(serveLocally(ports[name] ?? 0, listener), (server) => server.close());
  await serve("admin", adminListener({ apiUrl }));
  await serve("widgets", galleryListener());
  const ids = await withLiveSites(house, tenants);
  await serve(
    "outbox",
    outboxListener({
      mails: (to) => outboxMails(house, ids, to),
      messages: () => outboxMessages(house, ids),
    }),
  );
  for (const [at, { site, tenant }] of demoSites.entries()) {
    const made = tenants[at];
    if (!made) continue;
    const backend = siteBackend(site.name, backendSetup(tenant, made, { apiUrl, database }));
    await serve(made.slug, siteListener(site, { apiUrl, ...made }, backend));
  }
  writeDemoFile({
    apiUrl,
    adminUrl,
    outboxUrl,
    widgetsUrl,
    operator,
    tenants: tenants.map(({ slug, siteUrl, publishableKey, secretKey, logins }) => {
      return {
        slug,
        siteUrl,
        publishableKey,
        secretKey,
        webhookLogUrl: webhookLogUrl(siteUrl),
        logins,
      };
    }),
  });
  return [
    ...demoSites.flatMap(({ site: { name }, tenant: { slug } }) => {
      const logins = tenants.find((made) => made.slug === slug)?.logins ?? {};
      const url = siteUrls[slug] ?? "";
      return [
        { name, url, logins },
        { name: "Its webhooks", url: webhookLogUrl(url) },
      ];
    }),
    { name: "Admin", url: adminUrl, logins: { operator } },
    { name: "Outbox", url: outboxUrl },
    { name: "Widgets", url: widgetsUrl },
    { name: "API", url: `${apiUrl}/api/v1/openapi.json` },
  ];
}

/** The demo's tenants are sandboxes; those who work for a site are mailed by the live one they belong to. */
async function withLiveSites(
  { directory }: Awaited<ReturnType<typeof startHouse>>,
  tenants: readonly MadeTenant[],
): Promise<string[]> {
  const found = await Promise.all(tenants.map(({ tenantId }) => directory.load(tenantId)));
  return found.flatMap((tenant) =>
    tenant ? [tenant.id, ...(tenant.parentId ? [tenant.parentId] : [])] : [],
  );
}

/** Brings the database up to date. Answers the tenants that are in it, or null when they are to be loaded. */
async function prepare(
  database: DemoDatabase,
  { secret, fresh }: { readonly secret: string; readonly fresh: boolean },
): Promise<readonly MadeTenant[] | null> {
  const state = fresh ? undefined : readState(database.name);
  if (state) {
    await migrateLatest(database.adminUrl, secret);
    return state.tenants;
  }
  if (!fresh && !database.isOurs && (await database.hasTenants())) {
    throw new ConfigurationError(
      "DATABASE_URL names a database with tenants that the demo did not make here. Name an empty one, or add -- --fresh to delete everything in it.",
    );
  }
  forgetState(database.name);
  for (const { tenant } of demoSites) forget(eventFile(database, tenant.slug));
  await database.startOver();
  return null;
}

/** Makes the tenants that are missing, and tells those whose site has moved. */
async function settle(
  house: House,
  { apiUrl, siteUrls }: Addresses,
  known: readonly MadeTenant[],
): Promise<SettledTenant[]> {
  if (known.length === 0) await addOperator(house);
  const tenants: SettledTenant[] = [];
  for (const { tenant } of demoSites) {
    const siteUrl = siteUrls[tenant.slug] ?? "";
    const made = known.find(({ slug }) => slug === tenant.slug) ?? (await makeTenant(house, apiUrl, tenant));
    const moved = made.siteUrl === siteUrl ? made : await moveSite(apiUrl, made, siteUrl);
    tenants.push({ ...moved, webhook: await settleWebhook(apiUrl, moved) });
  }
  return tenants;
}

const eventFile = ({ name }: DemoDatabase, slug: string): string => `webhooks-${name}-${slug}.json`;

/** A tenant whose own server is registered for webhooks. */
type SettledTenant = MadeTenant & { readonly webhook: DemoWebhook };

/** What a tenant's own server knows: its keys, and the people who have a password of the site. */
function backendSetup(
  { client }: DemoTenant,
  { slug, publishableKey, secretKey, webhook }: SettledTenant,
  { apiUrl, database }: { readonly apiUrl: string; readonly database: DemoDatabase },
): BackendSetup {
  const { name, email, password } = client;
  return {
    apiUrl,
    publishableKey,
    secretKey,
    webhookSecret: webhook.secret,
    eventFile: join(dataFolder, eventFile(database, slug)),
    members: [{ id: "1", name, email, password }],
  };
}

function startHouse(database: DemoDatabase, secret: string, addresses: Addresses): Promise<House> {
  const env = readEnv({
    LOG_LEVEL: "warning",
    ...process.env,
    DATABASE_URL: database.adminUrl,
    TESSERA_SECRET: secret,
    API_PORT: String(addresses.ports["api"]),
    API_URL: addresses.apiUrl,
    ADMIN_URL: addresses.adminUrl,
    DATA_DIR: dataFolder,
    // The example sites' servers stand on this machine.
    WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32,::1/128",
  });
  const log = createLog(env.LOG_LEVEL, createWriteStream(join(dataFolder, "demo.log")));
  return openHouse({ env, serves: true, works: true, log });
}
