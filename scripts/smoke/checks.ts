import { connectServer, uploadFile } from "@tessera/sdk";

/** What a check found: a word or two for a person; a rejection says what is wrong. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<string>;
}

/** Where an installation answers, and the secret key of a site to look into; without one the site's own parts are left out. */
export interface Installation {
  readonly url: string;
  readonly secretKey?: string;
}

/** What every installation must do, then what a site's own connections answer when they are asked. */
export async function checksOf({ url, secretKey }: Installation): Promise<Check[]> {
  const checks: Check[] = [
    { name: "health", run: () => health(url) },
    { name: "API reference", run: () => reference(url) },
    { name: "widgets", run: () => loader(url) },
  ];
  if (secretKey === undefined) return checks;
  const site = connectServer({ url, secretKey });
  const { items, answering } = await site.integrations.listConnections({});
  return [
    ...checks,
    { name: "site", run: async () => (await site.tenancy.getSite()).name },
    {
      name: "ledger",
      run: async () => {
        const { isSound } = await site.money.checkLedger();
        if (!isSound) throw new Error("The ledger does not add up.");
        return "sound";
      },
    },
    {
      name: "storage",
      run: async () => {
        const kept = await uploadFile(site, pixel, { purpose: "people.photo", name: "smoke.png" });
        return `kept ${kept.bytes} bytes, ${kept.state}`;
      },
    },
    ...answering.map(({ kind, provider, isOwn }) => ({
      name: kind,
      run: async () => `${provider}, ${isOwn ? "the site's own" : "the installation's"}`,
    })),
    ...items
      .filter(({ state }) => state !== "disconnected")
      .map(({ id, kind, vendor }) => ({
        name: `${kind}: ${vendor}`,
        run: async () => {
          const { test } = await site.integrations.testConnection({ id });
          if (test?.code !== "works") throw new Error(test?.sentence ?? "It was not tested.");
          return test.sentence;
        },
      })),
  ];
}

// One grey pixel (PNG, RFC 2083). Nobody attaches it, so it is deleted after a day.
const pixel = new Blob(
  [
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
      "base64",
    ),
  ],
  { type: "image/png" },
);

async function health(url: string): Promise<string> {
  const answer = await fetch(`${url}/health`);
  const { status, providers } = (await answer.json()) as {
    status: string;
    providers: Record<string, string>;
  };
  if (!answer.ok) throw new Error(`It says ${status}; see ${url}/health.`);
  return Object.entries(providers)
    .map(([power, vendor]) => `${power} by ${vendor}`)
    .join(", ");
}

async function reference(url: string): Promise<string> {
  const { paths } = (await json(`${url}/api/v1/openapi.json`)) as { paths: object };
  return `${Object.keys(paths).length} addresses`;
}

async function loader(url: string): Promise<string> {
  const { src } = (await json(`${url}/widgets/v1/integrity.json`)) as { src: string };
  const answer = await fetch(`${url}/widgets/v1/${src}`);
  if (!answer.ok) throw new Error(`${src} was answered ${answer.status}.`);
  return src;
}

async function json(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`It was answered ${answer.status}.`);
  return answer.json();
}
