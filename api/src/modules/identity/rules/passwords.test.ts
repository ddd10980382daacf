import assert from "node:assert/strict";
import { test } from "node:test";
import { passwordProblem } from "./passwords.ts";

const personal = ["ada.lovelace@person.example", "Ada Lovelace", "Acme Coaching"];

test("passwords everybody guesses are refused, decorated or not", () => {
  for (const password of [
    "password",
    "Password1",
    "P@ssw0rd",
    "qwerty123",
    "12345678",
    "iloveyou!!",
    "Welcome2024!",
    "aaaaaaaa",
    "abababab",
    "abcdefghij",
    "987654321",
    "woaini1314",
  ]) {
    assert.equal(passwordProblem(password, personal), "too_common", password);
  }
});

test("the person's and the site's own words are refused", () => {
  for (const password of ["adalovelace1", "Lovelace99!", "acmecoaching", "Coaching2026"]) {
    assert.equal(passwordProblem(password, personal), "too_personal", password);
  }
});

test("others pass without any rule of composition", () => {
  for (const password of [
    "correct horse battery staple",
    "tulip-anvil",
    "我的密码很长很长",
    "x7Kq29mZ",
    "password is not enough today",
    "93817264",
  ]) {
    assert.equal(passwordProblem(password, personal), null, password);
  }
});
