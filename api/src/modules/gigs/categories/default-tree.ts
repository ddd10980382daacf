import { type CategoryNames } from "../models/gig-category.ts";

interface DefaultCategory {
  readonly slug: string;
  readonly names: CategoryNames;
}

const named = (slug: string, en: string, zh: string, ar: string): DefaultCategory => ({
  slug,
  names: { en, "zh-CN": zh, ar },
});

/** The categories a gig market usually begins with, two levels deep. */
export const defaultTree: readonly (DefaultCategory & { readonly children: readonly DefaultCategory[] })[] = [
  {
    ...named("design", "Design", "设计", "التصميم"),
    children: [
      named("logo-design", "Logos and brands", "标志与品牌设计", "الشعارات والهويات"),
      named("web-design", "Web and app design", "网页与应用设计", "تصميم المواقع والتطبيقات"),
      named("illustration", "Illustration", "插画", "الرسوم التوضيحية"),
      named("print-design", "Print and packaging", "印刷与包装设计", "المطبوعات والتغليف"),
      named("presentation-design", "Presentations", "演示文稿设计", "العروض التقديمية"),
      named("interior-design", "Interiors and architecture", "室内与建筑设计", "التصميم الداخلي والعمارة"),
    ],
  },
  {
    ...named("programming", "Programming", "程序开发", "البرمجة"),
    children: [
      named("websites", "Websites", "网站开发", "المواقع"),
      named("mobile-apps", "Mobile apps", "移动应用", "تطبيقات الجوال"),
      named("mini-programs", "Mini programs", "小程序", "التطبيقات المصغرة"),
      named("online-shops", "Online shops", "网店搭建", "المتاجر الإلكترونية"),
      named("data-and-ai", "Data and AI", "数据与人工智能", "البيانات والذكاء الاصطناعي"),
      named("testing-and-support", "Testing and support", "测试与技术支持", "الاختبار والدعم التقني"),
    ],
  },
  {
    ...named("writing", "Writing and translation", "写作与翻译", "الكتابة والترجمة"),
    children: [
      named("copywriting", "Copywriting", "文案撰写", "كتابة النصوص الإعلانية"),
      named("articles", "Articles and blogs", "文章与博客", "المقالات والمدونات"),
      named("translation", "Translation", "翻译", "الترجمة"),
      named("proofreading", "Proofreading", "校对", "التدقيق اللغوي"),
      named("cv-writing", "CVs and letters", "简历与求职信", "السير الذاتية والرسائل"),
    ],
  },
  {
    ...named("marketing", "Marketing", "营销推广", "التسويق"),
    children: [
      named("social-media", "Social media", "社交媒体运营", "وسائل التواصل الاجتماعي"),
      named("search-marketing", "Search engines", "搜索引擎优化", "محركات البحث"),
      named("advertising", "Advertising", "广告投放", "الإعلانات"),
      named("live-commerce", "Live commerce", "直播带货", "البيع عبر البث المباشر"),
      named("market-research", "Market research", "市场调研", "أبحاث السوق"),
    ],
  },
  {
    ...named("video", "Video and animation", "视频与动画", "الفيديو والرسوم المتحركة"),
    children: [
      named("video-editing", "Video editing", "视频剪辑", "تحرير الفيديو"),
      named("animation", "Animation", "动画制作", "الرسوم المتحركة"),
      named("short-videos", "Short videos", "短视频制作", "المقاطع القصيرة"),
      named("product-photos", "Product photos", "产品摄影", "تصوير المنتجات"),
      named("subtitles", "Subtitles", "字幕制作", "الترجمة المرئية"),
    ],
  },
  {
    ...named("audio", "Music and audio", "音乐与音频", "الموسيقى والصوت"),
    children: [
      named("voice-over", "Voice-over", "配音", "التعليق الصوتي"),
      named("composing", "Composing", "作曲编曲", "التلحين"),
      named("mixing", "Mixing and mastering", "混音与母带", "المزج والإتقان الصوتي"),
      named("podcasts", "Podcasts", "播客制作", "البودكاست"),
    ],
  },
  {
    ...named("business", "Business", "商务服务", "الأعمال"),
    children: [
      named("consulting", "Consulting", "商业咨询", "الاستشارات"),
      named("business-plans", "Business plans", "商业计划书", "خطط العمل"),
      named("accounting", "Accounting and tax", "财务与税务", "المحاسبة والضرائب"),
      named("legal-help", "Legal help", "法律服务", "المساعدة القانونية"),
      named("assistance", "Virtual assistance", "远程助理", "المساعدة عن بعد"),
    ],
  },
  {
    ...named("lifestyle", "Learning and lifestyle", "学习与生活", "التعلم ونمط الحياة"),
    children: [
      named("tutoring", "Tutoring", "在线辅导", "الدروس الخصوصية"),
      named("fitness", "Fitness and health", "健身与健康", "اللياقة والصحة"),
      named("travel-plans", "Travel plans", "旅行规划", "تخطيط السفر"),
      named("gifts-and-crafts", "Gifts and crafts", "礼品与手工", "الهدايا والحرف اليدوية"),
    ],
  },
];
