import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type z } from "zod";
import { answersSchema } from "../src/modules/people/quiz/answers-schema.ts";
import { coachingFactors } from "../src/modules/people/quiz/factors.ts";
import { vendors } from "../src/modules/integrations/connections/vendors/all-vendors.ts";
import { modules } from "../src/modules.ts";
import { fieldErrorsOf, fieldsIn, inHouseWords, translationOf } from "../src/platform/field-sentences.ts";
import { installModules } from "../src/platform/installed-modules.ts";
import { exampleOf } from "../src/platform/rpc/example.ts";
import { procedureTable } from "../src/platform/rpc/table.ts";
import { appRouter } from "../src/router.ts";
import { TestHouse, type TestSite } from "./house.ts";

installModules(modules);

const inputs = [...procedureTable(appRouter)].map(([path, { meta }]) => [path, meta.input] as const);
const schemas: readonly (readonly [name: string, schema: z.ZodType])[] = [
  ...inputs,
  ...modules.flatMap(({ name, settings }) =>
    settings ? [[`${name} settings`, settings.schema] as const] : [],
  ),
  ...Object.values(vendors).map(({ name, values }) => [name, values] as const),
  ["the quiz", answersSchema(coachingFactors)],
];

/** The sentences a schema has of its own, wherever in it they stand. */
function ownSentences(node: unknown, seen = new Set<unknown>()): string[] {
  if (typeof node !== "object" || node === null || seen.has(node)) return [];
  seen.add(node);
  if ("_zod" in node) return ownSentences((node as z.ZodType)._zod.def, seen);
  return Object.entries(node).flatMap(([key, value]) => {
    if (key !== "error" || typeof value !== "function") return ownSentences(value, seen);
    const said = (value as (issue: object) => string | { message: string } | undefined)({ code: "custom" });
    return typeof said === "string" ? [said] : said ? [said.message] : [];
  });
}

const isHan = (text: string) => /\p{Script=Han}/u.test(text);
const isArabic = (text: string) => /\p{Script=Arabic}/u.test(text);

describe("sentences at fields", () => {
  it("of every schema are written in every language", () => {
    const found = schemas.flatMap(([name, schema]) =>
      ownSentences(schema).map((said) => [name, said] as const),
    );
    const silent = found.filter(
      ([, said]) => !isHan(translationOf(said, "zh-CN") ?? "") || !isArabic(translationOf(said, "ar") ?? ""),
    );
    assert.deepEqual(silent, []);
    assert.ok(new Set(found.map(([, said]) => said)).size > 30, `${found.length} were found`);
  });

  it("of every refusal by an operation are written in every language", () => {
    const folder = join(import.meta.dirname, "../src");
    const said = globSync("{modules,platform}/**/*.ts", { cwd: folder }).flatMap((file) => {
      const source =
        file.endsWith(".test.ts") || file === "platform/env.ts"
          ? ""
          : readFileSync(join(folder, file), "utf8");
      return [
        ...source.matchAll(/path: [^\n]*?[\],],?\s+message: "([^"]+)"|AddressRefused\("([^"]+)"\)/g),
      ].map(([, plain, refused]) => plain ?? refused ?? "");
    });
    const silent = said.filter(
      (sentence) => !translationOf(sentence, "zh-CN") || !translationOf(sentence, "ar"),
    );
    assert.deepEqual(silent, []);
    assert.ok(said.length > 25, `${said.length} were found`);
  });

  // What nobody could mean, in place of each field of each operation.
  const nonsense = [null, "", "\u0000", "x".repeat(100_000), -1.5, 1e300, true, [], {}, [null], { "?": 1 }];

  it("say what to do instead, whatever is sent for any field of any operation", () => {
    let told = 0;
    for (const [path, schema] of inputs) {
      const example = exampleOf(schema, "input") as Record<string, unknown>;
      for (const field of [...Object.keys(example), "unheardOf"])
        for (const value of nonsense) {
          const result = schema.safeParse({ ...example, [field]: value }, inHouseWords);
          const fields = result.success ? [] : result.error.issues.flatMap(fieldErrorsOf);
          for (const [language, isWritten] of [
            ["en", (text: string) => /^[A-Z][^\n]*\.$/.test(text) && !/invalid|expected/i.test(text)],
            ["zh-CN", isHan],
            ["ar", isArabic],
          ] as const)
            for (const { message } of fieldsIn(language, fields)) {
              told += 1;
              assert.ok(isWritten(message), `${path} ${field}: ${message}`);
            }
        }
    }
    assert.ok(told > 3000, `${told} were told`);
  });
});

describe("a refused form", () => {
  let house: TestHouse;
  let site: TestSite;
  before(async () => {
    house = await TestHouse.open({ works: false });
    site = await house.site();
  });
  after(() => house.close());

  const refusal = async (headers: Record<string, string>) => {
    const { body } = await house.call(
      "identity.signUp",
      { email: "nobody", password: "tulip-anvil-47", name: "", unheardOf: 1 },
      { headers: { ...site.visitor, ...headers } },
    );
    return body.error.data as { code: string; fields: object[] };
  };

  it("is explained in the language of the page, else of the browser, else in English", async () => {
    const fields = (email: string, name: string, unknown: string) => [
      { path: ["email"], message: email },
      { path: ["name"], message: name },
      { path: ["unheardOf"], message: unknown },
    ];
    const chinese = fields(
      "请填写邮箱地址，例如 ada@example.com。",
      "请在此填写内容。",
      "这里没有此字段。请去掉。",
    );
    assert.deepEqual((await refusal({ "Tessera-Locale": "zh-CN", "Accept-Language": "ar" })).fields, chinese);
    assert.deepEqual((await refusal({ "Accept-Language": "zh-TW,en;q=0.5" })).fields, chinese);
    assert.deepEqual(
      (await refusal({ "Accept-Language": "ar-EG" })).fields,
      fields("اكتب عنوان بريد مثل ada@example.com.", "اكتب شيئا هنا.", "هذا الحقل غير معروف هنا. احذفه."),
    );
    assert.deepEqual(
      (await refusal({})).fields,
      fields(
        "Write an e-mail address such as ada@example.com.",
        "Write something here.",
        "This field is not known here. Leave it out.",
      ),
    );
  });
});
