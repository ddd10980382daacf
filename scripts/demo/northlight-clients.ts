import { type DemoPerson, type DemoTenant } from "./tenant.ts";

type Named = readonly [name: string, mailbox: string];

const people = (locale: DemoPerson["locale"], timeZone: string, ...named: readonly Named[]): DemoPerson[] =>
  named.map(([name, mailbox]) => ({ name, email: `${mailbox}@mail.example`, locale, timeZone }));

/** Those who had sessions with Northlight's coaches before the demo begins. */
export const pastClients: readonly DemoPerson[] = [
  ...people(
    "en",
    "Europe/Berlin",
    ["Felix Brenner", "felix.brenner"],
    ["Anneke de Vries", "anneke.devries"],
    ["Marta Kowalska", "marta.kowalska"],
    ["Luca Romano", "luca.romano"],
    ["Sanne Jansen", "sanne.jansen"],
  ),
  ...people(
    "en",
    "Europe/London",
    ["Oliver Grant", "oliver.grant"],
    ["Niamh Byrne", "niamh.byrne"],
    ["Zainab Yusuf", "zainab.yusuf"],
    ["Chidi Eze", "chidi.eze"],
  ),
  ...people(
    "en",
    "America/New_York",
    ["Rebecca Stone", "rebecca.stone"],
    ["Andre Williams", "andre.williams"],
    ["Jiwoo Kim", "jiwoo.kim"],
    ["Camila Torres", "camila.torres"],
  ),
  ...people("en", "Asia/Kolkata", ["Ananya Iyer", "ananya.iyer"], ["Rohan Kapoor", "rohan.kapoor"]),
  ...people(
    "zh-CN",
    "Asia/Shanghai",
    ["周晓雨", "zhou.xiaoyu"],
    ["李浩然", "li.haoran"],
    ["孙佳琪", "sun.jiaqi"],
    ["吴思远", "wu.siyuan"],
    ["郑丽", "zheng.li"],
  ),
  ...people(
    "ar",
    "Asia/Riyadh",
    ["أحمد الشمري", "ahmad.alshammari"],
    ["ريم القحطاني", "reem.alqahtani"],
    ["خالد منصور", "khaled.mansour"],
    ["دانا العلي", "dana.alali"],
  ),
];

/** What Northlight's coaches say of their clients. */
export const thanks: DemoTenant["thanks"] = {
  en: [
    "Came prepared and did what we agreed on.",
    "Open, curious, on time. A pleasure to work with.",
    "Asked the hard question without being asked to.",
    "Thoughtful between sessions, which is where it counts.",
    "",
  ],
  "zh-CN": ["准备充分，说到做到。", "坦诚，愿意尝试。", "每次都带着新的思考来。", ""],
  ar: ["حضر مستعدًا ونفّذ ما اتفقنا عليه.", "صراحة ورغبة في التجربة.", "يفكر بين الجلسات، وهذا هو المهم.", ""],
};
