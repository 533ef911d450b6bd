// Words of a question that say nothing about its subject, and words that every service has: they matter little beside it.

const FILLERS = new Set((
  "请问 想问 问一下 怎么样了 怎么样 有什么 有哪些 有啥 怎么办 怎么弄 怎么 怎样 如何 咋办 咋样 咋 啥时候 啥 什么时候 什么地方 什么 为什么 为何 何时 "
  + "哪里 哪儿 哪些 哪个 哪家 哪 多少 多久 多长 多大 几个 有没有 能不能 可不可以 会不会 要不要 是不是 算不算 是否 可以 可否 能否 "
  + "应该 需要 必须 我们 你们 他们 大家 咱们 我家 我 你 您 他 她 它 自己 帮我 帮忙 谁来 找谁 归谁 由谁 谁 吗 呢 吧 啊 呀 嘛 么 哦 "
  + "了 的 地 得 着 过 和 与 及 或 或者 以及 还有 在 是 有 没有 没 不了 不 找 查 问 看 想 要 去 到 来 能 会 请 给 被 把 让 跟 对 从 "
  + "用 就 都 也 还 太 很 好 更 最 这个 那个 这些 那些 这 那 怎 做 干 些 里面 里 一下 一个 关于 有关 方面 相关 因为 所以 如果 现在 "
  + "哪天 哪一天 哪年 几号 几月 几时 多会儿 啥样 "
  + "目前 最近 今年 去年 明年 到底 究竟 其他 别的 东西 事情 问题 情况 第"
).split(" "));

const GENERIC = new Set((
  "办理 办事 申请 申报 申领 报名 登记 领取 领 查询 查找 查看 咨询 预约 缴费 缴纳 交费 提交 下载 打印 流程 程序 手续 步骤 条件 材料 资料 "
  + "要求 标准 范围 对象 时间 日期 期限 地点 地址 位置 电话 号码 联系方式 邮箱 网址 官网 入口 金额 数额 费用 价格 多少钱 钱 比例 名单 名额 补助 补贴 津贴 奖励 资金 经费 补助金 补助费 "
  + "清单 目录 列表 表格 模板 样本 文件 政策 规定 办法 措施 方案 细则 条例 法规 通知 公告 公示 意见 说明 指南 介绍 内容 详情 信息 情况 "
  + "进展 结果 最新 新版 全文 原文 部门 单位 机构 负责 主管 管理 处理 解决 工作 服务 支持 扶持 帮扶 优惠 待遇 福利 提供 享受 "
  + "符合 资格 认定 审批 审核 备案 发布 公开 公布 开展 落实 推进 加强 网上 线上 线下 现场 本地 当地 附近 个人 居民 群众 市民 百姓 老百姓 "
  + "方便 免费 收费"
).split(" "));

// Words with which people tell of their life, whatever the subject: when, how often, who, and what they do with a thing.
const TOLD = new Set((
  "冬天 夏天 春天 秋天 晚上 白天 早上 中午 周末 平时 每天 天天 每月 经常 总是 老是 总 老 一直 好久 很久 一次 两次 几次 几年 多年 马上 赶紧 快点 "
  + "偷偷 悄悄 随便 一样 一起 一点 有点 特别 非常 比较 真的 这么 那么 多少次 还要 还能 还是 又 再 才 先 可 让我 叫我 被人 "
  + "别人 人家 有人 没人 家人 家里人 家里 家中 一家人 一个人 年轻人 大人 男人 女人 本人 村民们 咱 俺 咱家 俺家 国家 政府 社会 上面 领导们 "
  + "找到 找不着 拿到 拿不到 领到 领不到 领不了 办不了 办不成 办好 办完 打不通 打不开 进不去 看到 看见 听到 听说 知道 不知道 了解 觉得 希望 想要 打算 "
  + "不能 不会 不想 不给 不让 不肯 不行 不好 不够 不准 不到 不着 没有了 没法 没办法 好不好 行不行 对不对 有用 "
  + "排队 等着 等待 保护 防止 避免 保证 确保 注意 小心 反馈 反映 告诉 通知 提醒 说明 帮助 照看 支付 花费 花钱 给钱 拿钱 赔 赔偿 补偿 "
  + "出门 出去 回来 回去 回家 进来 过来 过去 起来 下来 上来 下去 带着 拿着 看着 跟着 准备 开始 结束 继续 停止 发现 发生 出现 遇到 遇上 碰到 碰见 收到 "
  + "得到 用到 用上 用不了 用不上 用得上 算是 成为 变成 当成 成了 认为 以为 以后 以前 之前 之后 后来 然后 可能 能够 愿意 同意 允许 一定 肯定 大概 也许 "
  + "好像 其实 原来 本来 已经 曾经 正在 刚刚 刚才 立刻 赶快 尽快 慢慢 突然 忽然 居然 竟然 终于 幸好 恐怕 难道 反正 甚至 尤其 十分 相当 最好 只好 只能 "
  + "不要 不用 不必 不该 不可以 不一样 不错 不足 不少 不停 不断 不敢 不见 不清 不清楚 不对 不起 不上 不成 不完 得起 得到 得了 得上 不下去 不出来 "
  + "太大 太小 太高 太低 太长 太短 太久 很多 很少 很大 很小 很难 很远 很近 很高 好多 好些 许多 好几 几天 几次 几回 每次 每人 全家 全部 所有 任何 各种 "
  + "其中 另外 有些 有时 有时候 严重 厉害 难受 生气 害怕 奇怪 舒服 好用 难用 难办 好办 坏了 坏掉 破了 丢了 忘了 忘记 记得 想起 想知道 想问 问问 看看 听听 "
  + "试试 说说 聊聊 等等 找找 查查 打听 解释 明白 清楚 弄清 搞清 搞懂 弄懂 懂不懂 管用 没用 出事 应对 应付 影响 造成 导致 引起 产生 出来 进去 到位 "
  + "买到 买不到 租到 租不到 花掉 剩下 留下 存放 放在 放到 住在 生活 活动活动 过日子 来不及 赶不上 跟不上 受不了 忍不住 不愿意 不同意 不允许 不许 禁止 "
  + "轮到 轮不到 排到 排不到 选择 决定 保留 恢复 取消 增加 减少 提高 降低 改变 改善 更换 重新 再次 多次 长期 短期 临时 立即 及时 按时 提前 推迟 拖延 耽误 "
  + "究竟 具体 详细 简单 复杂 容易 困难吗 一般 普通 主要 重要 必要 真正 完全 直接 间接 分别 共同 互相 单独 公平 公正 合适 适合 属于 包括 除了 关系 区别 "
  + "不一致 一致 相同 不同 差别 原因 理由 结局 后果 好处 坏处 优点 缺点 办法 方法 方式 渠道 途径 前后 左右 大约 至少 最多 最少 最快 最近的 附近的 "
  + "便宜 太贵 贵 麻烦 着急 担心 不方便 不满意 不满 不合理 合理 合法 正常 太多 太少 太慢 太差 太远 少 多 快 慢 差 远 近 大 小 新 旧 "
  + "打 搞 弄 拉 怕 嫌 盼 评 住 领 发 换 吃 喝 买 卖 交 缴 开 关 带 坐 走 拿 写 说 听 学 教 报 补 修 租 借 送 接 停 管 算 叫 扔 倒 罚 上 下 进 出 过 变 养 拆 占 告 求 收 办 装 搬 丢 坏 破 花 欠 建 盖 排 往 向 像 该 钱 脏 乱 挖 漏 涨 降 病 疼 死 后 前 时 内 外 位 种 "
  + "三天两头 动不动 时不时 隔三差五 没完没了 反反复复 半天 一会儿 店里 厂里 公司里 单位里 刷 挑 堵 贴 摆 挂 签 "
  + "放哪 放心 不放心 靠谱 靠谱不 摔倒 受伤 急需 亲自 半夜 深夜 夜里 凌晨 周六 周日 星期天 节假日 好几 当年 以前的 之前的 老是 费劲 太吵 太绕 太旧 太破 太脏 太乱 太累 糊弄 忽悠 划算 合算 值得 可行 没辙 委屈 "
  + "操心 省心 省钱 省事 头疼 闹心 发愁 回事 咋回事 咋整 最好 哪种 新出 新出的 自家 自个 隔壁 楼下 楼上 对面 旁边 边上 门口 家门口 到处 四处 遍地 满地 满街 白跑 白等 干等 好半天 搞定 弄好 弄丢 搞错 弄错 不准 不灵 失灵 "
  + "堵了 漏了 断了 没了 跑了 走了 死了 病了 强制 随意 自主 恶性 野蛮 频繁 名额 摇号 伙食 固定 首次 头一次 第一次 自愿 主动 偏远 偏僻 便利 顺利 成功 失败 过期 到期 期满 逾期 超时 超期 迟迟 长时间 当场 当面 私下 暗地 "
  + "暗箱操作 走后门 托关系 求人 指望 盼着 惦记 琢磨 考虑 咨询一下 商量 谈谈 见面 一面 一声 一眼 一块 一块儿 一下子 好久不 老半天 大老远 年年 月月 回回 次次 处处 样样 统统 光是 只是 就是 就算 哪怕 即使 要是 假如 万一 "
  + "多大年纪 多大岁数 够不够 行吗 好吗 能行 要紧 严不严 难不难 贵不贵 真不真 准不准 好不好用 管不管 给不给 让不让 收不收 算不算数 有没有用 靠得住 信得过 用得着 来得及 赶得上 买得起 养得起 住得起 看得起 "
  + "一家 一位 一种 一条 一项 一套 一份 一间 一名 一片 一些 一处 一天 一年 一月 两个 三个 两家 几家 几种 几项 几位 那家 这家 哪些人 的人 有人说 人能 能领 能办 能用"
).split(" "));

// Where and about whom something is told; what is told weighs more, if that is known: 没水 in 小区没水.
const FRAMES = new Set((
  "小区 社区 学校 医院 工厂 厂子 厂家 厂里 公司 单位 企业 老板 店铺 门店 商铺 超市 商场 村里 镇上 县里 市里 区里 屯里 庄里 乡下 老家 农村 农户 村民 农民 孩子 小孩 儿童 宝宝 老人 老年人 奶奶 爷爷 姥姥 姥爷 爸妈 父母 老爸 老妈 我爸 我妈 父亲 母亲 老父亲 老母亲 儿子 女儿 孙子 孙女 娃娃 亲戚 妈妈 爸爸 "
  + "老太太 老头 大学生 手机 网上 上班 政府 城里 老百姓 专家 记者 领导 官员 窗口 电话 个体户 商户 小店 消费者 路边 街上"
).split(" "));

// What is asked of any subject, though documents speak of it too; it is meant where nothing else is: 谁管 in 噪音谁管.
const ASKED = new Set("没人管 谁管 谁来管 归谁 归谁管 打电话 打什么电话 打哪个电话 什么电话 哪个电话 没钱 收钱 不干活 办手续 手续怎么办 政府 有困难 遇到困难 标准 补偿标准".split(" "));

// When something is: beside one short word it makes a subject of its own, of which 天气 in 周末天气 says too little.
const TIMES = new Set("冬天 夏天 春天 秋天 晚上 白天 早上 中午 周末".split(" "));

// What parts the halves of a verb and its object: 租不起房 is 租房, 上不了学 上学.
const SEPARATORS = new Set("不来 不动 不出 不下 得着 得到 得上 封 一封 了个 过的 不好 不成 不起 不了 不到 不上 不着 不成 得起 得了 不 了 个 完 过 次 点 一次 一下 什么 哪个 到 要 份 张 门 间 台 辆 套 一份 一张 一门 一间 一台 一辆 一套 一家 家".split(" "));

const SPOKEN = "我你您他她咱吗呢吧嘛没有不想要能谁哪啥咋给被让了太";
const JOINING = new Set("或者 以及 还有 关于 有关 方面 相关 问题 情况 里面 东西 事情 目前 最近 现在 今年 去年 明年 其他 别的".split(" "));
const NUMBER = /^[一二三四五六七八九十百千万两几半多]+(?:[次回趟面声年月天岁亩口间块元个条张份名人户遍层号楼件台辆斤度级万千百十]|平米|小时|分钟)?/u;

const LONGEST = Math.max(...Array.from(FILLERS, (filler) => filler.length));

/** Ends of the fillers that begin at an index of some characters. */
export function fillerEnds(characters, at) {
  return endsOf(FILLERS, characters, at);
}

/** Ends of the words that begin at an index of some characters and stand in questions about any subject. */
export function genericEnds(characters, at) {
  return endsOf(GENERIC, characters, at);
}

/** Ends of the words of a teller that begin at an index of some characters. */
export function toldEnds(characters, at) {
  return endsOf(TOLD, characters, at);
}

/** Ends of what may part a verb from its object, at an index of some characters. */
export function separatorEnds(characters, at) {
  return endsOf(SEPARATORS, characters, at);
}

/** Whether words say when. */
export function saysWhen(words) {
  return TIMES.has(words);
}

/** Whether words stand in questions about any subject: 办理, 流程, 政策. */
export function isGeneric(words) {
  return GENERIC.has(words) || TOLD.has(words);
}

/** Whether words only ask about what else is named: 谁管 in 噪音谁管. */
export function isAsked(words) {
  return ASKED.has(words);
}

/** Whether words say where or about whom something is told. */
export function isFrame(words) {
  return FRAMES.has(words);
}

/** Whether a small word is one of somebody who speaks, and joins no nouns: 没有 or 吗, unlike 的. */
export function isSpoken(words) {
  return words.length === 1 ? SPOKEN.includes(words) : !JOINING.has(words);
}

/** The end of a number with what it counts, written in characters, at an index of some characters, or null: 五千块. */
export function numberEnd(characters, at) {
  const [counted] = characters.slice(at).join("").match(NUMBER) || [""];
  return counted === "" ? null : at + counted.length;
}

function endsOf(words, characters, at) {
  const ends = [];
  for (let end = at + 1; end <= Math.min(characters.length, at + LONGEST); end += 1) {
    if (words.has(characters.slice(at, end).join(""))) {
      ends.push(end);
    }
  }
  return ends;
}
