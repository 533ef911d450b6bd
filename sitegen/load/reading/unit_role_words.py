"""Vocabulary of roles (职责用语): labels like 牵头单位：, predicates like 按职责分工配合, and the role that each means.

Every pattern here is for text in one spelling (``unit_text``). Which bodies a word applies to is decided in ``unit_roles``.
"""

from __future__ import annotations

import re

from sitegen.model import Role

LEADING = "总牵头|牵头|主办|主责|主要责任|第一责任|首要责任|统筹协调|总体协调|综合协调|总协调|负总责|总负责|统筹|抓总|主抓|为主"
SUPPORTING = "配合|协助|协抓|协管|技术支[持撑]|支撑|(?<!政)协办|参与|参加|支持|协同|协作|联动"
REVIEWING = "会审|审核|审查|评审|复核|审定|把关|监督|指导|督促|督导|督查(?![办室])|(?<!目)督办|检查|考核|验收|评估|监管"
IMPLEMENTING = "贯彻|落实|实施|承办|执行|承担|落地"
OF_ROLES = f"{SUPPORTING}|{REVIEWING}|{IMPLEMENTING}"

PRINCIPLE = re.compile("“谁[^“”]{1,24}”")
"""A principle in quotation marks, whose words say nothing of these bodies: “谁主管、谁负责”."""

_MEANINGS = (
    (re.compile(LEADING), Role.LEAD),
    (re.compile(SUPPORTING), Role.SUPPORT),
    (re.compile(REVIEWING), Role.REVIEW),
    (re.compile(IMPLEMENTING), Role.IMPLEMENT),
)
_FIRST_OF_LABEL = re.compile(f"责任|负责|{OF_ROLES}")


def role_of_predicate(predicate: str) -> Role:
    """Role that a predicate states: 牵头负责 leads, 按职责分工配合 supports, 按职责分工负责 answers for its part."""
    said = PRINCIPLE.sub("", predicate)
    return next((role for words, role in _MEANINGS if words.search(said)), Role.RESPONSIBLE)


def role_of_label(label: str) -> Role:
    """Role that a label states; of several words 牵头 decides, else the first (责任（配合）单位)."""
    behind = ROLE_BEHIND.search(label)
    if behind:
        return role_of_predicate(behind[1])
    if role_of_predicate(label) is Role.LEAD:
        return Role.LEAD
    first = _FIRST_OF_LABEL.search(label)
    return role_of_predicate(first[0]) if first else Role.SUPPORT if "成员" in label else Role.RESPONSIBLE


NOTE_SIGNS = {"主": Role.LEAD, "牵": Role.LEAD, "协": Role.SUPPORT, "配": Role.SUPPORT, "辅": Role.SUPPORT, "责": Role.RESPONSIBLE, "责任": Role.RESPONSIBLE}
"""What a single character in brackets behind a name says: 市教育局（主）、市财政局（协）."""

# Labels -------------------------------------------------------------------------------------------------------------

_WORD = f"(?:{LEADING}|{OF_ROLES}|责任|负责|成员|分工|主管|分管|办理|报送|填报|起草|拟稿|发布|公布|公开|制定|编制|汇总|审签|解读|宣传|保障|上报|提供|受理|主要|任务|工作|具体|共同|联合|双|组织)"
_TOPIC = "(?:公开|发布|公布|解读|宣传|保障|制定|编制|报送|填报|上报|汇总|办理|受理|提供|任务|工作|主要|组织|起草|拟稿)"
"""Words that name what is done as well as who does it; behind other words they are a heading: 预决算公开：县财政局."""
_BODY = "(?:单位|部门|科室|处室|股室|机构|主体|机关|方|者|局)"
LABEL = re.compile(
    rf"(?:各|其中|其他|其它|其余|分项|第[一二三四]|(?<![\u3400-\u9fff])[省市区县乡镇]级?)?(?!(?<=[\u3400-\u9fff]){_TOPIC}+：){_WORD}(?:{_WORD}|（{_WORD}++）|[、和及与／]){{0,8}}+"
    rf"(?:（?{_BODY}）?(?:[、和及与／（]++{_WORD}*+{_BODY}）?){{0,4}}(?:（{_WORD}++）)?)?(?:分别)?(?:为|是|有|包括)?：+"
    r"|(?<![\u3400-\u9fff])(?:[省市区县乡镇]级?)?(?:(?![各有相局委办厅院会街镇区县市省科处室股所队站部心司署联社馆台行])[\u3400-\u9fff]){0,8}(?:单位|部门|科室?|处室?|主体|机构)(?:（[^）]*）)?：+"
)
"""Label with its colon: 牵头单位：, 责任（配合）单位：, 配合：."""

ROLE_BEHIND = re.compile(rf"{_BODY}（({_WORD}++)）：*\Z")
"""The role in a bracket at the end of a label, which says it: 责任单位（配合）：."""

BARE_LABEL = re.compile(rf"(?:主要)?{_WORD}++{_BODY}(?:（{_BODY}）)?(?:分别)?(?P<copula>为|是|有|包括)?")
"""The same words without a colon."""
DASHES = re.compile("[-–—]+(?=.)")
"""What may stand behind them instead: 牵头单位——县教育局."""

LEADING_WORD = re.compile(
    r"(?:由)?(?P<lead>总?牵头|主办|主责)(?:[的是为])?|责任|负责|配合|协助|(?<!政)协办|参与|参加|协同|承办|落实|实施|审核|评审|会办"
)
"""A word of role right before the name of a body, as a label without 单位 and colon: 牵头县住建局，配合县城管局."""

BRACKET_LABEL = re.compile(rf"（{_WORD}++(?:{_BODY})?）")
"""A label in brackets instead of a colon (【牵头单位】县教育局); behind a name the same bracket is a note on it."""

OTHER_LABEL = re.compile(
    r"(?:(?:责任|牵头|分管|包保|主要|挂包|联系)?(?:领导|负责人|负责同志)|责任人员?|联系人|联络员|联系方式|(?:联系)?电话"
    r"|(?:完成|办理|工作|时间|整改)?(?:时限|期限|时间|进度|频次|要求|节点)(?:要求)?|(?:办公|联系|咨询)?地[点址]|邮箱|传真|公开(?:渠道|方式|内容|依据|载体|层级|对象|范围)|(?:监督|投诉|反映|咨询)(?:渠道|方式|电话)|备注|附注|说明|(?<![备附])注|目标)：+"
)
"""Label of something that is no body: a person, a time, a remark."""

# Predicates ---------------------------------------------------------------------------------------------------------

_SAID = f"{LEADING}|{OF_ROLES}|负责(?!人|同志)|责任(?=单位|部门)"
_HOW = (
    "按照|按|根据|依据|依法依规|依法|依规|依|结合|各自|本部门|本单位|职责|职能|职权|权限|分工|任务|范围|实际|情况|要求|规定|各司其职|各负其责"
    "|共同|分别|具体|主要|总体|全面|统一|密切|积极|切实|认真|全力|要|应当|应(?!急)|须|需|均|都|也|予以|给予|进行|相互|互相"
    "|联合|双|一并|并列|并|日常(?=监督|管理|指导|检查|维护)|业务(?=指导|监督)|会签|同步|为|是|作为|以|全程|组织|协调|推进|推动|开展|办理|完成|做好|抓好|抓|参照|提供|保障|属地(?:管理)?|起草(?![部单处科机])|报送|汇总|公布|发布|公开|上报|填报|备案|转载|宣传|制定|编制|确定|处置|研究(?![室所院中])|答复|回应|维护(?!中心)|更新|运维|审批(?![局服科])|跟踪|跟进|自行|(?:合法性|公平竞争|保密|内容|文稿|政策)(?=审[核查])|加强(?=统筹|指导|监督|督促|督导|协调|协同|协作|配合|沟通)"
    rf"|{PRINCIPLE.pattern}(?:“谁[^“”]{{1,24}}”)*|的?原则"
)
_ROLE_BODY = "(?:牵头|责任|配合|主办|协办|承办|成员|落实|实施|审核|参与|参加|主管|协助|第一责任|主要责任|(?<=[为是])(?:重点|试点))(?:责任)?(?:单位|部门|机构|方)"
ROLE_BODY = re.compile(_ROLE_BODY)
"""A body called by its role, 责任单位: behind 为 a predicate, else a group."""

PREDICATE = re.compile(
    rf"(?:{_ROLE_BODY}|(?:相关|有关)?工作|事项|到位|{_SAID}|{_HOW}|[和、](?=[监督指配落实审参负责评把协]))+"
)
"""What bodies do, where nothing but such words is said: 牵头负责, 按职责分工配合, 为责任单位."""

WITH_OBJECT = re.compile("(?:负责|主抓|统筹)\\Z")
"""The end of a predicate that says what is done rather than who does it with them: 负责政务新媒体."""

PREDICATE_AT_END = re.compile(rf"{PREDICATE.pattern}\Z")
PREDICATE_CORE = re.compile(
    f"{_SAID}|职责|分工|各司其职|各负其责|共同|分别|联合|组织(?=\\Z|实施|开展|推进|落实)|(?:办理|推进|推动|开展|完成|做好|抓好|会签|报送|汇总|公布|发布|公开|上报|填报|备案|转载|提供|确定|处置|研究|答复|回应|维护|更新|运维|审批|协调|推进)\\Z"
)
"""What a predicate must hold to be one."""

STRONG_PREDICATE = re.compile(
    r"总?牵头|负责(?!人|同志)|配合|按照|按(?:各自)?(?:职责|职能|分工|要求|规定|权限)|根据|结合(?!部)|主办|(?<!政)协办|承办|协助|参与|参加|做好|抓好"
    r"|具体负责|自行|分别|共同(?!体)|统筹(?![办局城])|各负其责|各司其职|(?<!主)要(?!素)|应当|切实|认真|密切|积极"
    r"|(?:为|是|作为)(?:主要)?(?:牵头|责任|配合|主办|协办|主体责任|第一责任|重点|试点|成员|落实|实施)(?:责任)?(?:单位|部门)"
)
"""Words with which a predicate begins whatever follows them; no name of a body goes on with them."""

LINK = re.compile("(?:牵头|统筹)?(?:会同|会商|商(?=[区市县省各有相])|(?<=[局厅部办院])会(?=[区市县省]))")
"""会同: who stands before it leads, who stands behind it supports."""

_REST_SUPPORTS = (
    r"(?P<others>[，；、]?(?:其他|其它|其余)的?(?:责任)?(?:单位|部门|[处科股]室)?[均都]?(?:为|是|作为)(?:配合|责任|协办|参与|协助)(?:责任)?(?:单位|部门|[处科股]室)?)?"
    r"(?:[，；]下同)?"
)
FIRST_LEADS = re.compile(
    r"(?:注：?)?(?:其中|责任单位|各?单位|所列单位)?[，：]?(?:排名?|位?列|排序)?[在为]?(?:首位|第一位?|最前|首个|前面|前(?P<leading>[两二三四2-4])(?=[位个名家]))[位个名家的]*"
    r"(?:责任)?(?:单位|部门|[处科股]室)?(?:为|是|作为|即为|系)(?:牵头|主办|第一责任|主责)(?:责任)?(?:单位|部门|[处科股]室)?"
    rf"{_REST_SUPPORTS}"
)
"""The statement, inside the expression itself, that the first of a list leads."""

SIGNED_LEADS = re.compile(
    r"(?:注：?)?(?:其中)?，?(?:[标带加打注画]|标注|标有|带有)?“?(?P<sign>[★☆▲△●■□◆◇※*#])”?号?(?:标[记识志])?[的者]?(?:责任)?(?:单位|部门)?"
    rf"(?:为|是|表示|代表|即为?|系)(?:总?牵头|主办|第一责任|主责)(?:责任)?(?:单位|部门)?{_REST_SUPPORTS}"
)
"""The statement that the bodies beside a sign lead: 标★为牵头单位."""
