"""Japanese."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech

# How numbers are written

NUMBERS = Numbers(
    thousands=",",
    decimal=".",
    digits="〇一二三四五六七八九",
    multipliers="十 1 百 2 千 3 万 4 萬 4 億 8 兆 12",
    several="数",
    about="約 およそ おおよそ ほぼ 推定 概算で",
    at_least="少なくとも 最低 最低でも",
    at_most="最大 最大で 最高 多くても",
    nearly="ほとんど",
    after="at_least=以上|about=ほど 程度 前後 余り あまり くらい ぐらい|at_most=以下|fewer_than=未満|more_than=超 を超える を超えた",
    filler="の 計 合計 延べ 総勢 全 男女 男性 女性 住民 乗客 兵士 で 、",
    to="から ～ 〜 -",
    units="km=キロメートル キロ|m=メートル|cm=センチメートル センチ|mm=ミリメートル ミリ|km2=平方キロメートル 平方キロ|"
    "m2=平方メートル|ha=ヘクタール|l=リットル|m3=立方メートル|kg=キログラム|g=グラム|t=トン|km/h=キロ毎時|second=秒間|minute=分間|"
    "hour=時間|day=日間|week=週間|month=か月 カ月 ヶ月 ヵ月 箇月|year=年間|percent=パーセント|point=ポイント|degree=度|"
    "barrel=バレル|times=倍|age=歳 才",
    money="JPY=円|USD=ドル 米ドル|EUR=ユーロ|KRW=ウォン|CNY=元 人民元|GBP=ポンド|RUB=ルーブル",
    counters="人 名 個 台 戸 棟 世帯 件 隻 機 両 頭 匹 羽 本 枚 冊 か所 カ所 ヶ所 箇所 ヵ所 か国 カ国 ヶ国 社 校 軒 発 基 票 議席 "
    "団体 店 点 作品 袋 箱 便 区画 室 部屋 床 丁 株",
    labels="第 震度 マグニチュード 令和 平成 昭和 午前 午後 西暦",
    speed_before="時速",
    things="台 隻 棟 件 個 機 社 校 軒",
    no_counters="年 月 日 時 分 秒 号 番 丁目 位 回 期 章 条 項 節 次 代 世 等 級 部 歩 か月ぶり 年ぶり 人目 度目 つ",
    people="人 名",
    ago="前 後 ぶり 目",
    states="killed=死亡 死者 亡くな 犠牲|injured=負傷 けが 重傷 軽傷|missing=行方不明|arrested=逮捕 拘束|evacuated=避難|"
    "rescued=救助|destroyed=全壊|damaged=損壊",
)

# Who says it, and how it is put

SPEECH = Speech(
    templates=(
        r"(?P<who>[^、。「」『』\n]{1,40}?)(?P<verb>によると|によれば)[、，]?(?P<what>[^\n]{2,600})",
        r"^\s*(?P<who>[^、。「」\n]{1,40}?)[がは](?:[^「」。、\n]{0,20}、)?(?P<verb>明らかにし|発表し|伝え|報じ)[^、。「」\n]{0,6}。?(?P<prior>)$",
        r"(?P<who>[^、。「」\n]{1,40}?)は(?:[^「」。\n]{0,30}?、)?(?P<what>[^\n]{2,600})と(?:して|し|の見方を|の考えを)?(?:[^「」。\n]{0,10})"
        r"(?P<verb>述べ|語|話し|伝え|訴え|主張|発表|明らかに|指摘|非難|報じ|強調|説明|批判|表明|警告|否定|みてい|コメント|投稿)",
        r"(?P<who>[^、。「」\n]{1,40}?)が(?:[^「」。\n]{0,30}?、)?(?P<what>「[^\n]{2,600}」)と(?:[^「」。\n]{0,10})"
        r"(?P<verb>述べ|語|話し|伝え|訴え|主張|発表|明らかに|指摘|非難|報じ|強調|説明|批判|表明|警告|否定)",
    ),
    capitals=False,
    case=False,
)

# The language

LANGUAGE = Language(
    "ja",
    "Japanese",
    quotation_marks=(("「", "」"), ("『", "』")),
    numbers=NUMBERS,
    speech=SPEECH,
)
