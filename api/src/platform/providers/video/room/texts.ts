/** What the room's page says in one language. `{…}` is filled in by the page. */
export interface RoomTexts {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  readonly ready: string;
  readonly join: string;
  readonly early: string;
  readonly asking: string;
  readonly waiting: string;
  readonly connecting: string;
  readonly live: string;
  readonly lost: string;
  readonly blocked: string;
  readonly again: string;
  readonly joinWithout: string;
  readonly unreachable: string;
  readonly over: string;
  readonly cancelled: string;
  readonly refused: string;
  readonly elsewhere: string;
  readonly back: string;
  readonly left: string;
  readonly away: string;
  readonly openAway: string;
  readonly noPass: string;
  readonly offline: string;
  readonly unsupported: string;
  readonly you: string;
  readonly other: string;
  readonly microphone: string;
  readonly camera: string;
  readonly screen: string;
  readonly leave: string;
  readonly controls: string;
  readonly privacy: string;
}

const en: RoomTexts = {
  language: "en",
  direction: "ltr",
  title: "Your session",
  ready: "Your camera and microphone are asked for when you join.",
  join: "Join session",
  early: "The room opens at {time}. You can leave this page open.",
  asking: "Allow the camera and microphone in your browser.",
  waiting: "Waiting for {name}. They will appear here as soon as they join.",
  connecting: "Connecting to {name}…",
  live: "You are connected to {name}.",
  lost: "The connection was lost. Trying again…",
  blocked:
    "Your camera and microphone cannot be used. Allow them beside the address of this page, and check that no other program uses them.",
  again: "Try again",
  joinWithout: "Join without them",
  unreachable: "Your two networks let no connection through. Try another network, such as a phone's.",
  over: "The session is over, and the room has closed.",
  cancelled: "This session was cancelled. The site it was booked on knows more.",
  refused: "This room is for the two people of the session alone. Open your own session from your bookings.",
  elsewhere: "You joined from another window. This one is no longer connected.",
  back: "Continue here",
  left: "You left the session.",
  away: "This session takes place in {provider}.",
  openAway: "Open {provider}",
  noPass: "To join, open the session from your bookings, or use the link in your mail.",
  offline: "You are offline. The session continues when the network is back.",
  unsupported: "This browser cannot make video calls. Use a current Chrome, Edge, Firefox or Safari.",
  you: "You",
  other: "The other person",
  microphone: "Microphone",
  camera: "Camera",
  screen: "Share screen",
  leave: "Leave",
  controls: "Session controls",
  privacy: "Sound and picture go from browser to browser. Nothing is recorded.",
};

const zhCN: RoomTexts = {
  language: "zh-CN",
  direction: "ltr",
  title: "您的会话",
  ready: "加入时浏览器会请求使用摄像头和麦克风。",
  join: "加入会话",
  early: "房间将于 {time} 开放。您可以保持此页面打开。",
  asking: "请在浏览器中允许使用摄像头和麦克风。",
  waiting: "正在等待 {name}。对方加入后会立即显示在这里。",
  connecting: "正在连接 {name}…",
  live: "您已与 {name} 连接。",
  lost: "连接已中断，正在重试…",
  blocked: "无法使用摄像头和麦克风。请在地址栏旁允许使用，并确认没有其他程序占用。",
  again: "重试",
  joinWithout: "不使用设备加入",
  unreachable: "双方网络之间无法建立连接。请换一个网络，例如手机网络。",
  over: "会话已结束，房间已关闭。",
  cancelled: "此会话已取消。详情请查看预订网站。",
  refused: "此房间仅供会话双方使用。请从您的预订中打开自己的会话。",
  elsewhere: "您已在另一个窗口加入。此窗口已断开。",
  back: "在此继续",
  left: "您已离开会话。",
  away: "此会话在 {provider} 中进行。",
  openAway: "打开 {provider}",
  noPass: "请从您的预订中打开会话，或使用邮件中的链接加入。",
  offline: "您已离线。网络恢复后会话将继续。",
  unsupported: "此浏览器不支持视频通话。请使用新版 Chrome、Edge、Firefox 或 Safari。",
  you: "您",
  other: "对方",
  microphone: "麦克风",
  camera: "摄像头",
  screen: "共享屏幕",
  leave: "离开",
  controls: "会话控制",
  privacy: "声音和画面在双方浏览器之间直接传输，不会被录制。",
};

const ar: RoomTexts = {
  language: "ar",
  direction: "rtl",
  title: "جلستك",
  ready: "سيُطلب منك السماح بالكاميرا والميكروفون عند الانضمام.",
  join: "انضم إلى الجلسة",
  early: "تُفتح الغرفة في {time}. يمكنك ترك هذه الصفحة مفتوحة.",
  asking: "اسمح باستخدام الكاميرا والميكروفون في متصفحك.",
  waiting: "في انتظار {name}. سيظهر هنا فور انضمامه.",
  connecting: "جارٍ الاتصال مع {name}…",
  live: "أنت متصل مع {name}.",
  lost: "انقطع الاتصال. تجري إعادة المحاولة…",
  blocked:
    "تعذّر استخدام الكاميرا والميكروفون. اسمح بهما بجانب عنوان الصفحة، وتأكد من أن برنامجًا آخر لا يستخدمهما.",
  again: "أعد المحاولة",
  joinWithout: "انضم بدونهما",
  unreachable: "لا تسمح شبكتاكما بالاتصال بينهما. جرّب شبكة أخرى، كشبكة الهاتف.",
  over: "انتهت الجلسة وأُغلقت الغرفة.",
  cancelled: "أُلغيت هذه الجلسة. تجد التفاصيل في الموقع الذي حجزت منه.",
  refused: "هذه الغرفة لطرفي الجلسة فقط. افتح جلستك من حجوزاتك.",
  elsewhere: "انضممت من نافذة أخرى. لم تعد هذه النافذة متصلة.",
  back: "تابع هنا",
  left: "غادرت الجلسة.",
  away: "تُعقد هذه الجلسة في {provider}.",
  openAway: "افتح {provider}",
  noPass: "للانضمام، افتح الجلسة من حجوزاتك أو استخدم الرابط في بريدك.",
  offline: "أنت غير متصل بالشبكة. تستمر الجلسة عند عودتها.",
  unsupported:
    "لا يدعم هذا المتصفح مكالمات الفيديو. استخدم إصدارًا حديثًا من Chrome أو Edge أو Firefox أو Safari.",
  you: "أنت",
  other: "الطرف الآخر",
  microphone: "الميكروفون",
  camera: "الكاميرا",
  screen: "مشاركة الشاشة",
  leave: "غادر",
  controls: "عناصر التحكم في الجلسة",
  privacy: "ينتقل الصوت والصورة من متصفح إلى متصفح، ولا يُسجَّل شيء.",
};

/** The texts for a language as browsers name it; English when it is not spoken here. */
export function roomTextsFor(locale: string): RoomTexts {
  const language = locale.toLowerCase();
  if (language.startsWith("zh")) return zhCN;
  return language.startsWith("ar") ? ar : en;
}
