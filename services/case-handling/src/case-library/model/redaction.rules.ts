/** Kinds of personal data that are taken out of a text. */
export const PERSONAL_KINDS = [
  'EMAIL',
  'ID_NUMBER',
  'BANK_CARD',
  'PHONE',
  'ACCOUNT',
  'PLATE',
  'ADDRESS',
  'NAME',
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** A text without the personal data that could be recognised, and how much of each kind there was. */
export interface Redacted {
  readonly text: string;
  readonly found: Readonly<Partial<Record<PersonalKind, number>>>;
}

const SURNAMES =
  '(?:欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|歐陽|諸葛|司馬|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程邢裴陆荣翁荀羊惠甄曲封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華謝鄒蘇魯韋馬鳳賀湯羅畢鄔樂時齊顧黃蕭龐紀項閔賈婁顏鐘駱萬盧莫應鄧單諸鈕陸榮劉龍葉賴藺蒙喬譚勞溫莊閻連習廖聶關])';
const TITLES = '(?:先生|女士|小姐|太太|师傅|師傅|老师|老師|经理|經理|医生|醫生|同志|阿姨|大爷|老板|老闆)';
const LABELS =
  '(?:姓名|联系人|聯繫人|聯絡人|客户姓名|客戶姓名|客户|客戶|顾客|顧客|投诉人|投訴人|收件人|收货人|收貨人|经办人|經辦人|业务员|業務員|用户|用戶)';
const CITY =
  '(?:[\\u4e00-\\u9fa5]{2,8}?(?:省|自治区|自治區))?(?:[\\u4e00-\\u9fa5]{2,6}?市)?(?:[\\u4e00-\\u9fa5]{1,6}?(?:区|區|县|縣|镇|鎮|乡|鄉))?';

type Rule = readonly [PersonalKind, RegExp];

/** In the order in which they are applied: what is longer and surer first. */
const RULES: readonly Rule[] = [
  ['EMAIL', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ['ID_NUMBER', /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/gu],
  ['ID_NUMBER', /(?<![A-Za-z0-9])[EGDPS][A-Z]?\d{7,8}(?![A-Za-z0-9])/gu],
  ['ID_NUMBER', /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/gu],
  ['BANK_CARD', /(?<!\d)(?:\d{4}[ -]?){3}\d{4}(?:[ -]?\d{1,3})?(?!\d)/gu],
  ['PHONE', /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/gu],
  ['PHONE', /(?<!\d)0\d{2,3}[ -]\d{7,8}(?:(?:-|转|轉)\d{1,5})?(?!\d)/gu],
  ['PHONE', /(?<!\d)[48]00[ -]?\d{3}[ -]?\d{4}(?!\d)/gu],
  ['PHONE', /(?<![\d+])\+\d{1,3}(?:[ -]?\(?\d{1,5}\)?){2,5}(?!\d)/gu],
  ['PHONE', /(?<!\d)\(?[2-9]\d{2}\)?[ -]\d{3}-\d{4}(?!\d)/gu],
  ['PHONE', /(?<!\d)0\d{3,4} ?\d{3} ?\d{3,4}(?!\d)/gu],
  ['ACCOUNT', /(?:微信|QQ|qq|WeChat|wechat|支付宝|支付寶)(?:号码|号|號)?(?:是|为|為)?[:：\s]*[A-Za-z0-9_-]{5,30}/gu],
  [
    'PLATE',
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·• ]?[A-Z0-9]{5,6}(?![A-Za-z0-9])/gu,
  ],
  [
    'ADDRESS',
    new RegExp(
      `${CITY}[\\u4e00-\\u9fa5]{1,8}?(?:大道|路|街|巷|弄|胡同|新村|小区|小區|花园|花園)(?:[东南西北中東一二三四五六七八九十]段)?[\\dA-Za-z一二三四五六七八九十-]+(?:号|號|弄|栋|棟|幢)(?:[\\dA-Za-z一二三四五六七八九十-]{1,6}(?:号|號|栋|棟|幢|座|单元|單元|楼|樓|层|層|室|房))*`,
      'gu',
    ),
  ],
  [
    'ADDRESS',
    /\b\d{1,5}[A-Za-z]?,? (?:[A-Z][A-Za-z'.]+ ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Court|Boulevard|Blvd|Way|Terrace|Crescent|Square)\b\.?(?:, (?:Apt|Flat|Suite|Unit) ?\w+)?/gu,
  ],
  ['ADDRESS', /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/gu],
];

/** Where a name stands: the first group is the name. */
const NAMES: readonly RegExp[] = [
  new RegExp(`(${SURNAMES}[\\u4e00-\\u9fa5]{0,2}?)${TITLES}`, 'gu'),
  new RegExp(`${LABELS}\\s*(?:[:：]|为|為|叫|名叫)\\s*(${SURNAMES}[\\u4e00-\\u9fa5]{1,2})(?![\\u4e00-\\u9fa5])`, 'gu'),
  new RegExp(`${LABELS}\\s*[:：]\\s*(${SURNAMES}[\\u4e00-\\u9fa5]{1,2})`, 'gu'),
  new RegExp(`(?:我叫|名叫|本人|我是)(${SURNAMES}[\\u4e00-\\u9fa5]{1,2})(?=[,，。;；、\\s]|$)`, 'gu'),
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Madam)\.? ((?:[A-Z][\p{L}'-]+)(?: [A-Z][\p{L}'-]+){0,2})/gu,
  /\b(?:[Mm]y name is|I am called|[Nn]ame:|[Cc]ustomer:|[Cc]omplainant:|[Cc]ontact:|Dear|Regards,|Sincerely,)\s+((?:[A-Z][\p{L}'-]+)(?: [A-Z][\p{L}'-]+){1,2})/gu,
];

/**
 * Takes out what can be recognised as personal data: e-mail addresses, telephone, identity and card numbers, accounts,
 * number plates, addresses, and names beside a title or label, wherever else they stand. `known` are names to be taken out
 * in any case. A name without any sign of one is not recognised, so that a person has to confirm the result.
 */
export function redact(text: string, known: readonly string[] = []): Redacted {
  let rest = halfWidth(text);
  const found: Partial<Record<PersonalKind, number>> = {};
  const names = new Set([...known.filter((name) => name.trim().length > 1), ...namesIn(rest)]);
  for (const [kind, pattern] of RULES) {
    rest = rest.replace(pattern, () => {
      found[kind] = (found[kind] ?? 0) + 1;
      return placeholder(kind);
    });
  }
  for (const name of [...names].sort((one, other) => other.length - one.length)) {
    const pattern = isLatin(name)
      ? new RegExp(`(?<![\\p{L}])${escaped(name)}(?![\\p{L}])`, 'gu')
      : new RegExp(escaped(name), 'gu');
    rest = rest.replace(pattern, () => {
      found.NAME = (found.NAME ?? 0) + 1;
      return placeholder('NAME');
    });
  }
  return { text: titlesKept(rest, found), found };
}

/** Names of one sign, as 王先生, are only taken out beside their title; elsewhere the sign may be part of any word. */
function titlesKept(text: string, found: Partial<Record<PersonalKind, number>>): string {
  return text.replace(new RegExp(`${SURNAMES}(${TITLES})`, 'gu'), (_, title: string) => {
    found.NAME = (found.NAME ?? 0) + 1;
    return `${placeholder('NAME')}${title}`;
  });
}

function namesIn(text: string): string[] {
  const names = NAMES.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name));
  // A surname or first name is a name by itself.
  const parts = names.filter(isLatin).flatMap((name) => name.split(' ').filter((part) => part.length > 2));
  return [...names, ...parts].filter((name) => name.length > 1);
}

/** Digits and letters as wide as Chinese signs are written like others, so that no number hides in them. */
function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ＠＋－]/gu, (wide) => wide.normalize('NFKC'));
}

function placeholder(kind: PersonalKind): string {
  return `[${kind}]`;
}

function isLatin(name: string): boolean {
  return /^[\p{Script=Latin}\s'.-]+$/u.test(name);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
