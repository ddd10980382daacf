import { type Coach } from "../coach.ts";

const home = { locale: "en", timeZone: "Africa/Lagos" } as const;

/** Coaches on Lagos time. */
export const lagos: readonly Coach[] = [
  {
    ...home,
    slug: "adaeze-nwosu",
    name: "Adaeze Nwosu",
    place: "Lagos",
    languages: ["en"],
    countries: ["NG", "GH", "GB"],
    line: "Founders with more orders than sleep, and investors who want a slide about it.",
    topics: ["Entrepreneurship", "Fundraising", "Small business"],
    about: [
      "Adaeze built a laundry business with forty vans and sold it to people who had laughed at it. She has raised money five times and declined it twice, and coaches founders about both.",
      "Bring your figures. If you have none, we make some that are honest.",
    ],
    hours: [
      ["Mon-Fri", "07:00-09:00"],
      ["Mon-Wed", "18:00-21:00"],
    ],
    intro: "Pitch me badly. It saves time.",
    session: {
      title: "Founder session",
      description: "Your figures, your next round, or why you do not need one.",
      minutes: 60,
      amountMinor: 8_500,
      currency: "USD",
    },
    reviews: [
      "She turned down my pitch politely, twice, and the third version raised the round.",
      "I learned to say what a customer costs me. My co-founder learned to listen.",
      "Energy, humour, and no mercy for vague numbers.",
    ],
    look: {
      skin: "ebony",
      hair: "afro",
      hairColour: "black",
      earrings: "#d35f43",
      clothes: ["blazer", "#c08a1d"],
      backdrop: ["waves", "#fbe9d2", "#e8ab7a"],
      mouth: "open",
    },
  },
  {
    ...home,
    slug: "tunde-bakare",
    name: "Tunde Bakare",
    place: "Abuja",
    languages: ["en", "fr"],
    countries: ["NG", "BJ", "KE"],
    line: "Selling without becoming somebody you would not buy from.",
    topics: ["Sales", "Negotiation", "Customer service"],
    about: [
      "Tunde sold phones from a kiosk at sixteen and software to ministries at forty. He says the second was easier, because nobody there bargains for the joy of it.",
      "You will play the customer, and find out what your own offer sounds like.",
    ],
    hours: [["Mon-Thu", "12:00-17:00"]],
    intro: "Sell me something. I will tell you where I stopped listening.",
    session: {
      title: "Selling session",
      description: "Three conversations played through, one of them yours next week.",
      minutes: 45,
      amountMinor: 6_000,
      currency: "USD",
      bufferAfterMinutes: 15,
    },
    reviews: [
      "I used to send discounts before anybody asked. Now I ask one question first and wait.",
      { text: "Great stories. I wanted a template as well and got it the day after.", marks: [4, 4, 5] },
    ],
    look: {
      skin: "umber",
      face: "round",
      hair: "cropped",
      hairColour: "black",
      cover: ["cap", "#2c5f8a"],
      beard: "goatee",
      clothes: ["mandarin", "#2c5f8a"],
      backdrop: ["plain", "#dceaf4", "#8fb6d3"],
      mouth: "wide",
    },
  },
];
