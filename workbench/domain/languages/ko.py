"""Korean."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech

# How numbers are written

NUMBERS = Numbers(
    thousands=",",
    decimal=".",
    digits="영일이삼사오육칠팔구",
    multipliers="십 1 백 2 천 3 만 4 억 8 조 12",
    several="수",
    about="약 대략 거의 어림잡아 추산",
    at_least="최소 적어도 최소한",
    at_most="최대 최고 많게는 최다",
    nearly="근",
    after="at_least=이상|more_than=이_넘는 을_넘는 을_넘어 여|about=가량 정도 안팎 내외 쯤 남짓|at_most=이하|fewer_than=미만",
    filler="총 모두 전체 또",
    to="에서 ~ - 내지",
    units="km=킬로미터 ㎞ 킬로|m=미터|cm=센티미터 센티|mm=밀리미터|km2=제곱킬로미터|m2=제곱미터|ha=헥타르|l=리터|m3=세제곱미터|"
    "kg=킬로그램|g=그램|t=톤|second=초간|minute=분간|hour=시간|day=일간|week=주간 주일|month=개월 달|year=년간|percent=퍼센트 프로|"
    "point=%포인트 퍼센트포인트 %p 포인트|degree=도|barrel=배럴|times=배|age=세 살",
    money="KRW=원|USD=달러 미국달러|EUR=유로|JPY=엔|CNY=위안|GBP=파운드|RUB=루블",
    counters="명 인분 개국 개교 개소 개 대 채 가구 세대 건 척 기 마리 그루 곳 편 장 권 발 표 석 정 호실 인 사람",
    labels="제 규모 진도 오전 오후",
    speed_before="시속",
    more="여",
    cohorts="대",
    cardinals="한 1 두 2 세 3 네 4 다섯 5 여섯 6 일곱 7 여덟 8 아홉 9 열 10 스무 20 스물 20 서른 30 마흔 40 쉰 50 예순 60 일흔 70 "
    "여든 80 아흔 90",
    no_counters="년 월 일 시 분 초 호 번 위 조 항 차 회 기 층 등 급 단계 학년 주년 번째 대째 세기 강 호선 편성 동안 인승 인조 대1 부 절 집",
    particles="으로 로 에서 을 를 은 는 이다 이라 이며 과 와 의 이 가 에",
    people="명 사람",
    ago="전 뒤 후 만에 째",
    states="killed=사망 숨지 숨졌 숨진 희생|injured=다쳤 다치 부상 중상 경상|missing=실종|arrested=체포 구속|evacuated=대피|"
    "rescued=구조|displaced=이재민",
)

# Who says it, and how it is put

SPEECH = Speech(
    templates=(
        r"(?:^|[\s,])(?P<who>[^\s,.“”\"‘’][^,.“”\"\n]{0,40}?)(?P<verb>에 따르면|에 의하면|에 의하자면),? ?(?P<what>[^\n]{2,600})",
        r"^\s*(?:또|한편|이날|이에|그러나|하지만)? ?(?P<who>[^,.“”\"‘’'\n]{1,50}?)(?:은|는) (?P<what>[^\n]{2,600}?)"
        r"(?:이라고|라고|다고|냐고|자고|고|며)"
        r" ?"
        r"(?:[^\s“”\"]{1,8} )?(?P<verb>밝혔|말했|전했|주장했|보도했|발표했|했습니다|했다|강조했|설명했|비판했|불렀|덧붙였|경고했"
        r"|지적했|전망했"
        r"|보고 있)",
        r"^\s*(?:또|한편|이날)? ?(?P<who>[^,.“”\"‘’'\n]{1,50}?)(?:이|가) (?P<what>[^\n]{2,600}?)(?:이라고|라고|다고|고) ?"
        r"(?P<verb>밝혔|말했|전했|주장했|보도했|발표했|강조했|설명했|비판했|덧붙였|경고했|지적했)",
    ),
    capitals=False,
    case=False,
)

# The language

LANGUAGE = Language(
    "ko",
    "Korean",
    quotation_marks=(("“", "”"), ("‘", "’"), ("「", "」"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
)
