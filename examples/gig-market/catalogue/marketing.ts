import { type MarketExtra, type MarketGig, type MarketQuestion } from "../gig.ts";

const extras: readonly MarketExtra[] = [
  ["增加一次线上复盘会", 200, 0],
  ["竞品分析附录", 360, 2],
];
const questions: readonly MarketQuestion[] = [
  "您的产品是什么？卖给谁？客单价大概多少？",
  "现在主要在哪些渠道推广？效果如何？",
];

/** Being seen, found and bought. */
export const marketing: readonly MarketGig[] = [
  {
    slug: "xiaohongshu-account",
    seller: "meng-xi",
    category: "social-media",
    title: "小红书账号代运营，从零到第一批真实客户",
    description:
      "先做定位和选题库，再写笔记、做封面、回评论。只做真实内容，不刷量。每月一份看得懂的数据复盘，做不到约定的笔记数按比例退款。",
    tags: ["小红书", "代运营", "种草"],
    packages: [
      ["账号诊断", "定位、对标和选题库。", 399, 4, 1, ["选题三十个"]],
      ["每月八篇", "含封面与评论维护。", 2680, 30, 2, ["选题三十个", "图文笔记", "数据复盘"]],
      ["每月十六篇", "含达人合作两位。", 5980, 30, 3, ["选题三十个", "图文笔记", "数据复盘", "达人合作"]],
    ],
    extras,
    questions,
    faq: [["能保证涨粉吗？", "不承诺粉丝数，只承诺内容数量和质量；数据会如实汇报。"]],
    cover: ["megaphone", 350],
  },
  {
    slug: "wechat-community",
    seller: "meng-xi",
    category: "social-media",
    title: "微信社群搭建与话术，沉默群变活跃群",
    description: "群规、欢迎语、七天内容日历、活动脚本全部写好，带着您的同事做一周，之后自己也能跑。",
    tags: ["社群", "私域", "微信"],
    packages: [
      ["方案一份", "七天内容日历。", 520, 4, 1, ["话术库"]],
      ["陪跑一周", "每天复盘。", 1680, 10, 2, ["话术库", "每日复盘"]],
    ],
    extras,
    questions,
    cover: ["megaphone", 145],
  },
  {
    slug: "baidu-seo",
    seller: "qiu-lei",
    category: "search-marketing",
    title: "百度搜索优化：诊断、改版、收录一条龙",
    description: "只用正规方法。关键词、标题、结构、内容、外链逐项给出改法，前端改动可以直接帮您提交。",
    tags: ["seo", "百度", "关键词"],
    packages: [
      ["诊断报告", "三十项检查。", 480, 4, 0, ["关键词表"]],
      ["整改落地", "直接修改网站。", 2280, 14, 2, ["关键词表", "整改实施"]],
      ["三个月跟进", "每月一份排名报告。", 5800, 90, 3, ["关键词表", "整改实施", "月度报告"]],
    ],
    extras,
    questions: ["网站地址和主要产品词是什么？"],
    cover: ["lens", 220],
  },
  {
    slug: "ocean-engine-ads",
    seller: "qiu-lei",
    category: "advertising",
    title: "信息流广告投放优化，按周看效果",
    description:
      "账户结构、素材、落地页一起改。每周说明花了多少、换来什么、下周怎么调。广告费您自己充值，不经我手。",
    tags: ["广告投放", "信息流", "素材"],
    packages: [
      ["账户体检", "找出浪费的钱。", 680, 3, 0, ["问题清单"]],
      ["一个月托管", "日预算五千以内。", 3800, 30, 2, ["问题清单", "每周报告", "素材脚本"]],
    ],
    extras,
    questions,
    cover: ["chart", 12],
  },
  {
    slug: "live-script",
    seller: "meng-xi",
    category: "live-commerce",
    title: "直播带货脚本与排品表，新手主播照着说",
    description: "按两小时直播排好品、话术、节奏和互动，附违禁词对照。开播前线上彩排一次。",
    tags: ["直播", "带货", "脚本"],
    packages: [
      ["一场脚本", "十五款商品以内。", 560, 3, 2, ["排品表", "违禁词对照"]],
      ["一周五场", "含每日复盘。", 2380, 9, 3, ["排品表", "违禁词对照", "每日复盘"]],
    ],
    extras: [["现场跟播一场（线上）", 500, 0]],
    questions: ["请提供商品清单和价格。", ["主播有经验吗？", "第一次播", "播过几次", "很熟练"]],
    cover: ["megaphone", 8],
  },
  {
    slug: "user-interviews",
    seller: "luo-yi",
    category: "market-research",
    title: "用户访谈与需求洞察，八位真实用户，两周出报告",
    description: "从招募、提纲、访谈到报告全部包办，附录音文字稿和原话摘录。结论分成事实、推断和建议三层。",
    tags: ["用户研究", "访谈", "市场调研"],
    packages: [
      ["四位用户", "快速摸底。", 2400, 8, 1, ["文字稿", "结论报告"]],
      ["八位用户", "可支撑决策。", 4600, 14, 2, ["文字稿", "结论报告", "汇报一次"]],
    ],
    extras: [["问卷两百份补充验证", 1800, 7]],
    questions: ["最想弄清楚的三个问题是什么？", "希望访谈什么样的用户？"],
    cover: ["lens", 175],
  },
];
