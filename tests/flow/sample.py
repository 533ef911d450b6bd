"""A small made-up portal in a string, for tests of the flow; the real content stays the measure of everything else."""

SAMPLE = """\
-- content/portal.yaml --
title: 样例门户
description: 只用于测试。
-- content/jurisdictions.yaml --
jurisdictions:
  - {id: yangli, name: 样例市, level: city}
  - {id: dong, name: 东样区, full_name: 样例市东样区, level: district, parent: yangli}
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
form: table
title: 2030年东样区任务分解表
sections:
  - number: 一、
    title: 公开
    items:
      - {key: rows-1-2, heading: 做好公开}
table:
  title: 任务分解表
  columns: [序号, 工作任务, 具体要求, 责任单位, 完成时限]
  rows:
    - number: 1
      item_label: 做好公开
      item: rows-1-2
      text: 公开预算决算信息。
      units: 区财政局
      deadline: 6月底前
    - number: 2
      item: rows-1-2
      item_inherited_from: 1
      text: 公开养老服务信息。
      units: 区民政局，各街道办事处
      deadline: 全年
-- content/pages/about.md --
---
title: 关于
summary: 测试用。
---
一段**文字**。
"""
