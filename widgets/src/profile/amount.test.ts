import { assert } from "chai";
import { parseAmount, writeAmount } from "./amount.ts";
import { currencyOf } from "./currencies.ts";
import { countriesIn, languagesIn } from "./places.ts";
import { search } from "../parts/combobox/search.ts";

describe("amounts", () => {
  const cases: readonly (readonly [tag: string, typed: string, currency: string, minor: number | null])[] = [
    ["en-US", "90", "USD", 9000],
    ["en-US", "1,250.5", "USD", 125_050],
    ["en-US", "1,250", "USD", 125_000],
    ["de-DE", "1.250", "EUR", 125_000],
    ["de-DE", "1.250,5", "EUR", 125_050],
    ["de-DE", "90.50", "EUR", 9050],
    ["fr-FR", "1 250,50", "EUR", 125_050],
    ["de-CH", "1’250.50", "CHF", 125_050],
    ["ar-EG", "٩٠٫٥", "EGP", 9050],
    ["zh-CN", "９０", "CNY", 9000],
    ["en-US", "900", "JPY", 900],
    ["en-US", "1.234", "KWD", 1234],
    ["hu-HU", "17900,50", "HUF", 1_790_050],
    ["en-US", "250000", "IDR", 25_000_000],
    ["en-US", "90.5", "JPY", null],
    ["en-US", "90.555", "USD", null],
    ["en-US", "", "USD", null],
    ["en-US", "-90", "USD", null],
    ["en-US", "ninety", "USD", null],
  ];
  for (const [tag, typed, currency, minor] of cases) {
    it(`${typed || "nothing"} in ${tag} is ${minor ?? "no amount"} of ${currency}`, () => {
      assert.equal(parseAmount(tag, typed, currency), minor);
      if (minor !== null) assert.equal(parseAmount(tag, writeAmount(tag, minor, currency), currency), minor);
    });
  }

  it("are in the currency of the region, else in the site's", () => {
    assert.deepEqual(
      ["de-AT", "en-GB", "zh-CN", "sv", "en", "de-LI"].map((tag) => currencyOf(tag, "CHF")),
      ["EUR", "GBP", "CNY", "SEK", "USD", "CHF"],
    );
  });
});

describe("places", () => {
  it("are those of today, each once, by their names", () => {
    const codes = (list: readonly { readonly value: string }[]) => list.map(({ value }) => value);
    const languages = codes(languagesIn("en-US"));
    assert.includeMembers(languages, ["en", "de", "zh", "ar", "yue", "fil"]);
    for (const old of ["iw", "in", "ji", "tl"]) assert.notInclude(languages, old);
    const countries = codes(countriesIn("en-US"));
    assert.includeMembers(countries, ["DE", "CN", "SA", "TW", "XK"]);
    for (const none of ["DD", "SU", "YU", "ZZ", "EU", "UN", "UK"]) assert.notInclude(countries, none);
    assert.equal(new Set(countries).size, countries.length);
    assert.isAbove(countries.length, 240);
  });

  it("are found by what their name begins with first, by a code, and by their English name", () => {
    const first = (tag: string, typed: string) => search(countriesIn(tag), typed)[0]?.value;
    assert.equal(first("en-US", "aland"), "AX");
    assert.equal(first("en-US", "united k"), "GB");
    assert.equal(first("zh-CN", "德"), "DE");
    assert.equal(first("zh-CN", "Germany"), "DE");
    assert.equal(first("ar", "de"), "DE");
  });
});
