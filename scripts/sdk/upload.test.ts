import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { TestHouse, type TestSite } from "../../api/test/house.ts";
import { findChromium } from "../chromium.ts";

const root = join(import.meta.dirname, "../..");

describe("an upload from a page", () => {
  let house: TestHouse;
  let site: TestSite;
  let server: Server;
  let browser: Browser;
  let page: Page;
  before(async () => {
    const contents = `
      import { connectBrowser } from "@tessera/sdk/browser";
      import { uploadFile } from "@tessera/sdk/upload";
      Object.assign(window, { connectBrowser, uploadFile });`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: join(root, "widgets") },
      bundle: true,
      format: "iife",
      write: false,
    });
    const script = outputFiles[0]?.text ?? "";
    server = createServer((request, answer) =>
      request.url === "/page.js"
        ? answer.writeHead(200, { "Content-Type": "text/javascript" }).end(script)
        : answer.writeHead(200, { "Content-Type": "text/html" }).end(`<script src="/page.js"></script>`),
    );
    await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    house = await TestHouse.open();
    site = await house.site("Upload site", { tenancy: { allowedOrigins: [origin] } });
    browser = await chromium.launch(await findChromium());
    page = await browser.newPage();
    await page.goto(origin);
    const { headers } = await site.signIn("ada@example.com");
    await page.evaluate(
      `browser = connectBrowser(${JSON.stringify({ url: house.house.url, key: site.keys.publishableKey, remember: "memory" })});
       browser.session.begin(${JSON.stringify({ accessToken: headers["Authorization"]?.slice(7), accessExpiresAt: "", refreshToken: "", member: { id: "" } })});`,
    );
  });
  after(async () => {
    await browser?.close();
    server?.close();
    await house?.close();
  });

  /** Uploads from the page. Answers what came of it, and the parts it was told were sent. */
  const upload = (bytes: Buffer, type: string, name: string) =>
    page.evaluate(`(async () => {
      const parts = [];
      const bytes = Uint8Array.from(atob(${JSON.stringify(bytes.toString("base64"))}), (one) => one.charCodeAt(0));
      const file = new File([bytes], ${JSON.stringify(name)}, { type: ${JSON.stringify(type)} });
      const options = { purpose: "people.photo", onProgress: (part) => parts.push(part) };
      const came = await uploadFile(browser.client, file, options).catch(({ code, status, requestId }) => ({ code, status, requestId }));
      return { came, parts };
    })()`) as Promise<{ came: Record<string, unknown>; parts: number[] }>;

  const point = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
    "base64",
  );

  it("tells how far it is, and answers the file by its own name", async () => {
    // Bytes behind the end of a picture are allowed, and make it long enough to be sent in parts.
    const { came, parts } = await upload(
      Buffer.concat([point, randomBytes(1_500_000)]),
      "image/png",
      "me.png",
    );
    assert.equal(came["name"], "me.png", JSON.stringify(came));
    assert.equal(parts.at(-1), 1);
    assert.deepEqual(
      parts,
      parts.toSorted((a, b) => a - b),
    );
  });

  it("415 a refusal is typed as any other", async () => {
    const { came, parts } = await upload(Buffer.from("text"), "text/plain", "me.txt");
    assert.equal(came["code"], "files.type_refused");
    assert.equal(came["status"], 415);
    assert.match(String(came["requestId"]), /^[\w-]{8,}$/);
    assert.notEqual(parts.at(-1), undefined);
  });
});
