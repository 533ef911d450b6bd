"""Vocabulary of groups (单位群体用语): 各, 有关 and 所属, nouns for bodies of one sort, and groups of a fixed shape.

Every pattern here is for text in one spelling (``unit_text``). How groups are found is decided in ``unit_bodies``.
"""

from __future__ import annotations

import re

# Nouns for many bodies ----------------------------------------------------------------------------------------------

HEADS = (
    "部门|单位|机构|科室|处室|股室|室组|委办局|部委|部办委局|站所|所站|窗口|镇街|街镇|主体|企业|国企|央企|学校|院校|高校|媒体"
    "|团体|党派|机关|组织|科研院所|商协会|运营商|“两委”"
)
"""Nouns that name bodies of one sort rather than one body."""

ZONES = (
    "工业园?区|产业园区?|工业园|开发区|高新区|经开区|新区|度假区|保税区|综保区|示范区|先行区|园区|管理区|实验区|试验区|风景区"
    "|名胜区|功能园?区|片区|港区|自贸区|合作区|生态区"
)
AREAS = "(?<=[各乡镇街、（〔／])场(?![所地合景面馆站区])|街道|民族乡|镇|(?<!城)乡|街|村|居|社区|县级市|区|市|县|省|州|盟|旗|地方(?![各人政党志金税史])|地|苏木|团场"
"""Nouns for areas; with a quantifier a group, after a proper name one place, alone the areas of that sort."""

LEVEL = "(?:中央和国家(?:机关)?|自治区|自治州|自治县|街道|国家|中央|全国|区|市|县|省|州|旗|盟|镇|乡|部|地)"
AREA = f"(?:{ZONES}|{AREAS})"
ORGAN = "(?:人民政府|政府|行政公署|党委|党工委|办事处|街道办|管委会|委员会|居委会|村委会)"
ORGAN_NEXT = re.compile(ORGAN)

ALTERNATIVE = re.compile(
    r"(?:管委会|管委(?!会)|行政公署|行署|行委|街道办事处|办事处|街道办|人民政府|政府|党工委|党委|村委会|居委会|居民|村民|中心|直属机构|直辖市"
    rf"|{HEADS}|{AREA}|{LEVEL}|[处科局委办厅股室队所站部院系]|分局|支局|管区|[、，和或及／])++"
)
"""Words inside a bracket that only spell a group more fully: 各街道（镇）, 部门（单位）, 县（市、区）."""

_SPELLING_BRACKET = re.compile(f"（({ALTERNATIVE.pattern})）")
ALT = "(?:〔[^〕]*〕)"
"""Such a bracket in text that was prepared by ``shaped``. Patterns with it are for such text only."""


def shaped(text: str) -> str:
    """The text, equally long, with brackets that only spell a group more fully made distinct: 各街道〔镇〕."""
    return _SPELLING_BRACKET.sub(r"〔\1〕", text) if "（" in text else text


# Words that make a group --------------------------------------------------------------------------------------------

_DIRECTLY_UNDER = "直属(?=学校|单位|事业|企业|各|部门|医院|院校|高校)"
QUANTIFIER = re.compile(
    rf"各(?=.)|{_DIRECTLY_UNDER}|所属|下属|下辖|所辖|有关|(?<!利益)相关|全体|(?<!派出)(?<!研究)所有(?![关权制])"
)
INTRODUCER = re.compile(
    r"其他|其它|其余|部分(?=.)|所有(?![关权制])|全体|属地|(?:项目)?所在|涉及|相应|对应|[区市县省州局委厅部校院]属|辖区|直属"
    r"|驻[区市县省州地济]|全[区市县省州旗]|全国(?=各|有关|性|行业)|(?:地方)?各"
)
"""Words that make a group of what they begin."""

UNDER = re.compile(
    rf"其(?![他它余中])|(?:各自|各|有关|相关|全体|所有)*(?:所属|下属|下辖|所辖|二级|派出(?!所)|内设)|{_DIRECTLY_UNDER}"
)
"""Words by which a group lies under the body before it."""

SOME = re.compile(r"(?<![高中初平同优])等(?![级候待额同])|有关|相关|部分|涉及|属地|所在|相应|对应")
"""Words that leave open which bodies of a sort are meant."""

OWNER = re.compile(
    rf"(?:中心|主|老|新)?城区|城[乡镇]|建成区|全?{LEVEL}(?:人民政府|政府|直属|直机关|[直级属管委域辖内])?(?:机关)?(?:、?{LEVEL}(?:人民政府|政府))?(?:各级)?"
    r"|(?!各|有关|相关).{2,8}?[区市县省州旗](?:人民政府|政府|[直级属委])?|[省市县区州]级国家机关|全[局委厅院校]|街道办(?:事处)?|(?:新区|高新区|经开区|示范区|开发区|管委会)|兵团(?:机关)?|师市|本(?:单位|部门|机关|系统|地区?|辖区|局|委|级|.)?"
    r"|[局委厅办]?机关|其他|其它|其余|地方|基层|驻.{1,4}|辖区内?|属地|国务院|中[央省]直?|党委、?政府|(?:人民)?政府|党委|各级"
)
"""Words before 各 or 有关 that say whose departments are meant without naming a body apart from its government."""

MEMBERS = re.compile(r"(?:各|有关|相关)*成员单位")
"""Members of a committee, who do not lie under it."""

OF_OFFICE = re.compile("(?:[局委厅办署院部]|[区市县省州]级(?:行政|国家|党政)?)机关\\Z")
"""The office of a department, whose sections lie inside it: 市公安局机关各科室."""

PEERS = re.compile(rf"(?:{AREAS}|{ZONES}|政府|办事处|管委会|街道办){ALT}?\Z")
"""Groups that stand beside a department, not inside it."""

# Groups of a fixed shape --------------------------------------------------------------------------------------------

_QUANTIFIED = "(?:各有关|各相关|有关|相关|各级|各)"
_UPPER = f"(?:计划单列市|市辖区|辖市|省?直?管县|自治州|自治县|民族乡|省|自治区|直辖市|县级市|[市县乡]级(?=(?:人民)?政府)|特区|林区|区|市|县|州|盟|旗)+{ALT}?"
_GOVERNMENT = "(?:人民)?政府(?!各|有关|相关|办|部门)"
_SORT = "(?:部门|单位|机构|科室|处室|股室|机关|企业|团体|地方(?!各|人民|政府|党)|地区)"
_BARE_HEAD = "(?:部门|单位|机构|科室|处室|股室|机关|企业|团体|乡镇|镇街|街道|地方|地区|学校|院校)"

PARTY_AND_GOVERNMENT = (  # 区委、区政府各部门；各级党委和政府；各镇党委、政府
    rf"{LEVEL}委、?{LEVEL}政府(?:各|有关|相关)+(?:直属|工作|组成|职能)*{_BARE_HEAD}{ALT}?"
    rf"|(?:地方)?各级(?:地方)?党委[、和]?{_GOVERNMENT}"
    rf"|各(?:级|{AREA})+{ALT}?党(?:工|[（〔]工[）〕])?委[、和](?:{_GOVERNMENT}{ALT}?|办事处|管委会)"
    r"|[区市县省乡]级(?:及其?)?以上(?:地方)?(?:各级)?(?:人民)?政府(?!各|有关|相关|办|部门)|(?:地方)(?:各级)?(?:人民)?政府(?!各|有关|相关)|各(?:乡、镇|镇、乡)(?:人民)?政府(?!各|有关|相关)"
    rf"|各(?:行政公署|行署)(?:、{_UPPER})+(?:人民)?政府|各{_UPPER}委、(?:{_UPPER})?{_GOVERNMENT}|各{_UPPER}行政公署、(?:{_UPPER})?人民政府|各级(?:人民)?政府及其?部门办公室"
)
SORTS_OF_OFFICES = (  # 市政府各委、办、局；各镇、街；12个街道
    rf"(?:{LEVEL}(?:人民政府|政府|府|直|属|级)?)?各(?:有关|相关)?(?:部、?)?委、?办、?(?:厅、?)?局"
    rf"|(?:{LEVEL}(?:政府|直)?)?各[委办部局]、[委办局](?:、[委办局])?"
    r"|各(?:乡、镇|镇、乡|镇、街|镇、办(?![公事]))(?:、街道?|[（〔]街道[）〕])?(?!道)|\d+[个家](?:[区市县省]直)?(?:街道|镇街|乡镇|区县|县区|部门|单位)"
)
UPPER_AREAS = (  # 各市、县（区）人民政府
    r"各省、自治区、直辖市(?:[、和及]计划单列市)?(?:(?!人民政府|政府|各|有关|相关|党委)[\u3400-\u9fff]{2,10}?(?:办公厅|厅|局|委)(?![员托])"
    r"(?:[（〔][^）〕]{1,20}[）〕])?|(?:人民政府)?(?:各|有关|相关|主管)+(?:部门|单位|机构))"
    rf"|(?:[^区市县省州旗、，各]{{2,4}}[区市县省州旗]|全[区市县省州])?{_QUANTIFIED}{_UPPER}(?:[、和与及]{_UPPER})+{ORGAN}?{ALT}?(?!各|有关|相关)"
)
TWO_LEVELS = (  # 市、县（区）有关部门；市、区教育局
    rf"(?:中央|国家|[省市州区县])级?{ALT}?[、和及与](?:[省市州区县]|乡镇?|镇)级?(?:{ALT}|[、和及与]{LEVEL}|{LEVEL})*"
    r"(?:[两三四]级[\u3400-\u9fff]{0,8}?|直属|直|属)?(?:驻[区市县省州])?(?:各|有关|相关|行业|主管)*"
    rf"(?:{ORGAN}|{_BARE_HEAD}|各?级政府){ALT}?(?!办)"
    rf"|各[省市州区县]级?{ALT}?、[市州区县]{ALT}(?![、和与直级属委政人（〔])[\u3400-\u9fff]{{1,10}}?(?:局|委|厅|法院|检察院)"
    r"|[省市州区县]级?[、和][市州区县](?![、和与直级属委政])[\u3400-\u9fff]{1,10}?(?:部门|局|委|厅|法院|检察院)"
    rf"|[省市州县区乡镇村]{{2,4}}[两三四]级(?:各级|各|有关|相关|行业|主管|政务公开)*(?:{ORGAN}|{_BARE_HEAD})?{ALT}?"
    rf"|[省市州区县]直(?:属|各)?[、和及](?:中央|国家|垂直|[中省市州区县直属、及和])*驻[区市县省州地](?:各|有关|相关)*{_BARE_HEAD}{ALT}?"
)
_DOING = "(?:审批|建设|制定|起草|实施|主管|监管|承办|执行|运营|运行|发布|解读|制发|许可|处罚|决策)"
SORTS_TOGETHER = (  # 各有关部门和单位
    r"(?:全?[区市县省州镇](?:人民政府|政府|[直级属委管])?(?:机关)?|国务院)?(?:各级)?"
    rf"{_QUANTIFIED}(?:行业|主管|职能|直属|行政|执法|责任|成员)*{_SORT}{ALT}?(?:[、和与及]{_SORT}{ALT}?(?!各))+"
    rf"|各?(?:(?![局委办厅和与及])[\u3400-\u9fff]){{0,8}}?{_DOING}(?:[、和及与]{_DOING})+(?:部门|单位|机关|主体){ALT}?"
    rf"|(?:涉及|相应|对应|属地)的?{_SORT}{ALT}?[、和与及]{_SORT}{ALT}?"
    rf"|各(?:(?!(?:{AREAS}|{HEADS})、)[\u3400-\u9fff]{{2}}(?<![区市县省州镇乡村局委办厅处科室院校所站部])、){{1,8}}"
    rf"[\u3400-\u9fff]{{2,4}}(?:企业|单位|机构|公司|学校|医院){ALT}?"
    rf"|(?:具?有|承担|负有|涉及|负责|发布|制定|起草|出台|实施|开展|开设|提供|从事|管理|使用|产生|获取|未)[^，、；。：（）〔〕]{{2,24}}?的"
    rf"(?:各|有关|相关)?{_SORT}{ALT}?[、和与及]{_SORT}{ALT}?"
)
SORTS_BEHIND = re.compile(rf"{_SORT}{ALT}?(?:[、和与及]{_SORT}{ALT}?)+")
"""Several sorts behind 等, which together close its list: 等部门和单位."""

ONE_SORT = (  # 区直部门、公共企事业单位、行业主管部门（单位）
    rf"(?:全?{LEVEL}(?:人民政府|政府|直属|直机关|[直级属管委域辖])?)?"
    r"(?:全体|所有|其他|其它|其余|部分|涉及的?|属地|所在地?|相应|对应|公共|党政|行政|执法|综合|行业|业务|主管|监管|职能|组成"
    r"|工作|直属|所属|下属|派出|内设|特设|成员|责任|牵头|配合|承办|主办|协办|实施|落实|参与|起草|制定|制发|发布|政策|文件|规范性|决策|方案|信息"
    r"|企事业|事业|国有|民营|重点|主流|新闻|金融|医疗|卫生|培训|中小|高等|中等|职业|垂直|垂管|管理|驻[区市县省]|中省直|中央"
    rf"|政府|镇街?|乡镇|街道|社会|人民|民主|群团|双管|服务|的|和|及)*(?:{HEADS})(?:部门|单位)?{ALT}?"
)
AREAS_ALONE = (  # 镇街、乡镇（街道）、区县政府、街道办事处、村（居）委会
    rf"(?:国家|[区市县省州])级(?:{ZONES})|(?:乡镇|镇街|基层|公立)?(?:卫生院|中小学校?)|村{ALT}?卫生[室所]"
    r"|(?:全[区市县省州国]|[区市县省州]辖)?(?:所有|其他|部分|属地|相应|涉及|所在)*"
    rf"(?:(?:{AREAS}|园区|功能区|开发区)+{ALT}?)+"
    rf"(?:(?:人民)?政府|党委政府|党委|党工委|办事处|(?<=[街乡镇道）〕])办|管委会|[村居]?民?委员?会(?!同)|“?两委”?)?{ALT}?"
    rf"|管委会|街道办(?:事处)?|办事处|幼儿园|医院|卫生院|中小学|派出所|司法所|行业协会(?:商会)?|[一二三四五六七八九十两]站[一二三四五六七八九十两]所|[科股处室所站队]{ALT}?(?![\u3400-\u9fff])"
    r"|(?:(?<=[处科股]室、)|(?<=[（〔]室[）〕]、))中心(?=[、，；。（）〔〕等按]|\Z|配合|负责|落实)"
)
_SERVICE = (
    "(?:供?[水电气热暖]|供排水|排水|自来水|燃气|天然气|煤气|电力|污水处理|垃圾处理|环卫|公交|公共交通|交通运输?|客运|出租车?|网约车"
    "|通信|电信|邮政|快递|物业|环境保护|环保|教育|医疗(?:卫生|保障)?|卫生健康|卫生|养老|殡葬|文化|旅游|体育|金融|银行|保险|房地产|公园|景区)"
)
_FIELD = "(?:(?!各|有关|相关|党|政府|机关|单位|部门|[和与及])[\\u3400-\\u9fff]){2,6}"
SERVICES = (  # 供水、供电、供气企业；教育、医疗等公共企事业单位主管部门
    rf"(?:各|有关|相关)?(?:{_SERVICE}[、和及与])+{_SERVICE}等?(?:行业|领域|类)?的?(?:各|有关|相关|重点|主要|公共|民生|服务|公用|国有)*"
    rf"(?:企事业单位|事业单位|企业|公司|机构)(?:及其|的|[、和及])?(?:(?:行业)?主管(?:部门|单位))?{ALT}?"
    rf"|(?:各级|[区市县省乡]级(?:及其?)?以上(?:地方)?(?:人民政府)?)(?:{_FIELD}、)+{_FIELD}(?:行政)?(?:主管)?部门{ALT}?"
)
SHAPES = tuple(
    map(
        re.compile,
        (SERVICES, PARTY_AND_GOVERNMENT, SORTS_OF_OFFICES, UPPER_AREAS, TWO_LEVELS, SORTS_TOGETHER, ONE_SORT, AREAS_ALONE),
    )
)
"""Groups of a fixed shape; in the first six a separator or 和 does not part two names."""

ONE_LEVEL = re.compile(r"(?:[区市县省州旗盟居地]|自治区|县级市|开发区)(?:人民政府|政府|党委|委|办|管委会)?")
"""One level and its government: no group, though the last shape would let it pass."""

BARE_SORT = re.compile(rf"(?:(?:{AREAS})+|{HEADS}){ALT}?")
"""A sort of bodies without a word that says which: what was said of the group before it holds for it too."""
