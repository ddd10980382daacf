import { type Look } from "../portrait/portrait.ts";
import { type Seller } from "./seller.ts";

const seller = (
  slug: string,
  name: string,
  place: string,
  line: string,
  bio: string,
  skills: readonly string[],
  look: Look,
  languages: readonly string[] = ["zh"],
): Seller => ({ slug, name, place, line, bio, skills, look, languages });

const both = ["zh", "en"];

/** Everybody who sells on the market. */
export const sellers: readonly Seller[] = [
  seller("lin-zhiyuan", "林致远", "杭州", "品牌设计师，专注茶、酒与糕点", "在杭州开了一间三个人的设计工作室，十年里做过四十多个餐饮品牌。喜欢先用毛笔画，再上电脑。", ["品牌设计", "包装设计"], { skin: "sand", hair: "swept", hairColour: "black", glasses: "round", clothes: ["mandarin", "#5b4636"], backdrop: ["hills", "#f2e6d6", "#c9a97c"] }),
  seller("xu-an", "许安", "深圳", "界面与演示设计师", "在两家软件公司做过设计负责人，现在独立接单。说得清为什么这么画，也听得懂为什么不能这么做。", ["界面设计", "演示设计"], { skin: "porcelain", hair: "short", hairColour: "black", clothes: ["crew", "#3a4fa0"], backdrop: ["window", "#e2e8f8", "#93a6dd"] }, both),
  seller("gao-yue", "高悦", "成都", "插画师与网页设计师", "画绘本，也画网页。家里两只猫，一只负责监工，一只负责踩键盘。", ["插画", "网页设计"], { skin: "porcelain", hair: "bob", hairColour: "auburn", earrings: "#c9653f", clothes: ["vneck", "#b9606e"], backdrop: ["leaves", "#fae9ea", "#e2a7ad"] }),
  seller("shen-mo", "沈墨", "苏州", "室内设计师，篆刻人", "白天画平面图，晚上刻印章。相信小房子也能住得从容。", ["室内设计", "篆刻"], { skin: "sand", face: "square", hair: "parted", hairColour: "silver", age: "old", beard: "goatee", clothes: ["mandarin", "#3d4a44"], backdrop: ["books", "#e7ece4", "#aebda5"] }),
  seller("zhao-kai", "赵凯", "武汉", "网站工程师，十二年经验", "只做能讲清楚的网站：多快、多安全、谁来维护。交付那天，密码全部归您。", ["网站开发", "网站优化"], { skin: "sand", hair: "cropped", hairColour: "black", glasses: "square", clothes: ["hoodie", "#2f6672"], backdrop: ["plain", "#dcecee", "#8fbec6"] }, both),
  seller("deng-hao", "邓浩", "广州", "移动应用工程师", "独立上架过二十多个应用。每周五下午给客户演示进度，雷打不动。", ["移动开发", "软件测试"], { skin: "honey", hair: "fringed", hairColour: "black", clothes: ["crew", "#3f6f4a"], backdrop: ["waves", "#e0efe3", "#93c1a0"] }),
  seller("tang-wei", "唐薇", "长沙", "小程序开发者，服务六十多家门店", "从自己家的琴行开始写小程序，后来全街的店都来找我。", ["小程序", "门店系统"], { skin: "porcelain", hair: "ponytail", hairColour: "black", clothes: ["shirt", "#c98a2b"], backdrop: ["sun", "#fdf1d8", "#efc777"] }),
  seller("he-jing", "何静", "义乌", "商品摄影师，店铺装修", "棚里常年堆着两百件样品，拍完都擦干净寄回去。", ["产品摄影", "店铺装修"], { skin: "porcelain", hair: "bun", hairColour: "brown", clothes: ["roll", "#8a5a83"], backdrop: ["plain", "#f1e5f0", "#cda6c8"] }),
  seller("fang-shu", "方舒", "北京", "数据工程师，表格终结者", "做过六年银行数据，现在帮小公司把重复的活交给机器。", ["数据分析", "自动化", "人工智能"], { skin: "sand", hair: "shoulder", hairColour: "black", glasses: "round", clothes: ["blazer", "#40516e"], backdrop: ["window", "#e3e8f0", "#a3b1c8"] }, both),
  seller("su-wan", "苏晚", "上海", "文案，前杂志编辑", "写过八年城市专栏。写字之前先听人说话，说人话是底线。", ["品牌文案", "电商文案"], { skin: "porcelain", hair: "long", hairColour: "black", clothes: ["shawl", "#7a4a3a"], backdrop: ["moon", "#ece2dc", "#b89a8c"] }),
  seller("jiang-nan", "江楠", "南京", "撰稿人与校对", "每篇稿子查证三遍。错一个标点都睡不着。", ["撰稿", "校对", "发言稿"], { skin: "sand", hair: "short", hairColour: "brown", glasses: "half", clothes: ["vneck", "#4a6b52"], backdrop: ["books", "#e6eee6", "#a8c0aa"] }),
  seller("zhou-min", "周敏", "上海", "英日双语译者，律所出身", "做了七年涉外律所译员。术语统一、当天回复、从不失约。", ["法律翻译", "日语翻译", "字幕"], { skin: "porcelain", hair: "pixie", hairColour: "black", earrings: "#b99432", clothes: ["blazer", "#303c55"], backdrop: ["plain", "#e4e7ee", "#a9b2c6"] }, ["zh", "en", "ja"]),
  seller("ye-qing", "叶青", "北京", "前招聘经理，简历与行政助理", "看过三万份简历，知道哪一行会被跳过。也替总裁排过八年日程。", ["简历", "面试", "远程助理"], { skin: "sand", hair: "wavy", hairColour: "brown", clothes: ["shirt", "#56799a"], backdrop: ["waves", "#e3edf4", "#a4c2d8"] }, both),
  seller("meng-xi", "孟曦", "杭州", "内容运营，小红书与社群", "带过三个从零到十万粉的账号。不刷量，只做真实的东西。", ["内容运营", "社群", "直播"], { skin: "porcelain", hair: "topknot", hairColour: "plum", clothes: ["hoodie", "#c2567a"], backdrop: ["sun", "#fde6ed", "#f0a9bf"] }),
  seller("qiu-lei", "邱磊", "郑州", "搜索与信息流投放", "管过一年三千万的广告预算。最擅长的是告诉客户哪里不该花钱。", ["搜索优化", "广告投放"], { skin: "honey", face: "round", hair: "receding", hairColour: "black", clothes: ["shirt", "#4d5f7d"], backdrop: ["plain", "#e2e7ef", "#a2b1c8"] }),
  seller("luo-yi", "罗一", "重庆", "开店顾问，前创投经理", "开过四家咖啡馆，关过一家，投过二十个项目。数字算不过来的生意，不劝您做。", ["开店咨询", "商业计划书", "用户研究"], { skin: "sand", hair: "curls", hairColour: "black", clothes: ["roll", "#6b4f3a"], backdrop: ["dunes", "#f3e8d8", "#d4b48a"] }, both),
  seller("pan-yu", "潘屿", "厦门", "剪辑师与调色师", "背包走过十一个国家，回来以后发现最喜欢的是剪片子的夜晚。", ["视频剪辑", "调色"], { skin: "honey", hair: "locs", hairColour: "black", clothes: ["crew", "#2b7f8c"], backdrop: ["waves", "#daf0f2", "#7fc3cc"] }),
  seller("bai-lu", "白露", "上海", "动画与短视频导演", "三十多部讲解动画，六百多条同城短视频。坚持先写脚本再开机。", ["动画", "短视频"], { skin: "porcelain", hair: "fringe", hairColour: "copper", clothes: ["vneck", "#7657a8"], backdrop: ["moon", "#eae4f5", "#b7a4dc"] }),
  seller("cheng-lang", "程朗", "西安", "配音员与混音师，前电台播音", "在省台播了十年早间新闻。自建录音棚，底噪低于三十分贝。", ["配音", "混音", "播客"], { skin: "sand", face: "square", hair: "swept", hairColour: "black", clothes: ["blazer", "#5a3f3f"], backdrop: ["window", "#efe3e1", "#c9a29c"] }),
  seller("an-ran", "安然", "昆明", "有声书演播与国风作曲", "会弹古筝的配音员，录过二百多本书。", ["有声书", "作曲"], { skin: "porcelain", hair: "braids", hairColour: "black", clothes: ["mandarin", "#a8514c"], backdrop: ["leaves", "#f6e6df", "#dea898"] }),
  seller("wu-fen", "吴芬", "宁波", "中级会计师，小微企业管家", "一百多家小公司的账，每个月都打电话讲一遍。", ["记账", "报税", "个税"], { skin: "sand", face: "round", hair: "shoulder", hairColour: "black", glasses: "square", clothes: ["shirt", "#6d7f4b"], backdrop: ["plain", "#ecf0e0", "#bfcb9c"] }),
  seller("qin-zheng", "秦峥", "北京", "执业律师，合同与商标", "执业九年。看合同的时候，只想一件事：出了问题谁来承担。", ["合同审查", "商标", "法律"], { skin: "sand", hair: "parted", hairColour: "black", clothes: ["blazer", "#2c3440"], backdrop: ["books", "#e3e6ea", "#a7b0bb"] }, both),
  seller("song-lan", "宋岚", "武汉", "数学与英语教师", "讲题先问孩子怎么想的，再说为什么。", ["数学", "雅思"], { skin: "porcelain", hair: "bob", hairColour: "black", glasses: "round", clothes: ["vneck", "#3f7a78"], backdrop: ["books", "#e0eeed", "#9cc4c1"] }, both),
  seller("yang-peng", "杨鹏", "青岛", "健身教练，久坐人群康复", "自己先治好了腰，再去教别人。", ["健身", "康复", "饮食"], { skin: "honey", face: "square", hair: "cropped", hairColour: "black", clothes: ["hoodie", "#c0602f"], backdrop: ["sun", "#fbe7db", "#eeb08a"] }),
  seller("a-mu", "阿木", "大理", "行程规划师，白族", "在洱海边长大，带过三百多个家庭。最常说的话是：慢一点。", ["旅行规划", "亲子"], { skin: "honey", hair: "curly", hairColour: "black", cover: ["cap", "#8a3f4a"], clothes: ["shawl", "#35618c"], backdrop: ["hills", "#dfeaf3", "#93b4d0"] }),
];
