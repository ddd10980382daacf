import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeadMailbox } from "./smtp.ts";

const replies: [reply: string, isDead: boolean][] = [
  ["550 No such mailbox", true],
  ["550 5.1.1 The account does not exist", true],
  ["550-5.1.1 The account does not exist", true],
  ["553 5.1.3 Bad address syntax", true],
  ["550 5.2.1 The account is disabled", true],
  ["550 5.7.1 Message rejected by policy", false],
  ["554 5.7.26 Unauthenticated sender", false],
  ["552 5.2.2 The mailbox is full", false],
  ["554 Transaction failed", false],
  ["450 4.2.0 Greylisted", false],
];
for (const [reply, isDead] of replies)
  test(`${reply}: ${isDead ? "no more mails" : "tried again"}`, () =>
    assert.equal(isDeadMailbox(reply), isDead));
