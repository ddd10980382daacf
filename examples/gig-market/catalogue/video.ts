import { type MarketExtra, type MarketGig, type MarketQuestion } from "../gig.ts";

const extras: readonly MarketExtra[] = [
  ["加急：时间减半", 200, 0],
  ["竖版与横版各一份", 120, 1],
];
const questions: readonly MarketQuestion[] = [
  "视频在哪里播放？希望多长？",
  "请用网盘分享素材，并说明重点片段。",
];

/** Moving and still pictures. */
export const video: readonly MarketGig[] = [
  {
    slug: "vlog-editing",
    seller: "pan-yu",
    category: "video-editing",
    title: "旅行与生活视频剪辑，电影感调色",
    description: "帮您从几个小时的素材里挑出最好的五分钟。音乐均为可商用授权，附调色前后对比。",
    tags: ["剪辑", "vlog", "调色"],
    packages: [
      ["三分钟", "剪辑、字幕与配乐。", 280, 3, 2, ["字幕", "授权音乐"]],
      ["八分钟", "含调色与片头。", 680, 5, 3, ["字幕", "授权音乐", "电影感调色", "片头"]],
    ],
    extras,
    questions,
    cover: ["film", 200],
  },
  {
    slug: "course-editing",
    seller: "pan-yu",
    category: "video-editing",
    title: "网课与讲座剪辑，去口误加重点，批量优惠",
    description: "去停顿、降噪、同步课件、打重点字幕。十节以上统一模板，风格一致。",
    tags: ["剪辑", "网课", "字幕"],
    packages: [
      ["一节课", "四十五分钟以内。", 220, 2, 1, ["降噪", "字幕"]],
      ["十节课", "统一模板。", 1880, 12, 2, ["降噪", "字幕", "课件同步"]],
    ],
    extras,
    questions,
    cover: ["film", 240],
  },
  {
    slug: "explainer-animation",
    seller: "bai-lu",
    category: "animation",
    title: "产品讲解动画，六十秒说清一件事",
    description:
      "脚本、分镜、插画、动画、配音全包。先定脚本再画，避免返工。做过保险、医疗、软件等三十多部讲解动画。",
    tags: ["动画", "mg动画", "产品讲解"],
    packages: [
      ["三十秒", "模板角色。", 1800, 10, 2, ["脚本", "配音"]],
      ["六十秒", "定制角色。", 3800, 18, 3, ["脚本", "配音", "定制角色"]],
      ["九十秒", "含英文版。", 6200, 25, 4, ["脚本", "配音", "定制角色", "英文版"]],
    ],
    extras: [["源工程文件", 800, 0]],
    questions: ["要讲解的产品是什么？最重要的一句话是？", ["喜欢的画风是？", "扁平", "手绘", "等距"]],
    faq: [["脚本不满意可以改吗？", "脚本阶段不限次修改，定稿后才进入绘制。"]],
    cover: ["spark", 320],
  },
  {
    slug: "douyin-shorts",
    seller: "bai-lu",
    category: "short-videos",
    title: "抖音短视频拍剪一体，同城探店二十条打包",
    description: "上海市区可上门拍摄，外地可用您的素材。前三秒有钩子，结尾有行动，每条附标题和话题建议。",
    tags: ["短视频", "抖音", "探店"],
    packages: [
      ["三条剪辑", "用您的素材。", 360, 3, 2, ["标题建议"]],
      ["上门五条", "上海市区。", 1980, 7, 2, ["标题建议", "上门拍摄"]],
      ["二十条打包", "一个月的内容。", 6800, 30, 3, ["标题建议", "上门拍摄", "选题会"]],
    ],
    extras,
    questions: ["店铺地址和主推项目是什么？"],
    cover: ["film", 350],
  },
  {
    slug: "product-photos-white",
    seller: "he-jing",
    category: "product-photos",
    title: "商品白底图与场景图拍摄，寄样即拍",
    description: "专业棚拍，金属、玻璃、食品都熟。收到样品三天内出图，拍完原样寄回。每张都精修到可直接上架。",
    tags: ["产品摄影", "白底图", "场景图"],
    packages: [
      ["白底十张", "一款商品。", 300, 4, 1, ["精修"]],
      ["白底加场景", "十五张，两个场景。", 780, 6, 2, ["精修", "场景搭建"]],
      ["整套上新", "五款商品，五十张。", 2680, 12, 2, ["精修", "场景搭建", "主图排版"]],
    ],
    extras: [["真人手模", 300, 1]],
    questions: ["商品的尺寸和材质？", "有参考图吗？请附上。"],
    cover: ["camera", 38],
  },
  {
    slug: "food-photos",
    seller: "he-jing",
    category: "product-photos",
    title: "餐厅菜单与外卖美食摄影，江浙沪上门",
    description: "自带灯光和道具，边做边拍，不耽误营业。同一天交付可上架的外卖图。",
    tags: ["美食摄影", "菜单", "外卖"],
    packages: [
      ["十道菜", "半天拍摄。", 980, 3, 1, ["精修"]],
      ["三十道菜", "一整天。", 2380, 6, 2, ["精修", "菜单排版"]],
    ],
    questions: ["餐厅地址和方便的日期？"],
    cover: ["camera", 16],
  },
  {
    slug: "bilingual-subtitles",
    seller: "zhou-min",
    category: "subtitles",
    title: "中英双语字幕听译与时间轴，专业术语准确",
    description: "纪录片、访谈、发布会都接。先出术语表确认，再听译校对，交付 SRT 和 ASS 两种格式。",
    tags: ["字幕", "听译", "双语"],
    packages: [
      ["十分钟", "单人听译。", 260, 2, 1, ["时间轴"]],
      ["三十分钟", "含校对。", 700, 4, 2, ["时间轴", "第二人校对"]],
    ],
    extras,
    questions,
    cover: ["film", 170],
  },
];
