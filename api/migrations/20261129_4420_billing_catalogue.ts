import { type Knex } from "knex";

/** Monthly prices at the start, in cents of a dollar; a year costs ten months. */
const planPrices = { free: 0, starter: 2900, professional: 7900, enterprise: 29_900 };

/** A module: its monthly price at the start in cents, and its name and what it does in the languages of Tessera. */
type Entry = readonly [
  string,
  number,
  readonly [string, string],
  readonly [string, string],
  readonly [string, string],
];

const modules: readonly Entry[] = [
  [
    "booking",
    1900,
    ["Booking", "Members offer sessions, show their free times in every time zone and are booked."],
    ["预约", "会员发布服务、以任意时区展示空闲时间并接受预约。"],
    ["الحجز", "يعرض الأعضاء جلساتهم وأوقاتهم المتاحة في كل منطقة زمنية ويُحجزون."],
  ],
  [
    "matching",
    1900,
    ["Matching", "A quiz finds the people who fit, with the reasons for every score."],
    ["匹配", "通过问卷找到合适的人，并说明每项得分的理由。"],
    ["المطابقة", "يجد الاستبيان الأشخاص المناسبين مع أسباب كل درجة."],
  ],
  [
    "wallet",
    900,
    ["Wallet", "Credits of the site's own that members get, buy, spend and give."],
    ["钱包", "本站自有积分，会员可以获得、购买、使用和赠送。"],
    ["المحفظة", "رصيد خاص بالموقع يحصل عليه الأعضاء ويشترونه وينفقونه."],
  ],
  [
    "chat",
    900,
    ["Chat", "Members write to each other, in pairs, groups and about orders."],
    ["聊天", "会员可以一对一、分组或围绕订单进行交流。"],
    ["الدردشة", "يتراسل الأعضاء ثنائيا وفي مجموعات وحول الطلبات."],
  ],
  [
    "reviews",
    900,
    ["Reviews", "Both sides review a session; both reviews appear together."],
    ["评价", "双方评价一次会面，两份评价同时公布。"],
    ["التقييمات", "يقيّم الطرفان الجلسة ويظهر التقييمان معا."],
  ],
  [
    "skills",
    900,
    ["Skills", "Members exchange what they know for what they want to learn."],
    ["技能", "会员用自己会的技能交换想学的技能。"],
    ["المهارات", "يتبادل الأعضاء ما يعرفونه بما يريدون تعلمه."],
  ],
  [
    "gigs",
    1900,
    ["Gigs", "Sellers offer finished work in up to three packages."],
    ["服务市场", "卖家以最多三档套餐出售成品服务。"],
    ["الخدمات", "يعرض البائعون أعمالا جاهزة في ثلاث باقات على الأكثر."],
  ],
  [
    "projects",
    2900,
    ["Projects", "Teams are formed for a project, with tasks and milestones."],
    ["项目", "为项目组建团队，管理任务和里程碑。"],
    ["المشاريع", "تُشكّل الفرق للمشاريع مع مهام ومراحل."],
  ],
  [
    "hiring",
    2900,
    ["Hiring", "CVs are read and ranked for the jobs that are open."],
    ["招聘", "读取简历，并针对开放职位进行排序。"],
    ["التوظيف", "تُقرأ السير الذاتية وتُرتّب للوظائف المفتوحة."],
  ],
  [
    "coding",
    2900,
    ["Coding", "Candidates solve problems, and their code is run and judged."],
    ["编程测评", "候选人解题，系统运行代码并给出评判。"],
    ["البرمجة", "يحل المرشحون المسائل وتُشغّل شيفرتهم وتُقيّم."],
  ],
  [
    "interviews",
    2900,
    ["Interviews", "Candidates are interviewed by questions that follow their answers."],
    ["面试", "根据候选人的回答逐步提问，完成面试。"],
    ["المقابلات", "تُجرى المقابلات بأسئلة تتبع إجابات المرشح."],
  ],
  [
    "learning",
    1900,
    ["Learning", "Paths, courses and circles that members follow together."],
    ["学习", "会员共同参与的学习路径、课程和学习圈。"],
    ["التعلم", "مسارات ودورات وحلقات يتابعها الأعضاء معا."],
  ],
  [
    "community",
    900,
    ["Community", "Posts, comments and events of the site's people."],
    ["社区", "站内成员的帖子、评论和活动。"],
    ["المجتمع", "منشورات وتعليقات وفعاليات أهل الموقع."],
  ],
  [
    "discovery",
    900,
    ["Discovery", "Resources that members find, keep and recommend."],
    ["发现", "会员可以查找、收藏和推荐的资源。"],
    ["الاكتشاف", "موارد يجدها الأعضاء ويحفظونها ويوصون بها."],
  ],
];

const quoted = (value: object): string => `'${JSON.stringify(value).replaceAll("'", "''")}'`;

const row = ([module, cents, ...texts]: Entry, at: number): string => {
  const inEach = (part: 0 | 1) => quoted({ en: texts[0][part], "zh-CN": texts[1][part], ar: texts[2][part] });
  return `('${module}', ${at + 1}, ${inEach(0)}, ${inEach(1)}, ${cents}, ${cents * 10}, ${cents * 30}, 'USD', 14, now(), now())`;
};

/** Everybody reads the table; operators' calls, which are for no tenant, change the columns named. */
const shared = (table: string, columns: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy everybody_reads on ${table} for select using (true);
  create policy operators_change on ${table} for update to app_rt
    using ((select app_tenant()) = '00000000-0000-8000-8000-000000000000')
    with check ((select app_tenant()) = '00000000-0000-8000-8000-000000000000');
  grant select, update (${columns}, updated_at) on ${table} to app_rt;
  grant select on ${table} to app_operator;`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    `
    create table plan_prices (
      plan text primary key references plans (key) on delete restrict,
      monthly_minor bigint not null check (monthly_minor >= 0),
      annual_minor bigint not null check (annual_minor >= 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    comment on table plan_prices is 'What the plans cost, by the month or the year. Global: the same for all tenants.';
    insert into plan_prices (plan, monthly_minor, annual_minor, currency, created_at, updated_at) values
      ${Object.entries(planPrices)
        .map(([plan, cents]) => `('${plan}', ${cents}, ${cents * 10}, 'USD', now(), now())`)
        .join(", ")};

    create table catalogue_modules (
      module text primary key check (module ~ '^[a-z_]{2,40}$'),
      rank smallint not null unique,
      names jsonb not null,
      descriptions jsonb not null,
      monthly_minor bigint not null check (monthly_minor >= 0),
      annual_minor bigint not null check (annual_minor >= 0),
      lifetime_minor bigint not null check (lifetime_minor >= 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      trial_days smallint not null check (trial_days between 0 and 90),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint catalogue_modules_in_every_language
        check (names ?& array['en', 'zh-CN', 'ar'] and descriptions ?& array['en', 'zh-CN', 'ar'])
    );
    comment on table catalogue_modules is 'Modules that tenants can license beside their plan, and what they cost. Global: the same for all tenants.';
    comment on column catalogue_modules.names is 'By language.';
    comment on column catalogue_modules.trial_days is 'How long a trial lasts; 0 where there is none.';
    insert into catalogue_modules
      (module, rank, names, descriptions, monthly_minor, annual_minor, lifetime_minor, currency, trial_days, created_at, updated_at) values
      ${modules.map(row).join(",\n      ")};
    ${shared("plan_prices", "monthly_minor, annual_minor, currency")}
    ${shared("catalogue_modules", "names, descriptions, monthly_minor, annual_minor, lifetime_minor, currency, trial_days")}
  `.replaceAll("?&", "\\?&"),
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table catalogue_modules; drop table plan_prices;");
}
