"""Vocabulary of names (单位名称用语): how names of bodies end, what makes a group of bodies, what may stand beside a name.

Every pattern here is for text in one spelling (``unit_text``). Words for roles are in ``unit_role_words``; what the patterns
decide is in ``unit_bodies``. Nothing here knows the names of any particular place.
"""

from __future__ import annotations

import re

NUMERAL = r"(?:\d+|[一二两三四五六七八九十百]+)"

# How a name can end -------------------------------------------------------------------------------------------------

BODY_ENDS = (
    "委员会|办公室|办公厅|办事处|人民政府|政府(?!采购|和社会资本|网|信息|投资|购买|性)|管委会|联席会议|领导小组"
    "|(?:工作|专项|协调|推进|督导|巡察|攻坚|检查|监察|应急|专责|指导|服务)小?组|专班|指挥部|兵团|集团|公司"
    "|(?:银|分|支|总|商)行|党校|大学|中学|小学|高中|初中|幼儿园|供销社|合作社|联社|报社|杂志社|出版社|通讯社|(?:电视|广播|电|气象|地震)台"
    "|工商联|(?:妇|残|文|侨|社科|台|青|学|体)联|联盟|(?:科|作|记|音|美|书|体|消|法)协|政协|人大|团中央|党组|党支部|党总支|海关"
    "|监狱|军分区|警备区|(?:农|林|牧|渔|机|茶)场|(?:电|水|热|自来水|处理)厂|热线|(?<!产业)基地|法庭|公证处|事务所|交易所"
    "|融媒体?(?![中局办体])|城投|水投|交投|农投|文旅投|国投|建投|城发|国网|联通|电信(?![局管])|铁塔|电网|邮储|中国(?:移动|广电|邮政|石油|石化|人保|人寿)"
    "|司(?![法机令])|局(?!属)|厅(?!属)|署(?!属)|(?<![科处股])室|(?<!社)会(?![同计展议员]|商(?!会))|(?<![主承协督举创兴推交])办(?![公事法理学结证案])"
    "|委(?![员属托]|办局)|(?<![西东内外全干])部(?![门分署位队])|院(?![校士])|处(?![理置罚室])|科(?![室技学协普股])|股(?![室份权])"
    "|所(?![属在辖涉]|有(?!关))|(?<!网)站(?![点所])|队(?![伍员])|馆|中心(?!城)"
)
"""Endings of the name of one body. A look-around keeps an ending out that other words share (社会, 部门, 所属, 主办)."""

HEADS = (
    "部门|单位|机构|科室|处室|股室|室组|委办局|部委|部办委局|站所|所站|窗口|镇街|街镇|主体|企业|国企|央企|学校|院校|高校|媒体|团体|党派|机关"
    "|组织|商协会|运营商"
)
"""Nouns that name bodies of one sort rather than one body."""

ZONES = (
    "工业园?区|产业园区?|工业园|开发区|高新区|经开区|新区|度假区|保税区|综保区|示范区|先行区|园区|管理区|实验区|试验区|风景区|名胜区|功能区|片区|港区|自贸区|合作区|生态区"
)
AREAS = "街道|镇|乡|街|村|居|社区|县级市|区|市|县|州|盟|旗|地|苏木|团场"
"""Nouns for areas; with a quantifier a group, after a proper name one place, alone the areas of that sort."""

ENDS = re.compile(rf"(?P<head>{HEADS})|(?P<body>{BODY_ENDS}|{ZONES})|(?P<area>{AREAS})")

FIELD = re.compile(r"(?!涉|窗口|承担|负有|具有)(?:(?!的)[\u3400-\u9fff]){2,12}部门(?:（[^）]*）)?")
"""A department named by its field, 教育部门: one body, though it is not said which."""

ORGAN_ITSELF = re.compile(r"(?:区|市|县|省|州)(?:纪?委|监委|人大|政协|政府|法院|检察院).{0,8}(?:机关|机构)")
"""A body called by 机关: 区纪委监委机关."""

NO_BODY = re.compile(r"[部委局办处科股室所站队院会馆]{2}|中心|本[局委办厅处科]")
"""Words that end like a body but name none by themselves."""

PREDICATE_START = re.compile(
    r"加强|完善|做好|召开|开展|推进(?!办|组|中心)|推动|对|在|将|严格|积极|切实|认真|继续|进一步|深入|全面|提升|强化|优化|健全|建立|提高|加大|加快|确保|围绕|及时|定期"
)
"""Beginnings of sentences that may happen to end like the name of a body."""

# What makes a group -------------------------------------------------------------------------------------------------

QUANTIFIER = re.compile(r"各(?=.)|直属(?=学校|单位|事业|企业|机构|各|部门|医院|院校|高校)|所属|下属|下辖|所辖|有关|相关|全体|(?<!派出)(?<!研究)所有(?![关权制])")
INTRODUCER = re.compile(
    r"其他|其它|其余|部分(?=.)|所有(?![关权制])|全体|属地|(?:项目)?所在|涉及|相应|对应|[区市县省州局委厅部校院]属|辖区|直属|驻[区市县省州地济]|全[区市县省州旗]|全国(?=各|有关|性|行业)|(?:地方)?各"
)
UNDER = re.compile(r"其(?![他它余中])|(?:各|有关|相关|全体|所有)*(?:所属|下属|下辖|所辖|二级|派出|内设)|直属(?=学校|单位|事业|企业|各|部门|医院|院校|高校)")
"""Words by which a group lies under the body before it."""

SOME = re.compile(r"有关|相关|部分|涉及|属地|所在|相应|对应")
"""Words that leave open which bodies of a sort are meant."""

LEVEL = "(?:自治区|自治州|自治县|街道|国家|中央|全国|区|市|县|省|州|旗|盟|镇|乡|部|地)"
AREA = f"(?:{ZONES}|{AREAS})"
ORGAN = "(?:人民政府|政府|行政公署|党委|党工委|办事处|街道办|管委会|委员会|居委会|村委会)"
ORGAN_NEXT = re.compile(ORGAN)
BARE_HEAD = "(?:部门|单位|机构|科室|处室|股室|机关|企业|团体|乡镇|镇街|街道|地方|地区|学校|院校)"
ALTERNATIVE = re.compile(
    rf"(?:管委会|街道办事处|办事处|街道办|人民政府|政府|党工委|党委|村委会|居委会|居民|村民|中心|直属机构|直辖市|{HEADS}|{AREA}|{LEVEL}"
    r"|[处科局委办厅股室队所站部院系]|[、，和或及／])++"
)
"""Words inside a bracket that only spell a group more fully: 各街道（镇）, 部门（单位）, 县（市、区）."""

ALT = f"(?:（{ALTERNATIVE.pattern}）)"

OWNER = re.compile(
    rf"全?{LEVEL}(?:人民政府|政府|直属|直机关|直|级|属|管|委|域|辖|内)?(?:机关)?(?:、?{LEVEL}(?:人民政府|政府))?(?:各级)?"
    r"|(?!各|有关|相关).{2,8}?(?:区|市|县|省|州|旗)(?:人民政府|政府|直|级|属|委)?|本(?:单位|部门|机关|系统|地区?|辖区|局|委|级|.)?|[局委厅办]?机关"
    r"|其他|其它|其余|地方|基层|驻.{1,4}|辖区内?|属地|国务院|中[央省]直?|党委、?政府|各级"
)
"""Words before 各 or 有关 that say whose departments are meant without naming a body apart from its government."""

_UPPER = f"(?:省|自治区|直辖市|县级市|自治县|区|市|县|州|盟|旗)+{ALT}?"
_AREA_LIST = f"{_UPPER}(?:[、和与及]{_UPPER})+"
_SORT_HEAD = "(?:部门|单位|机构|科室|处室|股室|机关|企业|团体|地方(?!各|人民|政府|党)|地区)"
BARE_SORT = re.compile(rf"(?:(?:{AREAS})+|{_SORT_HEAD}){ALT}?")
"""A sort of bodies without a word that says which: what was said of the group before it holds for it too."""

_QUANTIFIED = "(?:各有关|各相关|有关|相关|各级|各)"
ONE_LEVEL = re.compile(r"(?:[区市县省州旗盟居地]|自治区|县级市|开发区)(?:人民政府|政府|党委|委|办|管委会)?")
"""One level and its government: no group, though the last shape below would let it pass."""

GROUP_SHAPES = (
    re.compile(  # 区委、区政府各部门
        rf"{LEVEL}委、?{LEVEL}政府(?:各|有关|相关)+(?:直属|工作|组成|职能)*{BARE_HEAD}{ALT}?"
    ),
    re.compile(  # 各级党委和政府
        rf"(?:地方)?各级(?:地方)?党委[、和]?(?:人民)?政府(?!各|有关|相关|办|部门)|(?:{LEVEL}(?:人民政府|政府|府|直|属|级)?)?各(?:有关|相关)?(?:部、?)?委、?办、?(?:厅、?)?局"
        rf"|(?:{LEVEL}(?:政府|直)?)?各[委办部局]、[委办局](?:、[委办局])?|各(?:乡、镇|镇、乡|镇、街)(?:、街道?|（街道）)?(?!道)"
        r"|\d+(?:个|家)(?:[区市县省]直)?(?:街道|镇街|乡镇|区县|县区|部门|单位)"
    ),
    re.compile(  # 各市、县（区）人民政府；各镇党委、政府
        rf"{_QUANTIFIED}{_AREA_LIST}{ORGAN}?{ALT}?(?!各|有关|相关)"
        rf"|各(?:级|{AREA})+{ALT}?党工?委[、和](?:人民政府|政府|办事处|管委会)(?!各|有关|相关|办|部门)|各级(?:人民)?政府及其?部门办公室"
        rf"|各{_UPPER}委、(?:{_UPPER})?(?:人民)?政府(?!各|有关|相关|办|部门)|各{_UPPER}行政公署、{_UPPER}人民政府"
    ),
    re.compile(  # 市、县（区）有关部门
        rf"(?:中央|国家|省|市|州|区|县)级?{ALT}?[、和及与](?:省|市|州|区|县|乡镇?|镇)级?(?:{ALT}|[、和及与]{LEVEL}|{LEVEL})*(?:[两三四]级[\u3400-\u9fff]{{0,8}}?|直属|直|属)?"
        rf"(?:驻[区市县省州])?(?:各|有关|相关|行业|主管)*(?:{ORGAN}|{BARE_HEAD}|各?级政府){ALT}?(?!办)"
        r"|[省市州区县]级?[、和][市州区县](?![、和与直级属委政])[\u3400-\u9fff]{1,10}?(?:部门|局|委|厅|法院|检察院)"
    ),
    re.compile(  # 各有关部门和单位
        rf"(?:全?[区市县省州镇](?:人民政府|政府|直|级|属|委|管)?(?:机关)?|国务院)?(?:各级)?{_QUANTIFIED}(?:行业|主管|职能|直属|行政|执法|责任|成员)*{_SORT_HEAD}{ALT}?"
        rf"(?:[、和与及]{_SORT_HEAD}{ALT}?)+"
    ),
    re.compile(  # 区直部门、公共企事业单位、行业主管部门（单位）
        rf"(?:全?{LEVEL}(?:人民政府|政府|直属|直机关|直|级|属|管|委|域|辖)?)?(?:全体|所有|其他|其它|其余|部分|涉及的?|属地|所在地?|相应|对应|公共|党政|行政|执法|综合"
        r"|行业|业务|主管|监管|职能|组成|工作|直属|所属|下属|派出|内设|成员|责任|牵头|配合|承办|主办|协办|实施|落实|参与|起草|制定|制发|发布|政策|文件|决策|企事业"
        r"|事业|国有|民营|重点|主流|新闻|金融|医疗|卫生|培训|中小|高等|中等|职业|垂直|垂管|管理|驻[区市县省]|中省直|中央|政府|镇街?|乡镇|街道|社会|人民|民主|群团"
        rf"|双管|服务|的|和|及)*(?:{HEADS})(?:部门|单位)?{ALT}?"
    ),
    re.compile(  # 镇街、乡镇（街道）、区县政府、街道办事处、村（居）委会
        rf"(?:全[区市县省州国]|[区市县省州]辖)?(?:所有|其他|部分|属地|相应|涉及|所在)*(?:(?:{AREAS}|园区|功能区|开发区)+{ALT}?)+"
        rf"(?:(?:人民)?政府|党委政府|党委|党工委|办事处|办|管委会|[村居]?民?委员?会|“?两委”?)?{ALT}?"
        r"|管委会|街道办(?:事处)?|办事处|幼儿园|医院|卫生院|中小学|派出所|司法所|[科股处室所站队](?![\u3400-\u9fff])"
    ),
)
"""Groups of a fixed shape, some of which hold a separator or 和 that does not part two names."""

GOVERNMENT = re.compile(r"(?:中共)?.{0,8}?(?:区|市|县|省|州|旗)(?:人民政府|政府|委)|党委|党工委")

# What may stand beside a name ---------------------------------------------------------------------------------------

LEVEL_START = re.compile(
    r"区(?![域划内片间块长位县镇])|市(?![场容民区县域辖州长]|[中南北](?!级|院|医)|政(?![府协法务数研]))|县(?![域区级市乡]|城(?![管市建乡]))"
    r"|省(?![际内道长会])|州(?![市长级])|旗(?![县舰])|盟(?![友市])|自治区"
)
"""The level word at the beginning of a name, and not of another word that begins so (市场, 区域)."""

ANEW = re.compile(rf"团?(?:{LEVEL_START.pattern})|国家|中央|全国(?=[人总妇残工])|中共")
"""Beginnings that only the name of another body has where a name could end: its level word, or 国家."""

NAME_START = re.compile(rf"{ANEW.pattern}|各|有关|相关|其他|其它|全体|所有")
WITH_LEVEL = re.compile(r"(?:中共|团)?(?:区|市|县|省|州|旗|自治区)|[^区市县省州旗]{2,4}(?:区|市|县|省|州|旗)")
PLACE = re.compile(r"[^区市县省州旗社园城]{1,4}(?:区|市|县|省|州|旗)(?!场)")
CONTINUED = re.compile(r"(?:办事处|办公室|办公厅|人民政府|政府|委员会|管委会|党工委|分局|支队|大队|总队|中心|管理局|局|公司|集团)(?:\Z|(?=[（等]))")
"""What a line break inside a name may leave alone on the next line."""

UPPER_END = re.compile(r"[区县市州盟旗地]\Z")
NAMED_AREA = re.compile(r"(?:街道|(?<![城乡])镇|(?<![社城])区|县|(?<!城)市)\Z")
PEERS = re.compile(rf"(?:{AREAS}|{ZONES}|政府|办事处|管委会|街道办){ALT}?\Z")
"""Groups that stand beside a department, not inside it."""

SUPERIOR = re.compile(
    r"(?:[^区市县省州旗]{2,4}(?:区|市|县|省|州|旗))*(?:区|市|县|省|州|旗)?(?<=[区市县省州旗])"
    r"(?:局|厅|.{1,14}?(?:管委会|委员会|局|厅|(?<!常)委(?![员会托])|(?<![干西东内外全总])部(?![门分署队])|办公室|办公厅|人民法院|检察院|集团|公司))"
)
SUBORDINATE_END = re.compile(r"(?:[支大总中]队|分局|支局|[处科股室所站]|中心|处室|科室)\Z")
"""Together: a body of a level or place, and the ending of one that lies inside such a body."""

# Lists --------------------------------------------------------------------------------------------------------------

STOP = re.compile(r"[、，；。／（）“”…—!！?？：＋★☆▲△●■□◆◇*#·]|\.(?!\d)")
JOINT = re.compile(r"以及|和|与|及(?!时)|暨|或者?|并(?!按|负|做|配|组)|跟|同(?=[区市县省各])|联合(?=[区市县省各有相])")
OTHERS = re.compile(r"(?<![高中初平同优])等(?![级候待额同])")
TOGETHER = re.compile(r"共同|联合|分别|均|都|双")
COUNT = re.compile(
    rf"(?P<number>{NUMERAL})(?P<more>余|多|几)?(?:个|家)?(?:有关|相关|[区市县省]直|[区市县省]级|责任|成员|主管|职能|行业|牵头|配合)*(?:{HEADS}|乡镇|区县|县区|{AREAS}){ALT}?"
)
"""A number that measures a list: 等5个部门, 三家单位."""
TOTAL = re.compile(rf"共?(?:计)?{NUMERAL}(?:个|家)?(?:部门|单位)(?:（单位）)?")
"""The same right behind the last name, without 等: 区市场监管局、区商务局两部门."""

TIME = re.compile(
    r"\d{2,4}年|\d{1,2}月|每[年月季周日半个]|每?[上下]半年|全年|年内|年底|年度|长期|常年|第?[一二三四1-4]季度|持续(?!发展)|定期|及时|适时|即时|立即|近期|实时|随时|常态|按[月季年时期]|不定期|截至"
)
NUMBERING = re.compile(r"[-–—~·]+(?=[\u3400-\u9fff])|\d{1,2}(?:[.、）])(?!\d)|[①-⑳⑴-⒇❶-❿]|（(?:\d{1,2}|[一二三四五六七八九十]{1,3})）")
AGENT = re.compile(r"(?<![自缘])由")
"""由 inside a sentence: what stands before it is no body, the one behind it acts."""

PREFIX = re.compile(r"(?:分别|具体|统一|继续|交|并)?由|请|原则上|以(?=.{2,20}为主)|其中|包括|含(?!山)|即(?!墨)|如(?![东皋])|以及|及(?!时)|暨(?!南)|并|(?:和|与|或)(?=各|有关|相关|其)")
"""Words before a name that belong to no name."""

CUT = re.compile(rf"{OTHERS.pattern}|会同|（")
COMPOUND = re.compile(r"(?:工业|经济|科技|商务)和(?:信息化|工信)|人力资源和社会保障|住房和城乡建设|文化和旅游|(?:规划|国土)和自然资源|自然资源和规划|教育和(?:体育|科技)|发展和改革|卫生和")
NO_NAME = re.compile(
    r"工作|信息|公开|任务|机制|情况|制度|领域|内容|事项|坚持|推进|落实|年度|时限|要求|责任|负责|牵头|配合|[的了是]|[A-Za-z]{6,}|\d{5,}|^[\d.]+$|^[无未待已不本该此暂另注详]|"
    + PREDICATE_START.pattern.replace("|", "|^").replace("加强", "^加强", 1)
)
"""What no name without a known ending holds."""
SHORT_NAME = re.compile(r"[\u3400-\u9fffA-Za-z0-9〇“”（）()-]{2,14}")
