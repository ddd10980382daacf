/** What somebody holds in their hands, by what their browser says of itself. Tablets get the page for large screens. */
export const deviceOf = (userAgent: string | null): "desktop" | "phone" =>
  /\bMobile\b|\biPhone\b/.test(userAgent ?? "") ? "phone" : "desktop";
