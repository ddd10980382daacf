import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { maskedNumber, readAccountNumber, readBankCode, readIban } from "./bank-account.ts";

describe("bank accounts", () => {
  for (const [typed, read] of [
    ["DE89 3704 0044 0532 0130 00", "DE89370400440532013000"],
    ["gb29-nwbk-6016-1331-9268-19", "GB29NWBK60161331926819"],
    ["NO9386011117947", "NO9386011117947"],
    ["MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST001S"],
    ["DE88 3704 0044 0532 0130 00", null],
    ["DE89 3704 0044 0532 0130 01", null],
    ["DE89370400440532013", null],
    ["8937040044053201300", null],
    ["", null],
  ] as const) {
    it(`reads "${typed}" as ${read ?? "no IBAN"}`, () => assert.equal(readIban(typed), read));
  }

  for (const [typed, read] of [
    ["6222 0212 3456 7890 123", "6222021234567890123"],
    ["12-345-678", "12345678"],
    ["123", null],
    ["1234;5678", null],
    ["=1+2345", null],
  ] as const) {
    it(`reads "${typed}" as ${read ?? "no number"}`, () => assert.equal(readAccountNumber(typed), read));
  }

  for (const [typed, read] of [
    ["deutdeff", "DEUTDEFF"],
    ["102100099996", "102100099996"],
    ["021 000 021", "021000021"],
    ["abc", null],
    ["a,bcd", null],
  ] as const) {
    it(`reads "${typed}" as ${read ?? "no bank"}`, () => assert.equal(readBankCode(typed), read));
  }

  it("shows the end of a number", () => assert.equal(maskedNumber("DE89370400440532013000"), "•••• 3000"));
});
