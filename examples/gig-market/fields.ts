/** The fields of the market by the slug of their category, each with what one goes there for. */
export const fields = [
  { slug: "design", name: "设计", line: "标志、包装、界面、插画" },
  { slug: "programming", name: "程序开发", line: "网站、小程序、应用、数据" },
  { slug: "writing", name: "写作与翻译", line: "文案、长文、合同、简历" },
  { slug: "marketing", name: "营销推广", line: "内容、搜索、投放、直播" },
  { slug: "video", name: "视频与动画", line: "剪辑、动画、摄影、字幕" },
  { slug: "audio", name: "音乐与音频", line: "配音、配乐、混音、播客" },
  { slug: "business", name: "商务服务", line: "咨询、财税、法律、助理" },
  { slug: "lifestyle", name: "学习与生活", line: "辅导、健身、旅行、手作" },
] as const;
