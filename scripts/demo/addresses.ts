import { choosePorts } from "./ports.ts";
import { demoSites } from "./sites.ts";
import { readDemoFile } from "./state.ts";

/** Where everything of the demo answers. */
export interface Addresses {
  readonly apiUrl: string;
  readonly adminUrl: string;
  readonly outboxUrl: string;
  /** The page of all widgets. */
  readonly widgetsUrl: string;
  /** By slug. Under another name than the API, so that browsers treat it as a third party here as they do in life. */
  readonly siteUrls: Readonly<Record<string, string>>;
  readonly ports: Readonly<Record<string, number>>;
}

/** Chooses the addresses: those of the last run, else the usual ones (from DEMO_PORT on, 4000 unless set), else free ones. */
export async function chooseAddresses(): Promise<Addresses> {
  const last = readDemoFile();
  const first = Number(process.env["DEMO_PORT"] || 4000);
  const wished: Record<string, number> = {
    api: portOf(last?.apiUrl) ?? first,
    admin: portOf(last?.adminUrl) ?? first + 1,
    outbox: portOf(last?.outboxUrl) ?? first + 2,
    widgets: portOf(last?.widgetsUrl) ?? first + 3,
  };
  for (const [
    at,
    {
      tenant: { slug },
    },
  ] of demoSites.entries()) {
    wished[slug] = portOf(last?.tenants.find((tenant) => tenant.slug === slug)?.siteUrl) ?? first + 10 + at;
  }
  const ports = await choosePorts(wished);
  const own = (name: string) => `http://127.0.0.1:${ports[name]}`;
  return {
    apiUrl: own("api"),
    adminUrl: own("admin"),
    outboxUrl: `${own("outbox")}/outbox`,
    widgetsUrl: own("widgets"),
    siteUrls: Object.fromEntries(
      demoSites.map(({ tenant: { slug } }) => [slug, `http://localhost:${ports[slug]}`]),
    ),
    ports,
  };
}

const portOf = (url: string | undefined): number | undefined => (url ? Number(new URL(url).port) : undefined);
