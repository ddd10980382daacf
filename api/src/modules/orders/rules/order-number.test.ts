import assert from "node:assert/strict";
import { it } from "node:test";
import { newId } from "../../../platform/ids.ts";
import { orderNumberOf, readOrderNumber } from "./order-number.ts";

it("follows from the id and can be typed as it is spoken", () => {
  const id = "0195f000-0000-7000-8123-456789abcdef";
  const number = orderNumberOf(id);
  assert.equal(number, orderNumberOf(id));
  assert.match(number, /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  assert.equal(readOrderNumber(number.toLowerCase().replace("-", " ")), number);
});

it("reads letters that look like digits as those digits", () => {
  assert.equal(readOrderNumber("oOiIl-00000"), "00111-00000");
});

it("is none when it has another length or a letter that is never used", () => {
  for (const typed of ["", "7K2MQ-9F3X", "7K2MQ-9F3XAA", "7K2MQ-9F3XU", "7K2MQ_9F3XA"]) {
    assert.equal(readOrderNumber(typed), null, typed);
  }
});

it("differs between orders placed in one moment", () => {
  const at = new Date(0);
  const numbers = new Set(Array.from({ length: 1_000 }, () => orderNumberOf(newId(at))));
  assert.equal(numbers.size, 1_000);
});
