import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "Write the store's address, such as https://s3.eu-central-1.amazonaws.com.": {
    "zh-CN": "请填写存储的地址，例如 https://s3.eu-central-1.amazonaws.com。",
    ar: "اكتب عنوان المخزن مثل https://s3.eu-central-1.amazonaws.com.",
  },
  "Write the bucket's name alone, in small letters.": {
    "zh-CN": "只填写存储桶名称，使用小写字母。",
    ar: "اكتب اسم الحاوية وحده بأحرف صغيرة.",
  },
  "Write the ID of the key, without spaces.": {
    "zh-CN": "请填写密钥的 ID，不带空格。",
    ar: "اكتب معرّف المفتاح بلا مسافات.",
  },
  "This is no secret: it is too short.": {
    "zh-CN": "这不是密钥：太短了。",
    ar: "هذا ليس سرًّا: إنه قصير جدًا.",
  },
  "Files lie in the bucket that was entered. Disconnect it and connect the other one.": {
    "zh-CN": "文件存放在之前填写的存储桶中。请先断开它，再连接另一个。",
    ar: "الملفات موجودة في الحاوية التي أُدخلت. افصلها ثم اربط الأخرى.",
  },
  "Name the mail server, such as smtp.example.com.": {
    "zh-CN": "请填写邮件服务器，例如 smtp.example.com。",
    ar: "اذكر خادم البريد مثل smtp.example.com.",
  },
  "Write the server's name alone, such as smtp.example.com.": {
    "zh-CN": "只填写服务器名称，例如 smtp.example.com。",
    ar: "اكتب اسم الخادم وحده مثل smtp.example.com.",
  },
  "Write the address mails come from, such as hello@example.com.": {
    "zh-CN": "请填写发件地址，例如 hello@example.com。",
    ar: "اكتب عنوان المرسل مثل hello@example.com.",
  },
  "Mails and passwords must not travel unencrypted. Choose TLS or STARTTLS.": {
    "zh-CN": "邮件和密码不能不加密传输。请选择 TLS 或 STARTTLS。",
    ar: "لا يجوز نقل الرسائل وكلمات المرور بلا تعمية. اختر TLS أو STARTTLS.",
  },
  "This is no API key: it is too short.": {
    "zh-CN": "这不是 API 密钥：太短了。",
    ar: "هذا ليس مفتاح API: إنه قصير جدا.",
  },
  "An API key of SendGrid begins with SG.": {
    "zh-CN": "SendGrid 的 API 密钥以 SG. 开头。",
    ar: "يبدأ مفتاح API من SendGrid بـ SG.",
  },
  "Copy the verification key of the signed event webhook as SendGrid shows it.": {
    "zh-CN": "请按 SendGrid 的显示复制签名事件 Webhook 的验证密钥。",
    ar: "انسخ مفتاح التحقق لـ Webhook الأحداث الموقّع كما يعرضه SendGrid.",
  },
  "Write a region of AWS, such as eu-central-1.": {
    "zh-CN": "请填写 AWS 区域，例如 eu-central-1。",
    ar: "اكتب منطقة من AWS مثل eu-central-1.",
  },
  "Copy the access key's id as AWS shows it, such as AKIA…": {
    "zh-CN": "请按 AWS 的显示复制访问密钥 ID，例如 AKIA…",
    ar: "انسخ معرّف مفتاح الوصول كما يعرضه AWS مثل AKIA…",
  },
  "This is no secret access key: it is too short.": {
    "zh-CN": "这不是私密访问密钥：太短了。",
    ar: "هذا ليس مفتاح وصول سريا: إنه قصير جدا.",
  },
  "Write the configuration set's name as AWS shows it.": {
    "zh-CN": "请按 AWS 的显示填写配置集名称。",
    ar: "اكتب اسم مجموعة الإعدادات كما يعرضه AWS.",
  },
  "Write the topic's ARN, such as arn:aws:sns:eu-central-1:123456789012:mails.": {
    "zh-CN": "请填写主题的 ARN，例如 arn:aws:sns:eu-central-1:123456789012:mails。",
    ar: "اكتب ARN الخاص بالموضوع مثل arn:aws:sns:eu-central-1:123456789012:mails.",
  },
  "An account SID of Twilio begins with AC and has 34 letters.": {
    "zh-CN": "Twilio 的账户 SID 以 AC 开头，共 34 个字符。",
    ar: "يبدأ معرّف حساب Twilio بـ AC وطوله 34 حرفا.",
  },
  "This is no auth token: it is too short.": {
    "zh-CN": "这不是身份验证令牌：太短了。",
    ar: "هذا ليس رمز مصادقة: إنه قصير جدا.",
  },
  "Write a number such as +4915112345678, a messaging service (MG…) or a name of at most 11 letters.": {
    "zh-CN": "请填写号码（例如 +4915112345678）、消息服务（MG…）或不超过 11 个字母的名称。",
    ar: "اكتب رقما مثل +4915112345678 أو خدمة رسائل (MG…) أو اسما لا يتجاوز 11 حرفا.",
  },
  "Name a model.": { "zh-CN": "请填写模型名称。", ar: "اذكر نموذجا." },
  "Write e-mail addresses of Zoom users.": {
    "zh-CN": "请填写 Zoom 用户的邮箱地址。",
    ar: "اكتب عناوين بريد مستخدمي Zoom.",
  },
  "A secret key begins with sk_test_, sk_live_, rk_test_ or rk_live_. A publishable key (pk_…) cannot take payments.":
    {
      "zh-CN": "私密密钥以 sk_test_、sk_live_、rk_test_ 或 rk_live_ 开头。可公开密钥（pk_…）不能收款。",
      ar: "يبدأ المفتاح السري بـ sk_test_ أو sk_live_ أو rk_test_ أو rk_live_. المفتاح القابل للنشر (pk_…) لا يستلم مدفوعات.",
    },
  "An APPID consists of 16 digits.": {
    "zh-CN": "APPID 由 16 位数字组成。",
    ar: "يتكوّن APPID من 16 رقمًا.",
  },
  "This is no private RSA key. Paste all of it, as PEM or as base64.": {
    "zh-CN": "这不是 RSA 私钥。请完整粘贴，PEM 或 base64 均可。",
    ar: "هذا ليس مفتاح RSA خاصًا. الصقه كاملًا بصيغة PEM أو base64.",
  },
  "This is no public RSA key. Paste all of it, as PEM or as base64.": {
    "zh-CN": "这不是 RSA 公钥。请完整粘贴，PEM 或 base64 均可。",
    ar: "هذا ليس مفتاح RSA عامًا. الصقه كاملًا بصيغة PEM أو base64.",
  },
  "WeChat Pay has no sandbox: its credentials always move real money.": {
    "zh-CN": "微信支付没有沙箱环境，其凭证始终产生真实资金往来。",
    ar: "ليس لدى WeChat Pay بيئة تجريبية: بياناته تحرّك مالًا حقيقيًا دائمًا.",
  },
  "A merchant number consists of 10 digits.": {
    "zh-CN": "商户号由 10 位数字组成。",
    ar: "يتكوّن رقم التاجر من 10 أرقام.",
  },
  "An AppID begins with wx and has 16 more characters.": {
    "zh-CN": "AppID 以 wx 开头，后接 16 个字符。",
    ar: "يبدأ AppID بـ wx تليها 16 حرفًا ورقمًا.",
  },
  "A serial number of a merchant certificate has 40 characters.": {
    "zh-CN": "商户证书序列号为 40 个字符。",
    ar: "يتكوّن الرقم التسلسلي لشهادة التاجر من 40 حرفًا ورقمًا.",
  },
  "An APIv3 key has exactly 32 characters.": {
    "zh-CN": "APIv3 密钥必须为 32 个字符。",
    ar: "يتكوّن مفتاح APIv3 من 32 حرفًا بالضبط.",
  },
  "It begins with PUB_KEY_ID_; a platform certificate has a serial number of 40 characters instead.": {
    "zh-CN": "以 PUB_KEY_ID_ 开头；平台证书则为 40 个字符的序列号。",
    ar: "يبدأ بـ PUB_KEY_ID_، أما شهادة المنصة فلها رقم تسلسلي من 40 حرفًا.",
  },
  "Copy all of it from the application's page at PayPal.": {
    "zh-CN": "请从 PayPal 的应用页面完整复制。",
    ar: "انسخه كاملًا من صفحة التطبيق في PayPal.",
  },
  "Copy the webhook ID from the list of webhooks at PayPal.": {
    "zh-CN": "请从 PayPal 的 Webhook 列表复制 Webhook ID。",
    ar: "انسخ معرّف الـ Webhook من قائمة الـ Webhooks في PayPal.",
  },
  "A signing secret begins with whsec_.": {
    "zh-CN": "签名密钥以 whsec_ 开头。",
    ar: "يبدأ سر التوقيع بـ whsec_.",
  },
  "Copy it from the widget's page under Turnstile at Cloudflare, without spaces.": {
    "zh-CN": "请从 Cloudflare 的 Turnstile 小组件页面复制，不带空格。",
    ar: "انسخه من صفحة الأداة تحت Turnstile في Cloudflare بلا مسافات.",
  },
  "Copy it from the page of your Server-to-Server OAuth app at Zoom, without spaces.": {
    "zh-CN": "请从 Zoom 的 Server-to-Server OAuth 应用页面复制，不带空格。",
    ar: "انسخه من صفحة تطبيق Server-to-Server OAuth في Zoom بلا مسافات.",
  },
  "This provider needs no such field. Leave it out.": {
    "zh-CN": "此服务商不需要这个字段。请去掉。",
    ar: "لا يحتاج هذا المزود إلى حقل كهذا. احذفه.",
  },
  "This is needed.": { "zh-CN": "此项必填。", ar: "هذا مطلوب." },
  "There is no such event.": { "zh-CN": "没有这个事件。", ar: "لا يوجد حدث كهذا." },
};
