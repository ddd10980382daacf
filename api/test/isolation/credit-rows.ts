import { type Headers } from "./callers.ts";

type Ok = <Result>(path: string, input: object, headers: Headers) => Promise<Result>;

/** Two campaigns of the site; the client redeemed one of them. */
export async function creditRows(
  ok: Ok,
  {
    word,
    client,
    server,
    at,
  }: {
    readonly word: string;
    readonly client: { readonly headers: Headers };
    readonly server: Headers;
    readonly at: (hours: number) => string;
  },
): Promise<{ campaign: string }> {
  const begin = (kind: string) =>
    ok<{ id: string; code: string }>(
      "money.createCampaign",
      {
        code: `${word}-${kind}`,
        name: `${word} ${kind}`,
        credits: 20,
        startsAt: at(-24 * 7),
        endsAt: at(24 * 7),
      },
      server,
    );
  const [campaign, spare] = [await begin("gift"), await begin("spare")];
  await ok("money.redeemCode", { code: spare.code }, client.headers);
  return { campaign: campaign.id };
}
