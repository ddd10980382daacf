import { fileHolds } from "../../files/find-bytes.ts";
import { type Antivirus } from "./port.ts";

/** The signature every scanner is tested with (https://www.eicar.org); in two parts, or scanners would take this file away. */
export const testSignature = Buffer.from(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("-"),
);

/** What the test signature is called where something is found. */
export const testFinding = "EICAR-Test-Signature";

/** Finds the test signature and nothing else, and says so: what it does not find is `unscanned`. */
export const localAntivirus: Antivirus = {
  name: "local",
  async scan(path, { signal }) {
    const isFound = await fileHolds(path, testSignature, signal);
    return isFound ? { state: "infected", finding: testFinding } : { state: "unscanned" };
  },
};
