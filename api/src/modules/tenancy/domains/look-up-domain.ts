import { isIP } from "node:net";
import { askNameServers } from "../../../platform/name-servers.ts";
import { judgeAlias, judgeProof, proofName, type RecordState } from "../rules/domains.ts";
import { ownHost } from "./present-domain.ts";

/** What name servers said of a domain. */
export interface FoundRecords {
  readonly proof: RecordState;
  readonly alias: RecordState;
}

/** Asks name servers for a domain's proof and where it leads. */
export const lookUpDomain = (
  { domain, proof }: { readonly domain: string; readonly proof: string },
  { signal }: { readonly signal: AbortSignal },
): Promise<FoundRecords> =>
  askNameServers(signal, async (names) => {
    const host = ownHost();
    const [proofs, aliases, addresses, hostAddresses] = await Promise.all([
      names.texts(proofName(domain)),
      names.aliases(domain),
      names.addresses(domain),
      isIP(host) === 0 ? names.addresses(host) : [host],
    ]);
    return {
      proof: judgeProof({ proofs }, proof),
      alias: judgeAlias({ aliases, addresses, hostAddresses }, host),
    };
  });
