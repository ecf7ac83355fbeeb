"""Chinese."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech

# How numbers are written

NUMBERS = Numbers(
    thousands=",",
    decimal=".",
    digits="〇一二三四五六七八九 零壹贰叁肆伍陆柒捌玖 ○一两三四五六七八九 〇一兩三四五六七八九",
    multipliers="十 1 百 2 千 3 万 4 萬 4 亿 8 億 8",
    several="数數几幾",
    about="约 約 大约 大約 近乎 左右 估计 大概",
    at_least="至少 起码 最少 不少于 不低于",
    more_than="超过 超過 逾 多于 超",
    at_most="最多 至多 高达 高達 不超过 多达 多達",
    fewer_than="不到 不足 少于 低于",
    nearly="近 接近",
    after="more_than=多 余 餘|at_least=以上 及以上|about=左右 上下|at_most=以下 以内",
    filler="共 共有 共计 总共 的 有 另 另有 为 達 达",
    to="至 到 ~ － -",
    units="km=公里 千米|m=米 公尺|cm=厘米 公分|mm=毫米|km2=平方公里 平方千米|m2=平方米|ha=公顷 公頃|l=升|m3=立方米|kg=公斤 千克|"
    "g=克|t=吨 噸|km/h=公里每小时|second=秒钟|minute=分钟 分鐘|hour=小时 小時 个小时|day=天|week=周 个星期|month=个月 個月|"
    "year=年间|percent=个百分比|point=个百分点 百分点 個百分點|degree=摄氏度 度|barrel=桶|times=倍|age=岁 歲",
    money="CNY=元 元人民币 人民币|USD=美元|EUR=欧元 歐元|JPY=日元 日圓|GBP=英镑|HKD=港元|TWD=新台币|KRW=韩元|RUB=卢布",
    counters="人 名 个 個 位 户 戶 家 辆 輛 艘 架 座 栋 棟 间 間 所 件 起 头 頭 只 隻 匹 条 份 台 枚 颗 顆 具 例 宗 张 張 票 席 支 "
    "批 套 处 處 株 吨级 人次",
    labels="第 歼 震级 上午 下午 公元 晚上",
    speed_before="时速 時速",
    more="多余餘",
    no_counters="年 月 日 时 時 点 點 分 秒 号 號 期 章 次 届 屆 代 世 等 级 級 楼 樓 层 层 比 强 強 大 月份 年级 岁以 星期 周年 "
    "日至 日晚 日上 中全会 带一路 路",
    people="人 名",
    things="个 個 座 家 所 处 處 架 艘 辆 輛 枚 起",
    ago="前 后 後 之前",
    states="killed=死亡 遇难 遇難 丧生 喪生 身亡 死|injured=受伤 受傷 伤|missing=失踪 失蹤 失联|arrested=被捕 被拘|evacuated=疏散 "
    "撤离|rescued=获救 獲救|displaced=无家可归",
)

# Who says it, and how it is put

SPEECH = Speech(
    templates=(
        r"[据據](?P<who>[^，。“”「」：:\n]{2,30}?)(?P<verb>报道|報道|报导|報導|消息|介绍|介紹|称|稱|透露|统计|統計|通报|通報|在[^，。\n]{1,20}消息)"
        r"[^，。\n]{0,12}[，,](?P<what>[^\n]{2,600})",
        r"(?P<who>[^，。、“”「」：:；\n]{2,30}?)(?:[当當今昨][天日]|\d{1,2}日|周[一二三四五六日])?(?:[在于於对對向][^，。“”\n]{1,24}?)?"
        r"(?P<verb>报道称|報道稱|报道说|表示|声称|聲稱|宣称|宣稱|指出|宣布|强调|強調|认为|認為|透露|警告|指责|指責|写道|寫道|批评|批評|否认"
        r"|否認|(?<![名简宣号据又可自])[称稱]|(?<![小传])[说說](?![明服法話话]))[，：:,]?(?P<what>[^\n]{2,600})",
        r"(?P<what>“[^”\n]{2,600}”)[，。]?(?P<who>[^，。“”：:\n]{2,30}?)(?P<verb>表示|说|說|称|稱|指出|强调|強調)(?=[。，]|$)",
    ),
    capitals=False,
    case=False,
)

# The language

LANGUAGE = Language(
    "zh",
    "Chinese",
    quotation_marks=(("“", "”"), ("「", "」"), ("『", "』"), ("‘", "’")),
    numbers=NUMBERS,
    speech=SPEECH,
)
