// `npm run smoke -- --base URL [--key sk_...]`: says of each part of a running installation whether it works.
import { parseArgs } from "node:util";
import { checksOf } from "./checks.ts";

const { values } = parseArgs({ options: { base: { type: "string" }, key: { type: "string" } } });
if (values.base === undefined) {
  console.error("Say where the API answers: npm run smoke -- --base https://api.example.com [--key sk_...]");
  process.exit(2);
}
const url = values.base.replace(/\/+$/, "");
const checks = await checksOf({ url, ...(values.key !== undefined && { secretKey: values.key }) });
const width = Math.max(...checks.map(({ name }) => name.length));
for (const { name, run } of checks) {
  const line = await run().then(
    (found) => `ok    ${found}`,
    (problem: Error) => {
      process.exitCode = 1;
      return `FAIL  ${problem.message}`;
    },
  );
  console.log(`${name.padEnd(width)}  ${line}`);
}
