import { type Translation } from "../base/texts.ts";
import { type PersonProfileTexts } from "./person-profile.texts.ts";

export const texts: Translation<PersonProfileTexts> = {
  notFound: "此人已不在这里展示。",
  answersWithin: "通常在{time}内回复",
  about: "简介",
  topics: "擅长主题",
  countries: "服务地区",
  links: "其他链接",
  website: "网站",
  opensNewTab: "{name}，在新标签页中打开",
  sessions: "可预约的服务",
  noSessions: "目前没有可预约的服务。",
  bookShort: "预约",
  bookOffer: "预约：{title}",
  endBooking: "返回个人资料",
  reviews: "评价",
  knowledge: "专业知识",
  communication: "沟通",
  professionalism: "专业态度",
  ofFive: "{rating} 分（满分 5 分）",
  someone: "某位用户",
  noReviews: "暂无评价。首次服务结束后，评价会显示在这里。",
  noWords: "仅评分，未写文字。",
  moreReviews: "显示更多评价",
};
