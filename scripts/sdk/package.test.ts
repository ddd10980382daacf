import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { TestHouse, type TestSite } from "../../api/test/house.ts";

const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);

describe("the packed SDK", () => {
  let folder: string;
  let house: TestHouse;
  let site: TestSite;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "sdk-"));
    await run("npm", ["run", "--silent", "build", "-w", "sdk-js"], { cwd: root });
    await run("npm", ["pack", "--silent", "--pack-destination", folder, "./sdk-js/dist"], { cwd: root });
    const [tarball = ""] = readdirSync(folder);
    writeFileSync(join(folder, "package.json"), `{ "name": "tenant", "private": true, "type": "module" }`);
    // Nothing but the tarball is there to install from.
    await run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${tarball}`], { cwd: folder });
    house = await TestHouse.open({ variables: { WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32" } });
    site = await house.site();
  });
  after(async () => {
    await house?.close();
    rmSync(folder, { recursive: true });
  });

  /** What the compiler says to files of the tenant's, nothing when they are right. */
  async function compile(files: readonly string[], more: object = {}): Promise<string> {
    const strict = { noEmit: true, strict: true, target: "es2022", module: "nodenext", types: [] };
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { ...strict, ...more }, files }),
    );
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = await run("node", [tsc, "-p", "."], { cwd: folder }).catch(
      (failure: { stdout: string }) => failure,
    );
    return stdout;
  }

  it("a Node script completes a booking and verifies the webhook of it", async () => {
    copyFileSync(join(import.meta.dirname, "booking.ts"), join(folder, "booking.ts"));
    const { stdout } = await run("node", ["booking.ts", house.house.url, site.keys.secretKey], {
      cwd: folder,
    });
    const { booking, event, forgedIsRefused } = JSON.parse(stdout) as {
      booking: { id: string; state: string };
      event: { type: string; id: string };
      forgedIsRefused: boolean;
    };
    assert.equal(booking.state, "confirmed");
    assert.deepEqual(event, { type: "booking.confirmed", id: booking.id });
    assert.equal(forgedIsRefused, true);
  });

  it("its types are there for every door, and compile strictly without those of Node", async () => {
    writeFileSync(
      join(folder, "use.ts"),
      `import { connectServer, type WebhookEvent } from "@tessera/sdk";
       import { connectBrowser } from "@tessera/sdk/browser";
       import { liveOf } from "@tessera/sdk/live";
       const client = connectServer({ url: "https://api.test", secretKey: "sk_test_x" });
       export const title = async (): Promise<string> => (await client.scheduling.getBooking({ id: "1" })).title;
       // @ts-expect-error a number is no id
       export const wrong = () => client.scheduling.getBooking({ id: 1 });
       export const of = (event: WebhookEvent) => (event.type === "booking.confirmed" ? event.data.startsAt : "");
       const { session, keep } = connectBrowser({ url: "https://api.test", key: "pk_test_x" });
       liveOf({ url: "", key: "", session, keep }).on(["booking.moved"], ({ data }) => data.startsAt.slice(1));`,
    );
    assert.equal(await compile(["use.ts"]), "");
  });

  it("the widgets are typed for a page's own code, for React and for Vue, and what they do not have does not compile", async () => {
    for (const name of ["widgets.ts", "widgets.tsx", "widgets-in-vue.ts"])
      copyFileSync(join(import.meta.dirname, "uses", name), join(folder, name));
    const types = { react: "@types/react", csstype: "csstype", vue: "vue", "@vue": "@vue" };
    mkdirSync(join(folder, "node_modules/@types"), { recursive: true });
    for (const [name, at] of Object.entries(types))
      symlinkSync(join(root, "node_modules", at), join(folder, "node_modules", name === "react" ? at : name));
    assert.equal(await compile(["widgets.ts", "widgets.tsx", "widgets-in-vue.ts"], { jsx: "react-jsx" }), "");
  });

  it("nothing of Node is needed: it runs where there are only web APIs", async () => {
    const contents = `
      import { connectServer, constructEvent, signMemberToken } from "@tessera/sdk";
      import "@tessera/sdk/browser";
      import "@tessera/sdk/live";
      globalThis.result = (async () => {
        const member = await signMemberToken({ subject: "1", email: "a@example.com" }, { secretKey });
        const { items } = await connectServer({ url, secretKey }).scheduling.listOffers({});
        const event = await constructEvent(hook.body, new Headers(hook.headers), hook.secret, { now: hook.now });
        return { member: member.split(".").length, hasOffers: Array.isArray(items), event: event.test };
      })();`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      format: "iife",
      // Nothing is known of Node here: an import of it would not resolve.
      platform: "neutral",
      write: false,
    });
    const web = {
      fetch,
      crypto,
      Headers,
      Request,
      Response,
      URL,
      URLSearchParams,
      AbortController,
      AbortSignal,
      TextEncoder,
      TextDecoder,
      Blob,
      atob,
      btoa,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
    };
    const hook = {
      body: '{"test": 2432232314}',
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
      now: 1_614_265_330_000,
    };
    const context = createContext({ ...web, hook, url: house.house.url, secretKey: site.keys.secretKey });
    assert.equal(
      runInContext("typeof process + typeof Buffer + typeof require", context),
      "undefined".repeat(3),
    );
    const result: unknown = await runInContext(`${outputFiles[0]?.text ?? ""}; result`, context);
    assert.deepEqual({ ...(result as object) }, { member: 3, hasOffers: true, event: 2_432_232_314 });
  });
});
