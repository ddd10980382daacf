import { ApiError, type ErrorCode } from "@tessera/sdk/browser";
import { assert } from "chai";
import { campaignOf } from "./campaign.ts";
import { formatSeconds } from "./countdown.ts";
import { addDays, addMonths, firstWeekdayOf, weekOf } from "./days.ts";
import { stateOf, withLocalTimes } from "./failure.ts";
import { dayIn, formatMinutes, formatTime } from "./format.ts";
import { formatMoney } from "./money.ts";
import { stepFor } from "./keyboard.ts";
import { localeOf } from "./locale.ts";
import { fill } from "./texts.ts";
import { brandSheet } from "./theme.ts";
import { Keep } from "@tessera/sdk/browser";

describe("base", () => {
  describe("money", () => {
    for (const [amountMinor, currency, text] of [
      [9000, "EUR", "€90"],
      [9050, "EUR", "€90.50"],
      [5000, "JPY", "¥5,000"],
      [1500, "KWD", "KWD 1.500"],
      [1_790_000, "HUF", "HUF 17,900"],
      [1_790_050, "HUF", "HUF 17,900.50"],
      [0, "USD", "$0"],
      [9_007_199_254_740_991, "USD", "$90,071,992,547,409.91"],
    ] as const) {
      it(`${amountMinor} ${currency} is ${text}`, () => {
        assert.equal(formatMoney("en-US", amountMinor, currency).replace("\u00A0", " "), text);
      });
    }

    it("keeps an amount's currency together between Arabic words", () => {
      const line = document.createElement("p");
      line.dir = "rtl";
      line.textContent = `السعر ${formatMoney("ar", 4500, "USD")} للجلسة`;
      document.body.append(line);
      const text = line.firstChild ?? line;
      const leftOf = (part: string) => {
        const range = new Range();
        range.setStart(text, line.textContent.indexOf(part));
        range.setEnd(text, line.textContent.indexOf(part) + part.length);
        return range.getBoundingClientRect().left;
      };
      const places = ["للجلسة", "US", "$", "45", "السعر"].map(leftOf);
      line.remove();
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      );
    });
  });

  describe("time", () => {
    it("lasts minutes or whole hours", () => {
      assert.equal(formatMinutes("en-US", 50), "50 minutes");
      assert.equal(formatMinutes("en-US", 60), "1 hour");
      assert.equal(formatMinutes("zh-CN", 90), "90分钟");
    });

    it("of day and date are those of the zone, also across a change of clocks", () => {
      const before = Date.parse("2026-03-29T00:30:00Z");
      const after = Date.parse("2026-03-29T01:30:00Z");
      assert.match(formatTime("en-GB", before, "Europe/Berlin"), /^0?1:30$/);
      assert.match(formatTime("en-GB", after, "Europe/Berlin"), /^0?3:30$/);
      assert.equal(dayIn("Pacific/Kiritimati", after), "2026-03-29");
      assert.equal(dayIn("Pacific/Pago_Pago", after), "2026-03-28");
    });

    it("counts down in seconds", () => {
      assert.equal(formatSeconds("en-US", 605), "10:05");
      assert.equal(formatSeconds("en-US", 5), "0:05");
    });

    it("in a refusal is the reader's own", () => {
      const sentence = withLocalTimes("The room opens at 2026-03-10T08:45:00.000Z. Come back then.", "en-US");
      assert.notInclude(sentence, "T08");
      assert.match(sentence, /^The room opens at Mar \d+, 2026, \d+:45\s[AP]M\. Come back then\.$/);
    });
  });

  describe("days", () => {
    it("are added across months, years and leap days", () => {
      assert.equal(addDays("2026-12-31", 1), "2027-01-01");
      assert.equal(addDays("2028-03-01", -1), "2028-02-29");
      assert.equal(addMonths("2026-01-31", 1), "2026-02-28");
      assert.equal(addMonths("2026-03-31", -1), "2026-02-28");
      assert.equal(addMonths("2026-11-15", 14), "2028-01-15");
    });

    it("begin their week as the reader's country does", () => {
      assert.deepEqual(["en-US", "en-GB", "de", "ar-EG"].map(firstWeekdayOf), [7, 1, 1, 6]);
      assert.equal(weekOf("2026-03-10", 1), "2026-03-09");
      assert.equal(weekOf("2026-03-10", 7), "2026-03-08");
      assert.equal(weekOf("2026-03-08", 7), "2026-03-08");
    });
  });

  describe("words", () => {
    it("take the plural of their language", () => {
      const entry = { one: "{count} time", other: "{count} times" };
      assert.equal(fill(entry, { count: 1 }, "en-US"), "1 time");
      assert.equal(fill(entry, { count: 1234 }, "en-US"), "1,234 times");
    });

    it("do not fill in what a person wrote as if it were a placeholder", () => {
      assert.equal(fill("Hello {name}", { name: "{email} $& $1" }, "en-US"), "Hello {email} $& $1");
    });

    for (const [tag, language, direction] of [
      ["en-GB", "en", "ltr"],
      ["zh", "zh-CN", "ltr"],
      ["zh-TW", "zh-CN", "ltr"],
      ["ar-EG", "ar", "rtl"],
      ["fr", "en", "ltr"],
    ] as const) {
      it(`of ${tag} are ${language}`, () => {
        assert.deepInclude(localeOf(tag), { language, direction });
      });
    }
  });

  it("keys move with the reading direction", () => {
    assert.equal(stepFor("ArrowRight", 3, { columns: 7, direction: "ltr" }), 1);
    assert.equal(stepFor("ArrowRight", 3, { columns: 7, direction: "rtl" }), -1);
    assert.equal(stepFor("Home", 9, { columns: 7, direction: "rtl" }), -2);
    assert.equal(stepFor("End", 9, { columns: 7, direction: "ltr" }), 4);
    assert.isNull(stepFor("x", 0, { columns: 7, direction: "ltr" }));
  });

  it("a brand colour that is none is left out, so that no style gets in by it", () => {
    assert.isNull(brandSheet("red}*{display:none"));
    assert.include(brandSheet("#ffd400")?.cssRules[0]?.cssText, "--_on-brand: #000");
    assert.include(brandSheet("#3457d5")?.cssRules[0]?.cssText, "--_on-brand: #fff");
  });

  for (const [status, state] of [
    [0, "offline"],
    [401, "signed-out"],
    [403, "forbidden"],
    [404, "error"],
    [500, "error"],
  ] as const) {
    it(`${status} is ${state}`, () => {
      assert.equal(stateOf(new ApiError(status, { code: "request.internal", message: "" })), state);
    });
  }

  it("402 is unlicensed where a part is switched off, and no more than a refusal where credits are too few", () => {
    const of = (code: ErrorCode) => stateOf(new ApiError(402, { code, message: "" }));
    assert.equal(of("request.module_inactive"), "unlicensed");
    assert.equal(of("money.credits_too_few"), "error");
  });

  it("a campaign is remembered on later pages of the tab, and nothing else of an address", () => {
    const keep = new Keep("campaign", null);
    assert.deepEqual(campaignOf("?utm_source=mail&utm_campaign=spring&token=secret&utm_BAD=1", keep), {
      utm_source: "mail",
      utm_campaign: "spring",
    });
    assert.deepEqual(campaignOf("?page=2", keep), { utm_source: "mail", utm_campaign: "spring" });
    assert.deepEqual(campaignOf("?utm_source=ads", keep), { utm_source: "ads" });
  });
});
