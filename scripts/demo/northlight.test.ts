import assert from "node:assert/strict";
import { test } from "node:test";
import { embedLocally } from "../../api/src/platform/providers/ai/local-embedding.ts";
import { northlight } from "./northlight.ts";

const { hosts, pastClients } = northlight;

const kinds = (of: (host: (typeof hosts)[number]) => readonly string[]) => new Set(hosts.flatMap(of)).size;

test("forty coaches in twelve zones, eight languages and three currencies", () => {
  assert.equal(hosts.length, 40);
  assert.equal(
    kinds(({ timeZone }) => [timeZone]),
    12,
  );
  assert.equal(
    kinds(({ languages }) => languages),
    8,
  );
  assert.equal(
    kinds(({ offers }) => offers.map(({ currency }) => currency)),
    3,
  );
  assert.equal(hosts.filter(({ reviews }) => reviews.length === 0).length, 6);
  assert.equal(hosts.filter(({ isAway }) => isAway).length, 2);
});

test("nobody shares a name, a page, a mailbox, a face or a sentence with somebody else", () => {
  for (const part of ["name", "slug", "email", "photo", "headline", "bio"] as const)
    assert.equal(new Set(hosts.map((host) => host[part])).size, hosts.length, part);
  const said = hosts.flatMap(({ reviews }) => reviews.map(({ text }) => text));
  assert.equal(new Set(said).size, said.length);
});

test("Chinese and Arabic coaches write in their languages", () => {
  const scripts = {
    en: /^[^\p{Script=Han}\p{Script=Arabic}]+$/u,
    "zh-CN": /\p{Script=Han}/u,
    ar: /\p{Script=Arabic}/u,
  };
  for (const { slug, locale, name, headline, bio, offers } of hosts) {
    const texts = [name, headline, bio, ...offers.flatMap(({ title, description }) => [title, description])];
    for (const text of texts) assert.match(text, scripts[locale], slug);
  }
});

test("nobody reviews the same coach twice: there are clients enough in every language", () => {
  for (const { slug, locale, reviews } of hosts)
    assert.ok(pastClients.filter((client) => client.locale === locale).length >= reviews.length, slug);
});

// Written before anybody looked at who comes first.
const goals: Readonly<Record<string, string>> = {
  "I just became a manager and do not know how to lead my old colleagues": "lena-brandt",
  "I lie awake at night and cannot sleep": "camille-laurent",
  "My son is fourteen and slams the door": "layla-mansour",
  "I want to negotiate my salary and get promoted": "grace-whitfield",
  "Raise money for my startup": "adaeze-nwosu",
  "I have debts and am afraid to look at my bank account": "harpreet-singh",
  "I am afraid to speak in public": "tom-ashworth",
  "I retire next year and do not know what to do with my time": "sunita-rao",
  "Our marriage is ending and we have children": "naomi-feldman",
  "I am burned out and cannot say no": "sofia-almeida",
  "Prepare for coding interviews": "david-park",
  "I cannot concentrate, maybe it is ADHD": "nele-hartmann",
  "I want to write a novel but I never finish": "hugo-belmonte",
  "升职做了主管，不知道怎么带团队": "lin-mei",
  "找工作，简历没有回音": "chen-wei",
  "孩子青春期叛逆，不想上学": "zhang-yating",
};

test("whoever says what they want finds the coach for it among the first three", () => {
  const known = hosts.map(({ slug, expertise }) => ({ slug, vector: embedLocally(expertise.join(", ")) }));
  const missed = Object.entries(goals).flatMap(([goal, wanted]) => {
    const asked = embedLocally(goal);
    const near = (vector: Float32Array) => vector.reduce((sum, value, at) => sum + value * asked[at]!, 0);
    const first = known.toSorted((a, b) => near(b.vector) - near(a.vector)).slice(0, 3);
    return first.some(({ slug }) => slug === wanted)
      ? []
      : [`${goal}: ${first.map(({ slug }) => slug).join(", ")}`];
  });
  assert.deepEqual(missed, []);
});
