import { type MarketExtra, type MarketGig, type MarketQuestion } from "../gig.ts";

const extras: readonly MarketExtra[] = [
  ["加急：二十四小时内交付", 120, 0],
  ["再出一个版本", 100, 1],
];
const questions: readonly MarketQuestion[] = [
  "文字给谁看？希望他们看完做什么？",
  "有没有必须出现或不能出现的说法？",
];

/** Words for selling, reading, applying and other languages. */
export const writing: readonly MarketGig[] = [
  {
    slug: "brand-story",
    seller: "su-wan",
    category: "copywriting",
    title: "品牌故事与广告语，说人话，不说大话",
    description:
      "前《城市画报》编辑，写过茶、酒、酒店和独立设计师品牌。先做一小时访谈，再动笔；每句话都能落到事实上。",
    tags: ["文案", "品牌故事", "广告语"],
    packages: [
      ["广告语五条", "附每条的用意。", 480, 3, 2, ["用意说明"]],
      ["品牌故事", "八百字正文加广告语。", 1280, 6, 3, ["用意说明", "一小时访谈"]],
      ["整套文案", "官网、画册、包装统一口吻。", 3600, 14, 4, ["用意说明", "一小时访谈", "语气手册"]],
    ],
    extras,
    questions,
    faq: [["可以署名吗？", "默认不署名，文字权利归您。"]],
    cover: ["quill", 20],
  },
  {
    slug: "product-copy",
    seller: "su-wan",
    category: "copywriting",
    title: "电商商品文案，一条讲清一个卖点",
    description: "标题、五点卖点、详情正文和短评素材，一次写全。不堆形容词，不用违禁词，附合规检查。",
    tags: ["文案", "电商", "详情页"],
    packages: [
      ["一件商品", "标题加五点卖点。", 120, 2, 1, ["违禁词检查"]],
      ["十件商品", "同一品类更省心。", 880, 6, 2, ["违禁词检查", "详情正文"]],
    ],
    extras,
    questions: ["请提供商品参数和实拍图。", "主要在哪个平台销售？"],
    cover: ["quill", 345],
  },
  {
    slug: "wechat-articles",
    seller: "jiang-nan",
    category: "articles",
    title: "公众号长文代写：科技、教育、健康三个方向",
    description: "选题、采访、查证、成文一条龙，引用都附出处。每篇两千字左右，原创度检测报告随稿附上。",
    tags: ["公众号", "长文", "原创"],
    packages: [
      ["单篇", "两千字，一次修改。", 460, 4, 1, ["原创检测"]],
      ["每月四篇", "固定选题会。", 1680, 28, 2, ["原创检测", "选题会", "标题三选一"]],
    ],
    extras: [["采访一位专家", 300, 3]],
    questions,
    cover: ["pages", 190],
  },
  {
    slug: "speech-writing",
    seller: "jiang-nan",
    category: "articles",
    title: "婚礼、毕业、年会发言稿，三分钟打动人",
    description: "先聊半小时，再写一篇像您自己说出来的话。附停顿标记和语速提示，念起来顺口。",
    tags: ["发言稿", "婚礼", "年会"],
    packages: [["一篇发言稿", "三到五分钟。", 199, 2, 2, ["停顿标记"]]],
    extras,
    questions: ["是什么场合？听众是谁？", "有哪三件事一定要说到？"],
    cover: ["quill", 285],
  },
  {
    slug: "contract-translation",
    seller: "zhou-min",
    category: "translation",
    title: "合同与公文中英互译，律所经验，当天交稿",
    description:
      "曾任涉外律所译员七年，熟悉贸易、劳动、知识产权合同。术语表随稿交付，保密协议可先签；每份译文由第二人校对。",
    tags: ["翻译", "英语", "合同", "法律"],
    packages: [
      ["一千字以内", "当天交稿。", 260, 1, 1, ["术语表"]],
      ["五千字以内", "两人校对。", 1150, 3, 2, ["术语表", "第二人校对"]],
      ["一万字以内", "含排版与盖章扫描件对照。", 2180, 6, 2, ["术语表", "第二人校对", "对照排版"]],
    ],
    extras: [["翻译公司盖章", 80, 1]],
    questions: ["请上传需要翻译的文件。", ["译成哪种英语？", "英式", "美式", "不限"]],
    faq: [["怎么算字数？", "按中文字符数计算，标点不计。"]],
    cover: ["globe", 215],
  },
  {
    slug: "japanese-translation",
    seller: "zhou-min",
    category: "translation",
    title: "日语邮件、说明书与字幕翻译，母语校对",
    description: "商务敬语拿捏得体，说明书按日本用户习惯重写。与东京的校对老师合作八年。",
    tags: ["翻译", "日语", "说明书"],
    packages: [
      ["商务邮件", "三封以内。", 150, 1, 1, ["敬语检查"]],
      ["说明书", "三千字以内。", 880, 4, 2, ["敬语检查", "母语校对"]],
    ],
    extras,
    questions: ["请上传原文。"],
    cover: ["globe", 355],
  },
  {
    slug: "thesis-proofreading",
    seller: "jiang-nan",
    category: "proofreading",
    title: "学位论文格式与语言校对，不代写",
    description: "逐句检查错别字、标点、图表编号、参考文献格式，批注说明每处理由。只校对，不代写，不改观点。",
    tags: ["校对", "论文", "参考文献"],
    packages: [
      ["一万字以内", "两轮批注。", 320, 3, 1, ["修订模式"]],
      ["五万字以内", "含参考文献核对。", 1180, 8, 2, ["修订模式", "参考文献核对"]],
    ],
    questions: ["学校的格式要求是什么？请附模板。"],
    cover: ["pages", 98],
  },
  {
    slug: "resume-polish",
    seller: "ye-qing",
    category: "cv-writing",
    title: "互联网与外企简历精修，附面试追问清单",
    description: "做过六年招聘，看过三万份简历。把经历改成成果，把成果写出数字，再告诉您面试官会追问什么。",
    tags: ["简历", "求职", "外企", "面试"],
    packages: [
      ["中文简历", "一页精修。", 198, 2, 2, ["逐条批注"]],
      ["中英双语", "两种语言各一页。", 368, 4, 2, ["逐条批注", "英文版"]],
      ["求职全套", "简历、求职信与模拟面试。", 880, 7, 3, ["逐条批注", "英文版", "求职信", "模拟面试"]],
    ],
    extras: [["领英主页同步优化", 160, 1]],
    questions: ["请上传现有简历。", "目标岗位和公司是？请附岗位描述。"],
    cover: ["badge", 205],
  },
];
