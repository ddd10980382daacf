import { Client, Environment } from "@paypal/paypal-server-sdk";

/** What the library needs of a merchant. */
export interface PayPalAccount {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where PayPal is, without a slash at the end. */
  readonly url: string;
}

/** PayPal's library, which knows two addresses only, at the address it was given. */
export class PayPalClient extends Client {
  readonly #url: string;

  constructor({ clientId, clientSecret, url }: PayPalAccount) {
    super({
      environment: Environment.Sandbox,
      timeout: 8000,
      clientCredentialsAuthCredentials: { oAuthClientId: clientId, oAuthClientSecret: clientSecret },
    });
    this.#url = url;
  }

  override getRequestBuilderFactory(): ReturnType<Client["getRequestBuilderFactory"]> {
    const build = super.getRequestBuilderFactory();
    return (method, path) => {
      const builder = build(method, path);
      builder.interceptRequest((request) => {
        const { pathname, search } = new URL(request.url);
        return { ...request, url: `${this.#url}${pathname}${search}` };
      });
      return builder;
    };
  }

  /** An answer as text, for the addresses the library has no function for. */
  async read(path: string): Promise<string> {
    const request = this.getRequestBuilderFactory()("GET", path);
    request.authenticate([{ oauth2: true }]);
    return (await request.callAsText()).result;
  }
}
