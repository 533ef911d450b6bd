"""Vocabulary of names (单位名称用语): how names of bodies end, what may stand beside a name, the marks of lists.

Every pattern here is for text in one spelling (``unit_text``). Words that make groups are in ``unit_group_words``, words of
role in ``unit_role_words``; what the patterns decide is in ``unit_bodies``. Nothing here knows any particular place.
"""

from __future__ import annotations

import re

from sitegen.load.reading.unit_group_words import ALT, AREAS, HEADS, ZONES

HAN = r"[\u3400-\u9fff]"
NUMERAL = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,6})"

# How a name can end -------------------------------------------------------------------------------------------------

BODY_ENDS = (
    r"委员会|办公室|办公厅|办事处|人民政府|政府(?!采购|和社会资本|网|信息|投资|购买|性)|管委会(?!同)|联席会议|领导小组"
    r"|(?:工作|专项|协调|推进|督导|巡察|攻坚|检查|监察|应急|专责|指导|服务|报道)小?组|专班|指挥部|兵团|集团|公司"
    r"|银行(?![区市县省州旗](?:中心)?[支分]行)|(?:分|支|总|商)行|党校|大学|中学(?!校)|小学(?!校)|高中|初中|幼儿园|供销社|合作社(?!联合社)|联合社|联社|报社|杂志社|出版社|通讯社|新华社"
    r"|(?:电视|广播|电|气象|地震)台|工商联|(?:妇|残|文|侨|社科|台|青|学|体)联|联盟|(?:科|作|记|音|美|书|体|消|法)协"
    r"|政协|人大|团中央|党组(?!织)|党支部|党总支|海关|监狱|军分区|警备区|(?:农|林|牧|渔|机|茶)场|(?:电|水|热|处理)厂"
    r"|热线|(?<!产业)基地|法庭|公证处|事务所|交易所|融媒体?(?![中局办体])|城投|水投|交投|农投|文旅投|国投|建投|城发"
    r"|国网[\u3400-\u9fff]{2,4}电力(?!公司|局)|国网|(?:联通|电信(?![局管])|铁塔)(?!(?:集团|[省市县区])?(?:[分省市县]?公司))|电网|邮储|中国(?:移动|广电|邮政|石油|石化|人保|人寿)"
    r"|司(?![法机令])|局(?!属[各单事企学])|厅(?!属[各单事企学])|(?<!部)署|(?<![科处股])室|(?<!社)会(?![同计展议员审签]|商(?!会))"
    r"|(?<![主承举兴推交])(?<!(?<!目)督)(?<!(?<!政)协)(?<!(?<!双)创)办(?![公事法理学结证案])|委(?![员托]|常委|办局|属[各单事企学])|(?<![西东内外全干])部(?![门分署位队])"
    r"|院(?![校士])|处(?![理置罚室])|科(?![室技学协普股])|股(?![室份权])|所(?![属在辖涉]|有(?!关))"
    r"|(?<!网)站(?![点所])|队(?![伍员])|馆|中心校|中心(?!城)"
)
"""Endings of the name of one body. A look-around keeps an ending out that other words share (社会, 部门, 所属, 主办)."""

ENDS = re.compile(rf"(?P<head>{HEADS})|(?P<body>{BODY_ENDS}|{ZONES})|(?P<area>{AREAS})")
"""All endings: nouns for bodies of one sort (部门), names of bodies (局), areas (街道)."""

OFFICE_NEXT = re.compile(r"(?:办公室|办公厅|[局处科室]|办(?![公事法理学结证案]))(?=\Z|[、，；。（）等和与及会牵负配])")
"""What goes on with a name behind a bracket and is none by itself: 党委（院长）办公室."""

NO_BODY = re.compile(r".*委常委|[部委局办处科股室所站队院会馆]{2}|中心|本[局委办厅处科]")
"""Words that end like a body but name none by themselves."""

FIELD = re.compile(rf"(?!涉|窗口|承担|负有|具有)(?:(?!的|项目|事项){HAN}){{2,12}}部门(?:（[^）]*）)?")
"""A department named by its field, 教育部门: one body, though it is not said which."""

ORGAN_ITSELF = re.compile(r"[区市县省州](?:纪?委|监委|人大|政协|政府|法院|检察院)(?!驻).{0,8}(?:机关|机构)")
"""A body called by 机关 or 机构: 区纪委监委机关."""

SENTENCE_START = re.compile(
    r"加强|完善|做好|召开|开展|推进(?!办|组|中心)|推动|对|在|将|严格|积极|切实|认真|继续|进一步|深入|全面|提升|强化|优化"
    r"|健全|建立|提高|加大|加快|确保|围绕|及时|定期"
)
"""Beginnings of sentences, some of which end like the name of a body."""

# Where a name begins ------------------------------------------------------------------------------------------------

LEVEL_START = re.compile(
    r"区(?![域划内片间块长位县镇])|市(?![场容区县域辖州长]|民(?![政族宗委建进革盟])|[中南北](?!级|院|医)|政(?![府协法务数研]))"
    r"|县(?![域区级市乡]|城(?![管市建乡]))|省(?![际内道长会])|州(?![市长级])|旗(?![县舰])|盟(?![友市])|自治区"
)
"""The level word at the beginning of a name, and not of another word that begins so (市场, 区域)."""

PLACE = re.compile(r"市[中南北]区|(?!中心城|主城|老城)[^区市县省州旗团]{1,4}(?<![社园小])[区市县省州旗](?!场)")
"""The name of a place at the beginning of a longer name: 槐荫区, 济南市."""

BARE_BUREAU = re.compile(r"(?!国家|中国|.*(?:总局|分局|公安局|税务局)\Z)[\u3400-\u9fff]{2,12}局\Z")
NEXT_BUREAU = re.compile(r"(?:(?![局委办、])[\u3400-\u9fff]){2,10}(?<![分支])(?<!稽查)局(?![\u3400-\u9fff]*分局)")
"""Two bureaus without their level word, run together: 教育局民政局."""

ANEW = re.compile(rf"团?(?:{LEVEL_START.pattern})|国家|中央|全国(?=[人总妇残工])|中共")
"""Beginnings that only another name has where a name could end: its level word, or 国家."""

NAME_START = re.compile(rf"{ANEW.pattern}|各|有关|相关|其他|其它|全体|所有")
"""Beginnings that are those of a name whatever follows."""

WITH_LEVEL = re.compile(r"(?:中共|团)?(?:[区市县省州旗]|自治区)|[^区市县省州旗]{2,4}[区市县省州旗]")
"""A name that begins with its level or place."""

_OF_PLACE = r"(?:中共)?(?:和?(?:(?![委部局办室厅会处院和与及暨])[\u3400-\u9fff]){0,6}?[区市县省州旗盟镇乡]|街道)?"
JOINT_OFFICE = re.compile(
    rf"{_OF_PLACE}(?:(?<=[区市县省州旗盟])委|党委|党?工委)"
    rf"(?:[、和与及暨／·]?{_OF_PLACE}(?:人大(?:常委会)?|政协|纪委(?:监委)?|监委|人民政府|政府|管委会|行政公署|办事处))+"
    r"(?:办公室|办公厅|督查[室办]|信访[局办]|研究室|接待(?:办公室|办|处)|(?:总)?值班室)"
)
"""The office of a party committee and its government in one: 市委、市政府办公室; one body or two, the words do not say."""
APART = re.compile("[、和与及暨／·]")
"""What stands in such a name where it may as well be those of several offices."""

# What a name holds ----------------------------------------------------------------------------------------------------

GOVERNMENT = re.compile(r"(?:中共)?[^团]{0,8}?[区市县省州旗](?:人民政府|政府|委)|党委|党工委")
NAMED_AREA = re.compile(r"(?:街道|(?<![城乡])镇|(?<![社城])区|县|(?<!城)市)\Z")
UPPER_END = re.compile(r"[区县市州盟旗地]\Z")

SUPERIOR = re.compile(
    r"(?:[^区市县省州旗]{2,4}[区市县省州旗])*[区市县省州旗]?(?<=[区市县省州旗])"
    r"(?:局|厅|府办(?!公[室厅])|.{1,14}?(?:管委会|委员会|局|厅|(?<!常)委(?![员会托办])|府办(?!公[室厅])|管理中心(?=[\u3400-\u9fffX]+管理部)|(?<![干西东内外全总])部(?![门分署队])"
    r"|办公室|办公厅|人民法院|检察院|集团|公司))"
    r"|(?!国家|[区市县省州旗各])[\u3400-\u9fff]{2,10}?局(?=.)"
)
SUBORDINATE_END = re.compile(r"(?:[支大总中]队|分局|支局|[处科股室所站办]|(?<=局)交通管理局|中心|处室|科室|管理部)\Z")
"""Together: a body of a level or place, and the ending of one that lies inside such a body (市公安局交警支队)."""

NATIONAL = re.compile(r"中国|国家|国网")
"""Beginnings of names of bodies in the whole country, whose branches are named by their place (国家电网济南)."""

CONTINUED = re.compile(
    r"(?:办事处|办公室|办公厅|人民政府|政府|委员会|管委会|党工委|分局|支队|大队|总队|中心|管理局|局|公司|集团)(?:\Z|(?=[（等]))"
)
"""What a line break inside a name may leave alone on the next line."""

# Words that only may be a name ---------------------------------------------------------------------------------------

SHORT_NAME = re.compile(
    rf"(?:[\u3400-\u9fffA-Za-z0-9〇]{{2,3}}|[\u3400-\u9fff]{{2,6}}新[城村]|(?={WITH_LEVEL.pattern}|团|人行|国网|银保监|中国|人保)[\u3400-\u9fffA-Za-z0-9〇“”（）()-]{{2,14}}"
    r"|工业和信息化|经济和信息化|人力资源(?:和)?社会保障|住房(?:和)?城乡建设|卫生和?健康|发展和?改革|自然资源和?规划|规划和?自然资源"
    r"|文化和?旅游|教育和?体育|林业和草原|退役军人(?:事务)?|行政审批(?:服务)?|政务服务|市场监督?管理?|城市管理|应急管理|医疗保障|农业农村|交通运输|生态环境|乡村振兴|民族宗教|公积金管理)"
)
"""Words without a known ending that may be a name all the same: a short one, one with its level, the field of a department."""
NO_NAME = re.compile(
    r"排名|先后|不分|以上|以下|上述|谁|工作|信息|公开|任务|机制|情况|制度|领域|内容|事项|坚持|推进|落实|年度|时限|要求|责任|负责|牵头|配合|[的了是]"
    r"|[A-Za-z]{6,}|\d{5,}|^[\d.]+$|^[无未待已不本该此暂另注详]|级$|领导$|负责人$|[区市县省州旗镇乡局处科司厅部院校所站]长$|书记$|主任$|[员人]$|常委$|某$"
)
"""What no name without a known ending holds."""

PERSON = re.compile(
    "[王李张刘陈杨赵黄周吴徐孙马胡朱郭何罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蒋蔡杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴]"
    r"[\u3400-\u9fff]{1,2}"
)
"""What may be the name of a person; certain only behind a body, in a cell that names who answers in it."""

LEADERS = re.compile(r"(?:(?:主要|分管|有关|相关|班子)?(?:领导|负责同志)|法律顾问|(?:新闻)?发言人|联络员|信息员|代表|委员)(?=[、，；。）和及与]|\Z|牵头|负责|统筹|审|签|把关|挂帅|分管)")
"""Persons behind the name of a body, who are meant and not it: 县政府领导."""

COMPOUND = re.compile(
    r"(?:工业|经济|科技|商务)和(?:信息化|工信)|人力资源和社会保障|住房和城乡建设|文化和旅游|(?:规划|国土)和自然资源"
    r"|自然资源和规划|教育和(?:体育|科技)|发展和改革|卫生和"
)
"""Fields of one department, although 和 stands between them."""

# Lists --------------------------------------------------------------------------------------------------------------

STOP = re.compile(r"[、，；。／（）“”…—!！?？：→⇒★☆▲△●■□◆◇※*#·①-⑳⑴-⒇❶-❿]|\.(?!\d)|(?<=[局委办室厅院部会府处心司])\+"
    r"|(?<=[局委办室厅院部会府处])[-–−]+(?=[区市县省州]|各|有关|相关)")
ELLIPSIS = re.compile(r"…+|\.{3,}|。{3,}")
"""Dots that leave a list open."""

WITHIN_LIST = "、／·.“”"
JOINT = re.compile(
    r"以及|和(?!国家机关)|与|及(?!时)|暨|或者?|并(?![按负做配组])|跟|同(?=[区市县省各])|联合(?=[区市县省各有相])"
)
SURE_JOINT = re.compile(rf"(?:以及|和(?!国家机关)|与|及|暨|会同)(?={NAME_START.pattern}|其|所属|下属)")
"""A joint that no name holds, because what follows can only begin another one."""

OTHERS = re.compile(r"(?<![高中初平同优])等(?![级候待额同])")
TOGETHER = re.compile(r"共同|并列|联合|分别|均|都|双")
COUNT = re.compile(
    rf"(?P<number>{NUMERAL})(?P<more>余|多|几)?[个家]?(?:有关|相关|[区市县省][直级]|责任|成员|主管|职能|行业|牵头|配合)*"
    rf"(?:{HEADS}|乡镇|区县|县区|{AREAS}){ALT}?"
)
"""A number that measures the list before it: 等5个部门, 等三家单位."""

OTHERS_ALONE = re.compile(r"(?:以?及|和|与)?其[他它余]\Z")
"""其他 as a piece of its own, no noun behind it: the list stays open."""

TOTAL = re.compile(rf"共?计?{NUMERAL}[个家]?(?:部门|单位)(?:（单位）)?")
"""The same right behind the last name, without 等: 区市场监管局、区商务局两部门."""

TIME = re.compile(
    r"\d{2,4}年|\d{1,2}月|每[年月季周日半个]|每?[上下]半年|全年|年内|年底|年度|长期|常年|第?[一二三四1-4]季度|持续(?!发展)"
    r"|定期|及时|适时|即时|立即|近期|实时|随时|常态|按[月季年时期]|不定期|截至"
)
SUBMITS = re.compile("报(?:请|经|送|(?=[区市县省][^报社刊]))|经(?=[区市县省][^，；。]{0,12}(?:同意|批准|审[定核批]))")
"""Who decides on what the bodies before it do, and is not meant itself: 报县政府审定."""
AFTER_NAME = re.compile(rf"{OTHERS.pattern}|{TIME.pattern}|{TOTAL.pattern}|{SUBMITS.pattern}|接受(?=[区市县省各上])")
"""What a name is certainly complete before."""

REMARK = re.compile(r"[标带加打]有?[*★☆▲△●#※]|加(?:粗|黑|下划线|挂)|挂|试点(?:单位|部门|地区|乡镇|街道|县|区|市|村|社区)?\Z|机构改革|以[上下]|上述|下同|简称|注[：:]?|不含|除|见|详见|含义|新增|已|原")
"""Beginnings of brackets that hold a remark and no body."""

SAYS = re.compile(r"[^\W_]")
"""What a bracket holds that says anything at all; a sign alone (（*）) does not."""

NUMBERING = re.compile(
    r"(?<![\u3400-\u9fff、])[一二三四五六七八九十]{1,2}[、是]|(?<![A-Za-z])[A-Za-z][.、）](?![A-Za-z0-9])|[-–—~·]+(?=[\u3400-\u9fff])|\d{1,2}[.、）](?!\d)|[①-⑳⑴-⒇❶-❿]|（(?:\d{1,2}|[一二三四五六七八九十]{1,3})）"
)
ACCEPTS = "接受[^（）；。，]{2,24}(?:监督|指导|检查|评议|考核)"
EXCEPTION = re.compile(rf"不(?:包括|含|涉及)[^（）；。，]{{1,60}}|除了?[^（）；。]{{1,40}}?(?:[之以]?外)的?，?|{ACCEPTS}")
"""Bodies that are not meant: 除市公安局外的市直各部门, 接受县纪委监委监督."""

CONDITION = re.compile(
    r"(?:如果?(?![东皋])|若|凡(?:是)?|遇|对于?|属于?|涉及|确?需(?!求)|因)[^，；。（）]{1,40}?(?:(?:的|时)，|，(?=由|需|应|报))|必要时，?|详?见(?=[各附本表上下前后第任清])[^；。（）]+"
)
"""Words that say when what follows holds, or where it is said: 如涉及重大舆情，由…, 需要调整的，由…, 见附件; bodies named in them are not meant."""

EXCEPTED = re.compile(r"除外\Z")
"""The end of a bracket that says the same: （市纪委监委除外）."""

AGENT = re.compile(r"(?<![自缘])由")
"""由 inside a sentence: what stands before it is no body, the one behind it acts."""

PREFIX = re.compile(
    r"(?:分别|具体|统一|继续|交|并)?由|请|委托|邀请|聘请|引入|凡(?=涉|有|承|具|是)|原则上|以(?=.{2,20}为主)|其中|包括|含(?!山)|即(?!墨)|如(?![东皋])|以及|及(?!时)"
    r"|暨(?!南)|并|[和与或](?=各|有关|相关|其)"
)
"""Words before a name that belong to no name."""

CUT = re.compile(rf"{OTHERS.pattern}|会同|（")
"""Where a name surely ends, although its ending is not known."""
