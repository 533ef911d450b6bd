"""A made-up portal with everything a page has to say: parts, merged cells, misplaced rows, slips, gaps between years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from sitegen.derive.index import Index, index_of
from sitegen.derive.urls import Urls, urls_of
from sitegen.load.portal import Loaded
from sitegen.model import Plan

READING_PORTAL = """\
-- content/portal.yaml --
title: 样例门户
description: 只用于测试。
-- content/jurisdictions.yaml --
jurisdictions:
  - {id: yangli, name: 样例市, level: city}
  - {id: dong, name: 东样区, full_name: 样例市东样区, level: district, parent: yangli}
  - {id: xi, name: 西样区, full_name: 样例市西样区, level: district, parent: yangli}
-- content/units/dong.yaml --
jurisdiction: dong
units:
  - {id: caizheng-ju, name: 区财政局, kind: department}
  - {id: minzheng-ju, name: 区民政局, kind: department}
groups:
  - {id: ge-jiedao, name: 各街道办事处}
-- content/plans/dong-2030.yaml --
id: dong-2030
jurisdiction: dong
year: 2030
form: prose-and-table
title: 2030年东样区政务公开工作要点
document:
  letterhead: 东样区人民政府办公室文件
  number: 东政办发〔2030〕1号
  notice_title: 东样区人民政府办公室关于印发2030年东样区政务公开工作要点的通知
  addressees: 各街道办事处：
  body: 现印发给你们，请认真落实。
  signatory: 东样区人民政府办公室
  signed: {text: 2030年6月27日, day: 2030-06-27}
  imprint_issuer: 东样区人民政府办公室
  imprinted: {text: 2030年6月28日印发, day: 2030-06-28}
cites: [yangli-2030-plan]
notes:
  - {kind: broken-row, text: 原件换页，已接上。}
preamble:
  - text: 2030年的总体要求是：做好公开。
sections:
  - number: 一、
    title: 公开
    items:
      - number: （一）
        heading: 做好预算公开。
        text: 公开预算。及时更新。
        notes:
          - {kind: wording, text: 标题与表中不同。}
      - {number: （二）, heading: 做好解读。, text: 解读政策不少于5次。}
  - number: 二、
    title: 保障
    items:
      - {number: （三）, heading: 加强培训。, text: 组织培训。}
closing:
  - text: 各街道办事处于7月15日前编制方案。
    mentions: {units: [各街道办事处], deadlines: [7月15日前]}
table:
  title: 任务分工
  columns: [序号, 工作任务, 具体要求, 责任单位, 完成时限]
  rows:
    - {number: 1, section_label: 一、信息公开, item_label: (一) 做好预算公开, item: item-1, text: 公开预算。, units: 区财政局, deadline: 12月底前}
    - number: 2
      item_label: （二）做好解读
      item: item-1
      item_reason: 与正文（一）的句子相同
      text: 及时更新。
      units: {text: "", inherited_from: 1}
      deadline: {text: 区财政局, source_error: 这一格印的是单位名称}
      notes:
        - {kind: source-error, cell: 完成时限, text: 照录，不推断。}
    - {number: 3, item: item-2, item_inherited_from: 2, text: 解读政策不少于5次。, units: "区财政局，区某某馆", deadline: 长期坚持}
-- content/plans/dong-2028.yaml --
id: dong-2028
jurisdiction: dong
year: 2028
form: table
title: 2028年东样区任务分解表
completeness: 仅有附件，未见主件
sections:
  - number: 一、
    title: 公开
    items:
      - {key: rows-1-2, heading: 做好公开}
table:
  title: 2028年东样区任务分解表
  columns: [序号, 工作任务, 具体要求, 责任单位]
  rows:
    - {number: 1, item_label: 做好公开, item: rows-1-2, text: 公开预算决算。, units: 区财政局}
    - {number: 2, item: rows-1-2, item_inherited_from: 1, text: 公开养老服务。, units: 各街道办事处}
-- content/plans/xi-2030.yaml --
id: xi-2030
jurisdiction: xi
year: 2030
form: prose
title: 2030年西样区政务公开工作要点
cites: [dong-2030]
sections:
  - number: 一、
    title: 参与
    items:
      - number: （一）
        heading: 提升公众参与实效。
        parts:
          - text: 做好目录发布。面对面听取意见。
            responsibility: （责任单位：区司法局）
            notes:
              - {kind: naming, text: 名称照录。}
          - text: 常态化开展开放活动。
            responsibility: （责任单位：区政府有关部门）
-- content/known-documents.yaml --
documents:
  - {id: yangli-2030-plan, jurisdiction: yangli, year: 2030, kind: plan, title: 2030年样例市政务公开工作要点, number: 样政办发〔2030〕3号, issuer: 样例市人民政府办公厅}
  - id: dong-2029-plan
    jurisdiction: dong
    year: 2029
    kind: plan
    title: 2029年东样区政务公开工作要点
    signed: 2029-06-30
    address: https://example.gov.cn/dong-2029
    address_is_own: true
  - {id: dong-office-2027, jurisdiction: dong, year: 2027, kind: plan, title: 东样区某某街道2027年工作要点, issuer: 东样区某某街道办事处}
  - id: dong-2030-interpretation
    jurisdiction: dong
    year: 2030
    kind: interpretation
    title: 要点解读
    relations:
      - {plan: dong-2030, kind: interprets}
-- content/glossary.yaml --
terms:
  - id: yusuan-gongkai
    term: 预算公开
    explanation: 公布预算。
    definitions:
      - {quote: 公开预算。, source: dong-2030/item-1}
      - {quote: 公开预算。, source: dong-2030/task-1}
      - {quote: 公开预算决算。, source: dong-2028/task-1}
-- content/pages/about.md --
---
title: 关于
summary: 测试用。
order: 20
---
一段**文字**。
-- content/pages/read.md --
---
title: 怎样读
order: 10
---
文字。
"""


@dataclass(frozen=True)
class Read:
    """The made-up portal: look-ups and addresses."""

    index: Index
    urls: Urls

    def plan(self, plan_id: str) -> Plan:
        """A plan by id."""
        return self.index.plans[plan_id]


@pytest.fixture
def read(load_text: Callable[[str], Loaded]) -> Read:
    """The made-up portal under the base path /p/."""
    portal = load_text(READING_PORTAL).portal
    return Read(index_of(portal), urls_of(portal, "/p/"))
