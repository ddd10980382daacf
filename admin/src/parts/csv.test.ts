import assert from "node:assert/strict";
import { test } from "node:test";
import { csvOf } from "./csv.ts";

test("cells that a spreadsheet would run are made text", () => {
  for (const sign of ["=", "+", "-", "@", "\t", "\r"]) {
    assert.equal(csvOf([[`${sign}1+1`]]), `"'${sign}1+1"\r\n`);
  }
  assert.equal(csvOf([["1-1", "a=b"]]), `"1-1","a=b"\r\n`);
});

test("quotes, commas and line breaks stay in their cell", () => {
  assert.equal(csvOf([['Say "hi", Ada\nbye'], ["سعر"]]), '"Say ""hi"", Ada\nbye"\r\n"سعر"\r\n');
});
