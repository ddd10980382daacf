import { type OutgoingAnswer, postOutgoing, type Range } from "../../outgoing.ts";
import { HookGone } from "./port.ts";

/** An address that takes posts, and the private networks it may lie in. The address is the secret: whoever knows it can post. */
export interface Hook {
  readonly url: string;
  readonly guard: readonly Range[];
}

// A hook that was removed; 403 is how Slack tells that an admin forbade it.
const gone = new Set([403, 404, 410]);

/** Posts JSON to a hook. Throws unless it was accepted, without the address in the sentence. */
export async function postToHook({ url, guard }: Hook, body: object, signal: AbortSignal): Promise<void> {
  const headers = { "content-type": "application/json", "user-agent": "Tessera/1" };
  const answer = await postOutgoing(url, JSON.stringify(body), { headers, signal, allowed: guard });
  if (answer.status >= 200 && answer.status < 300) return;
  if (gone.has(answer.status)) throw new HookGone(saidBy(answer));
  throw new Error(`The chat answered ${saidBy(answer)}`);
}

const saidBy = ({ status, body }: OutgoingAnswer): string => `${status} ${body.slice(0, 200)}`.trim();
