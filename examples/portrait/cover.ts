import { shade } from "./colour.ts";

/** What somebody wears on the head: what falls behind it, and what lies on it. */
const covers = {
  hijab: (colour: string) => ({
    behind: `<path d="M120 34c44 0 66 33 66 80 0 34 10 66 22 96-52 24-124 24-176 0 12-30 22-62 22-96 0-47 22-80 66-80z" fill="${shade(colour, -0.14)}"/>`,
    above: `<path d="M83 116c0-34 13-52 37-52s37 18 37 52c0 20-6 36-16 46-6 7-36 7-42 0-10-10-16-26-16-46zM120 40c-38 0-58 28-58 72 0 34 14 62 40 74 12 5 24 5 36 0 26-12 40-40 40-74 0-44-20-72-58-72z" fill-rule="evenodd" fill="${colour}"/><path d="M66 128c8 34 26 54 54 58 24 4 46 14 62 34-42 16-92 14-132-2 12-26 18-56 16-90z" fill="${colour}"/><g fill="none" stroke="${shade(colour, -0.2)}" stroke-width="2.6" stroke-linecap="round" opacity=".6"><path d="M70 146c12 30 36 44 66 50M64 172c20 20 44 28 70 32M92 58c-12 10-18 26-19 44"/></g>`,
  }),
  turban: (colour: string) => ({
    behind: "",
    above: `<path d="M70 100c-12-40 12-74 50-74s62 34 50 74c-10-18-28-30-50-34-22 4-40 16-50 34z" fill="${colour}"/><g fill="none" stroke="${shade(colour, -0.2)}" stroke-width="2.8" stroke-linecap="round" opacity=".75"><path d="M120 65c-22-4-40 2-50 14M120 65c22-4 40 2 50 14M119 62c-18-10-36-8-48 2M121 62c18-10 36-8 48 2M118 58c-14-12-28-16-40-12M122 58c14-12 28-16 40-12"/></g><path d="M120 50c6 5 8 10 8 17-6-2-10-2-16 0 0-7 2-12 8-17z" fill="${shade(colour, 0.18)}"/>`,
  }),
  wrap: (colour: string) => ({
    behind: "",
    above: `<path d="M76 100c-16-38 4-80 46-82 42-2 60 42 42 82-10-16-24-26-44-28-20 2-34 12-44 28z" fill="${colour}"/><path d="M142 34c-2-16 10-26 24-22 10 3 12 14 4 20 10 0 16 10 10 18-8 10-24 8-34-2z" fill="${shade(colour, -0.12)}"/><circle cx="146" cy="38" r="8" fill="${shade(colour, 0.12)}"/><g fill="none" stroke="${shade(colour, -0.24)}" stroke-width="3" stroke-linecap="round" opacity=".6"><path d="M80 86c16-24 38-38 62-44M88 62c12-12 28-20 48-24M104 74c12-16 26-26 42-30"/></g>`,
  }),
  cap: (colour: string) => ({
    behind: "",
    above: `<path d="M79 84c-4-30 6-50 38-52 36-2 50 20 44 52-24-9-58-9-82 0z" fill="${colour}"/><path d="M79 84c24-9 58-9 82 0l1-12c-26-9-58-9-84 0z" fill="${shade(colour, -0.22)}"/><g fill="${shade(colour, 0.45)}" opacity=".8"><circle cx="92" cy="74" r="2"/><circle cx="106" cy="71.5" r="2"/><circle cx="120" cy="70.5" r="2"/><circle cx="134" cy="71.5" r="2"/><circle cx="148" cy="74" r="2"/></g>`,
  }),
  beanie: (colour: string) => ({
    behind: "",
    above: `<path d="M76 88c-2-36 14-58 44-58s46 22 44 58z" fill="${colour}"/><path d="M72 78c0-3 2-5 5-5h86c3 0 5 2 5 5v13c0 3-2 5-5 5H77c-3 0-5-2-5-5z" fill="${shade(colour, -0.18)}"/><g stroke="${shade(colour, 0.2)}" stroke-width="2.4" opacity=".5"><path d="M86 75v19M98 75v19M110 75v19M122 75v19M134 75v19M146 75v19M158 75v19"/></g>`,
  }),
} as const;

/** The name of something worn on the head, and its colour. */
export type Cover = readonly [kind: keyof typeof covers, colour: string];

/** Whether it hides hair and ears. */
export const hidesEars = (cover: Cover | undefined): boolean => cover?.[0] === "hijab";

/** What of a cover is drawn before the head, and what after the face. */
export const drawCover = (cover: Cover | undefined): { readonly behind: string; readonly above: string } =>
  cover ? covers[cover[0]](cover[1]) : { behind: "", above: "" };
