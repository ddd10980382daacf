import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eicar, zipOf } from "../api/src/platform/files/testing.ts";
import { TestHouse } from "../api/test/house.ts";
import { startServer } from "./api.ts";
import { type BenchRow } from "./slots.ts";

const calls = 800;
const turns = 3;
const uploadsAtOnce = 3;
const mb = 1024 * 1024;

/** How long one site's calls take at worst while another site's archives are scanned and unpacked, beside a quiet server; turn by turn. */
export async function measureFiles(): Promise<BenchRow[]> {
  const house = await TestHouse.open({ works: false });
  const limits = { visitorsPerMinute: 100_000, serversPerMinute: 100_000, membersPerMinute: 100_000 };
  const neighbour = await house.site("Neighbour", { tenancy: { limits } });
  const sender = await house.site("Sender", { tenancy: { limits } });
  const { id } = await house.ok<{ id: string }>(
    "identity.createMember",
    { email: "bench@example.com", name: "Bench" },
    { headers: sender.server },
  );
  const { child, url } = await startServer({
    mode: "house",
    databaseUrl: house.database.adminUrl,
    secret: house.database.secret,
    tenantId: sender.live.id,
    personId: id,
  });
  const archive = new Uint8Array(largeArchive());
  const upload = async () => {
    const address = `${url}/api/v1/files?purpose=messaging.attachment&name=a.zip`;
    const headers = { ...sender.actingFor(id), "Content-Type": "application/zip" };
    const answer = await fetch(address, { method: "POST", headers, body: archive });
    const text = await answer.text();
    if (!text.includes("files.infected")) throw new Error(`The archive was answered ${text}`);
  };
  const ask = async () => {
    const body = JSON.stringify({ path: "tenancy.getSite", input: {} });
    const headers = { ...neighbour.visitor, "Content-Type": "application/json" };
    const answer = await fetch(`${url}/api/v1/rpc`, { method: "POST", headers, body });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`Answered ${answer.status}.`);
  };
  const quiet: number[] = [];
  const loud: number[] = [];
  let unpacked = 0;
  for (let turn = 0; turn <= turns; turn += 1) {
    const alone = await slowest(ask);
    let isOver = false;
    const lane = async () => {
      while (!isOver) {
        await upload();
        unpacked += 1;
      }
    };
    const lanes = Promise.all(Array.from({ length: uploadsAtOnce }, lane));
    await sleep(200);
    const beside = await slowest(ask);
    isOver = true;
    await lanes;
    // The first turn warms up.
    if (turn > 0) {
      quiet.push(alone);
      loud.push(beside);
    }
  }
  child.kill("SIGKILL");
  await house.close();
  const [own, anchor] = [median(loud), median(quiet)];
  return [
    {
      what: "null procedure of another site while archives are unpacked",
      budget: ">= 0.50",
      floor: "0.20",
      measured: `p99 ${own.toFixed(1)} ms, ${unpacked} archives`,
      ratio: anchor / own,
      anchor: `the same while nothing is uploaded, p99 ${anchor.toFixed(1)} ms`,
    },
  ];
}

/** 90 MB in 6 MB; malware is in its last piece, so that all of it is unpacked and it is kept once. */
function largeArchive(): Buffer {
  const piece = Buffer.concat(Array.from({ length: 16 }, () => Buffer.alloc(64 * 1024, randomBytes(4096))));
  const pieces = Array.from({ length: 90 }, (_, at) => ({ name: `${at}.txt`, content: piece }));
  if (piece.length !== mb) throw new Error("A piece has another size.");
  return zipOf([...pieces, { name: "last.com", content: eicar }]);
}

/** The 99th percentile of how long a call takes, in milliseconds, one after the other. */
async function slowest(call: () => Promise<void>): Promise<number> {
  const took: number[] = [];
  for (let nth = 0; nth < calls; nth += 1) {
    const startedAt = performance.now();
    await call();
    took.push(performance.now() - startedAt);
  }
  return took.toSorted((a, b) => a - b)[Math.floor(calls * 0.99)] ?? Number.NaN;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
