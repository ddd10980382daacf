import { openValues } from "./sealed-credentials.ts";
import { type Entered } from "./connection-fields.ts";
import { type UsedConnection } from "./opened-connections.ts";

const most = 1000;

/**
 * Providers made of connections, kept until the connection changes: what they learned (tokens, failures in a row) stays with them.
 * A vendor's library is loaded with the first provider that needs it: the libraries of all vendors hold 40 MB.
 */
export class BuiltProviders<Provider> {
  readonly #built = new Map<string, { readonly version: number; readonly provider: Promise<Provider> }>();
  readonly #build: (values: Entered, connection: UsedConnection) => Provider | Promise<Provider>;

  constructor(build: (values: Entered, connection: UsedConnection) => Provider | Promise<Provider>) {
    this.#build = build;
  }

  /** The provider of a connection as it is now. */
  of(connection: UsedConnection): Promise<Provider> {
    const { tenantId, id, version } = connection;
    const earlier = this.#built.get(id);
    if (earlier?.version === version) return earlier.provider;
    const provider = Promise.resolve(this.#build(openValues(tenantId, connection), connection));
    this.#built.delete(id);
    if (this.#built.size >= most) this.#dropOldest();
    this.#built.set(id, { version, provider });
    provider.catch(() => {
      if (this.#built.get(id)?.provider === provider) this.#built.delete(id);
    });
    return provider;
  }

  #dropOldest(): void {
    const [oldest] = this.#built.keys();
    if (oldest !== undefined) this.#built.delete(oldest);
  }
}
