import { type Scope } from "../../scope/scope.ts";
import type { OpenAiOptions } from "./openai.ts";
import { localAi } from "./local.ts";
import { metered } from "./meter.ts";
import { type AiProvider } from "./port.ts";

/** How this process reads, compares and writes texts. */
export interface AiSetup {
  /** For tenants without a connection of their own. */
  readonly installed: AiProvider;
  /** A provider the tenant connected itself; null until tenants can. */
  readonly connected: ((scope: Scope) => Promise<AiProvider | null>) | null;
}

let setup: AiSetup = { installed: localAi, connected: null };

/** Tells the process which provider to use, once at the start; the embedded one otherwise. */
export function useAi(chosen: AiSetup): void {
  setup = chosen;
}

/** The provider that works for a tenant: its own, else the installed one. */
export const aiFor = async (scope: Scope): Promise<AiProvider> =>
  metered((await setup.connected?.(scope)) ?? setup.installed);

/** The name of the provider for tenants without a connection of their own, for health. */
export const aiProviderName = (): string => setup.installed.name;

/** OpenAI when there is a key, else the embedded provider. */
export async function installedAi({
  apiKey,
  ...options
}: Omit<OpenAiOptions, "apiKey"> & { apiKey: string | undefined }): Promise<AiProvider> {
  if (apiKey === undefined) return localAi;
  const { openAi } = await import("./openai.ts");
  return openAi({ apiKey, ...options });
}
