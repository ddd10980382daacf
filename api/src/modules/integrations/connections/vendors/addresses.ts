/** Where vendors are, without a slash at the end; undefined is where they say they are. */
export interface VendorAddresses {
  readonly stripe: string | undefined;
  readonly alipay: string;
  readonly alipaySandbox: string;
  readonly wechatPay: string;
  /** WeChat Pay has none; a server that speaks its protocol may stand in. */
  readonly wechatPaySandbox: string | undefined;
  readonly payPal: string;
  readonly payPalSandbox: string;
  readonly sendGrid: string | undefined;
  readonly ses: string | undefined;
  readonly sns: string | undefined;
  readonly twilio: string;
  readonly zoomApi: string;
  readonly zoomLogin: string;
  readonly daily: string;
  readonly turnstile: string;
}

let addresses: VendorAddresses | undefined;

/** Tells the process where vendors are, once at the start. */
export function useVendorAddresses(chosen: VendorAddresses): void {
  addresses = chosen;
}

/** Where vendors are. */
export function vendorAddresses(): VendorAddresses {
  if (!addresses) throw new Error("useVendorAddresses was not called at the start of the process.");
  return addresses;
}
