"""The sample case: its JSON keeps to the vocabularies, its quotations stand in the articles, the rules hold, the traps are there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from workbench import paths
from workbench.domain.entities import Appearance, Claim, Evidence, Origin
from workbench.domain.independence import OriginMeter, origin_meter
from workbench.domain.rules import Facts, refusal, two_origin_finding
from workbench.domain.statuses import Basis, Status
from workbench.domain.terms import Term
from workbench.domain.vocabulary import (
    ClaimKind,
    Confidence,
    Credibility,
    DiscrepancyType,
    Field,
    FoundBy,
    Handling,
    Likelihood,
    OriginBasis,
    OriginKind,
    Priority,
    Relation,
    Reliability,
    Severity,
    Stance,
)

FOLDER = paths.resources() / "sample_case"
CASE: dict[str, Any] = json.loads((FOLDER / "case.json").read_text(encoding="utf-8"))
CLAIMS: list[dict[str, Any]] = CASE["claims"]
FILES: list[str] = [article["file"] for article in CASE["articles"]]
EXHIBITS = {name: number for number, name in enumerate(FILES, 1)}
ORIGIN_IDS = {origin["key"]: number for number, origin in enumerate(CASE["origins"], 1)}
TODAY = date.fromisoformat(CASE["as_of"][:10])

CASE_KEYS = {"reference", "title", "question", "as_of", "handling", "standard_of_proof", "analyst", "memo_to", "memo_from"}
CLAIM_KEYS = {"text", "kind", "priority", "event_date", "status", "basis", "denied_by", "denied_on", "reason", "override_reason"}
CLAIM_KEYS |= {"would_change", "review_on", "note", "appearances", "evidence", "assessment"}
APPEARANCE_KEYS = {"file", "stance", "attributed_to", "verb", "hedge", "via", "origin", "origin_basis"}
QUERY_KEYS = {"type", "severity", "claim", "found_by", "summary", "passages", "resolution"}
EVIDENCE_KEYS = {"relation", "origin", "independent", "independent_reason"}


class VisibleText(HTMLParser):
    """The text inside the body of a page without scripts and styles: one line a block."""

    BLOCKS = frozenset({"p", "h1", "h2", "li", "figcaption", "nav"})
    HIDDEN = frozenset({"head", "script", "style"})

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in self.HIDDEN

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in self.HIDDEN
        if tag in self.BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


@cache
def source(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def reading_text(name: str) -> str:
    if not name.endswith(".html"):
        return source(name)
    reader = VisibleText()
    reader.feed(source(name))
    return "".join(reader.parts)


def appearances_of(number: int) -> list[Appearance]:
    """The appearances of claim `number` as domain values; passage ids only say whether there is a passage."""
    return [
        Appearance(
            id=index,
            claim_id=number,
            article_id=EXHIBITS[row["file"]],
            passage_id=index if "quote" in row else None,
            stance=Stance(row["stance"]),
            attributed_to=row["attributed_to"],
            verb=row["verb"],
            hedge=row["hedge"],
            via=row["via"],
            origin_id=ORIGIN_IDS[row["origin"]] if row["origin"] else None,
            origin_basis=OriginBasis(row["origin_basis"]) if row["origin_basis"] else None,
        )
        for index, row in enumerate(CLAIMS[number - 1]["appearances"], 1)
    ]


def evidence_of(number: int) -> list[Evidence]:
    return [
        Evidence(
            id=index,
            claim_id=number,
            relation=Relation(row["relation"]),
            passage_id=index if "quote" in row else None,
            article_id=EXHIBITS[row["file"]] if "file" in row else None,
            url=row.get("url", ""),
            note=row.get("note", ""),
            origin_id=ORIGIN_IDS[row["origin"]] if row["origin"] else None,
            independent=row["independent"],
            independent_reason=row["independent_reason"],
        )
        for index, row in enumerate(CLAIMS[number - 1]["evidence"], 1)
    ]


def claim_value(number: int) -> Claim:
    row = CLAIMS[number - 1]
    plain = {key: row[key] for key in CLAIM_KEYS - {"kind", "priority", "status", "basis", "appearances", "evidence", "assessment"}}
    return Claim(
        id=number,
        kind=ClaimKind(row["kind"]),
        priority=Priority(row["priority"]),
        status=Status(row["status"]),
        basis=Basis(row["basis"]) if row["basis"] else None,
        as_of=CASE["as_of"],
        **plain,
    )


def origins() -> dict[int, Origin]:
    return {
        ORIGIN_IDS[row["key"]]: Origin(
            id=ORIGIN_IDS[row["key"]],
            name=row["name"],
            kind=OriginKind(row["kind"]),
            reliability=Reliability(row["reliability"]),
            interest=row["interest"],
            anonymous=row["anonymous"],
            derives_from=ORIGIN_IDS[row["derives_from"]] if row["derives_from"] else None,
        )
        for row in CASE["origins"]
    }


def meter(number: int) -> OriginMeter:
    return origin_meter(appearances_of(number), origins(), evidence_of(number))


def with_basis(basis: Basis) -> list[int]:
    return [number for number, row in enumerate(CLAIMS, 1) if row["basis"] == basis]


def quotations() -> Iterator[tuple[str, str]]:
    """Every quotation in the case with the article that it is from."""
    for row in CLAIMS:
        for link in (*row["appearances"], *row["evidence"]):
            if "quote" in link:
                yield link["file"], link["quote"]
    for row in CASE["queries"]:
        for passage in row["passages"]:
            yield passage["file"], passage["quote"]


NUMBERS = range(1, len(CLAIMS) + 1)


class TestTheFile:
    def test_it_has_the_promised_size(self) -> None:
        assert 8 <= len(CLAIMS) <= 10
        assert 20 <= sum(len(row["appearances"]) for row in CLAIMS) <= 26
        assert sum(len(row["evidence"]) for row in CLAIMS) >= 6

    def test_its_keys_are_the_known_ones(self) -> None:
        assert set(CASE) == CASE_KEYS | {"articles", "origins", "claims", "queries"}
        assert all(set(row) == QUERY_KEYS and all(set(p) == {"file", "quote"} for p in row["passages"]) for row in CASE["queries"])
        for row in CLAIMS:
            assert set(row) == CLAIM_KEYS
            assert set(row["assessment"]) == {"credibility", "likelihood", "confidence"}
            assert all(set(link) - {"quote"} == APPEARANCE_KEYS for link in row["appearances"])
            targets = [set(link) - EVIDENCE_KEYS for link in row["evidence"]]
            assert all(target in ({"file", "quote"}, {"url"}, {"note"}) for target in targets)

    def test_the_case_says_who_what_and_until_when(self) -> None:
        assert all(CASE[key].strip() for key in CASE_KEYS)
        assert datetime.fromisoformat(CASE["as_of"]).tzinfo == UTC
        assert Handling(CASE["handling"]) is Handling.GREEN

    def test_every_article_is_listed_once_with_a_grade(self) -> None:
        assert sorted(path.name for path in FOLDER.iterdir() if path.name[0].isdigit()) == FILES
        for article in CASE["articles"]:
            assert Reliability(article["grade"])
            assert all(Field(key) and value for key, value in article["metadata"].items())

    def test_metadata_dates_are_within_the_case(self) -> None:
        published = [a["metadata"]["published"] for a in CASE["articles"] if "published" in a["metadata"]]
        assert len(published) == 4
        assert all(date(2026, 3, 9) <= date.fromisoformat(day) <= TODAY for day in published)

    def test_titles_are_short_enough_for_a_list(self) -> None:
        assert len(CASE["title"]) <= 30
        assert all(len(reading_text(name).strip().splitlines()[0]) <= 60 for name in FILES if not name.endswith(".html"))
        assert all(len(row["text"]) <= 80 for row in CLAIMS)

    @pytest.mark.parametrize("number", NUMBERS)
    def test_every_assessment_keeps_to_its_scales(self, number: int) -> None:
        scales: dict[str, type[Term]] = {"credibility": Credibility, "likelihood": Likelihood, "confidence": Confidence}
        assessment = CLAIMS[number - 1]["assessment"]
        assert all(assessment[key] is None or scale(assessment[key]) for key, scale in scales.items())


class TestTheQuotations:
    @pytest.mark.parametrize(("name", "quote"), list(quotations()))
    def test_each_stands_once_in_its_article(self, name: str, quote: str) -> None:
        assert reading_text(name).count(quote) == 1
        assert quote == quote.strip()
        assert "\n" not in quote

    def test_those_from_the_page_stand_in_one_paragraph_without_markup(self) -> None:
        paragraphs = re.findall(r"<p>([^<]*)</p>", source("03-kolvaran-courier.html"))
        quotes = [quote for name, quote in quotations() if name.endswith(".html")]
        assert len(quotes) >= 6
        assert all(sum(quote in paragraph for paragraph in paragraphs) == 1 for quote in quotes)

    def test_only_not_mentioned_has_no_quotation(self) -> None:
        links = [link for row in CLAIMS for link in row["appearances"]]
        assert all(("quote" in link) != (link["stance"] == Stance.NOT_MENTIONED) for link in links)

    def test_an_origin_and_its_basis_go_together(self) -> None:
        links = [link for row in CLAIMS for link in row["appearances"]]
        assert all((link["origin"] is None) == (link["origin_basis"] is None) for link in links)

    def test_every_origin_is_used(self) -> None:
        used = {link["origin"] for row in CLAIMS for link in (*row["appearances"], *row["evidence"])} - {None}
        assert used == set(ORIGIN_IDS)
        assert len(ORIGIN_IDS) == len(CASE["origins"])

    def test_independence_is_never_claimed_without_a_reason(self) -> None:
        links = [link for row in CLAIMS for link in row["evidence"]]
        assert all(link["independent_reason"] for link in links if link["independent"] is not None)

    def test_addresses_lead_nowhere(self) -> None:
        addresses = [link["url"] for row in CLAIMS for link in row["evidence"] if "url" in link]
        assert len(addresses) >= 3
        everything = "".join(source(path.name) for path in FOLDER.iterdir())
        assert set(re.findall(r"https?://([^/\s\"]+)", everything)) == {"example.org"}


class TestTheRules:
    @pytest.mark.parametrize("number", NUMBERS)
    def test_every_status_may_stand(self, number: int) -> None:
        assert refusal(Facts(claim_value(number), meter(number), appearances_of(number), evidence_of(number), TODAY)) is None
        assert claim_value(number).status is Status.OPEN or claim_value(number).reason

    def test_nothing_is_confirmed_by_override(self) -> None:
        assert not any(row["override_reason"] for row in CLAIMS)

    def test_corroborated_means_two_roots_and_already_two_in_the_articles(self) -> None:
        (number,) = with_basis(Basis.INDEPENDENT_CORROBORATION)
        assert len(origin_meter(appearances_of(number), origins()).roots) == 2
        assert two_origin_finding(Basis.INDEPENDENT_CORROBORATION, meter(number)) is None

    def test_both_parties_speak_for_themselves(self) -> None:
        (number,) = with_basis(Basis.BOTH_PARTIES_ON_RECORD)
        assert {a.stance for a in appearances_of(number)} == {Stance.REPORTS}
        assert len(meter(number).roots) == 2

    def test_own_words_are_an_utterance(self) -> None:
        (number,) = with_basis(Basis.OWN_WORDS)
        assert claim_value(number).kind is ClaimKind.UTTERANCE

    def test_the_refuted_claim_has_evidence_against_it_and_only_a_headline_for_it(self) -> None:
        (number,) = with_basis(Basis.CONTRADICTED)
        assert sum(e.relation is Relation.CONTRADICTS for e in evidence_of(number)) == 2
        (carrying,) = [row for row in CLAIMS[number - 1]["appearances"] if row["stance"] == Stance.ASSERTS]
        assert carrying["quote"] in reading_text(carrying["file"]).splitlines()[0]

    def test_the_plan_comes_back_on_its_day(self) -> None:
        (number,) = with_basis(Basis.NOT_CHECKABLE_YET)
        plan = claim_value(number)
        assert plan.kind is ClaimKind.PLAN
        assert TODAY.isoformat() < plan.event_date <= plan.review_on

    def test_one_claim_is_left_open_and_one_rests_on_an_unnamed_man(self) -> None:
        assert [row["status"] for row in CLAIMS].count("open") == 1
        (number,) = with_basis(Basis.SINGLE_ANONYMOUS_ORIGIN)
        assert [origins()[root].anonymous for root in meter(number).roots] == [True]


class TestTheTraps:
    def test_five_articles_and_one_origin(self) -> None:
        (number,) = with_basis(Basis.SINGLE_ORIGIN)
        found = meter(number)
        assert (found.articles, len(found.roots), found.origins, found.inferred) == (5, 1, 2, 1)
        assert found.text == "5 articles, 1 origin"

    def test_the_figures_disagree(self) -> None:
        (number,) = with_basis(Basis.CONFLICTING)
        quotes = " ".join(row["quote"] for row in CLAIMS[number - 1]["appearances"])
        assert all(figure in quotes for figure in ("40,000", "up to 60,000", "tens of thousands", "40 тисяч"))

    def test_a_wire_is_printed_twice_under_its_credit(self) -> None:
        wire, copy = reading_text("01-uplands-post.txt"), reading_text("02-sarvenia-ledger.txt")
        shared = {line for line in wire.splitlines() if len(line) > 150} & set(copy.splitlines())
        assert len(shared) == 3
        assert all("KOLVARAN, Sarvenia (Northmere Wire) – " in text for text in (wire, copy))

    def test_a_stale_denial_is_older_than_what_it_is_said_to_deny(self) -> None:
        column = reading_text("05-merrow-review.md")
        assert column.index("said on Wednesday") < column.index("denies everything") < column.index("Monday 9 March")
        (number,) = with_basis(Basis.PARTY_DENIAL)
        assert claim_value(number).denied_on == "2026-03-12"

    def test_a_quotation_has_changed_on_its_way(self) -> None:
        (number,) = with_basis(Basis.OWN_WORDS)
        words = {row["file"]: row["quote"] for row in CLAIMS[number - 1]["appearances"]}
        first, last = words["01-uplands-post.txt"], words["05-merrow-review.md"]
        assert first != last
        assert first.startswith("We will")
        assert last.startswith("We will")

    def test_three_queries_ask_about_what_does_not_agree_and_one_is_settled(self) -> None:
        rows = CASE["queries"]
        kinds = [DiscrepancyType(row["type"]) for row in rows]
        assert kinds == [DiscrepancyType.FIGURE, DiscrepancyType.STALE_DENIAL, DiscrepancyType.QUOTATION]
        assert [bool(row["resolution"]) for row in rows] == [False, True, False]
        assert all(Severity(row["severity"]) and FoundBy(row["found_by"]) and row["summary"] for row in rows)
        for row in rows:
            cited = {(link["file"], link.get("quote")) for link in CLAIMS[row["claim"] - 1]["appearances"]}
            assert {(p["file"], p["quote"]) for p in row["passages"]} <= cited
            assert len({p["file"] for p in row["passages"]}) == 2

    def test_names_are_spelt_in_more_than_one_way(self) -> None:
        texts = {name: reading_text(name) for name in FILES}
        for spelling, name in (("Ilse Vorandt", 0), ("Ilze Vorant,", 4), ("Ільзе Ворандт", 3), ("Josef Halmrik", 2), ("Jozef Halmrick", 4)):
            assert next(file for file, text in texts.items() if spelling in text) == FILES[name]

    def test_page_furniture_is_glued_to_the_lead(self) -> None:
        assert "3 min readKOLVARAN" in reading_text("01-uplands-post.txt")
        assert "Listen to this articleThree days" in reading_text("05-merrow-review.md")

    def test_every_page_has_its_copyright_and_asks_for_support(self) -> None:
        texts = [reading_text(name) for name in FILES]
        assert all(re.search(r"© 2026|Copyright 2026", text) for text in texts)
        assert all(re.search(r"[Ss]upport|Підтримайте", text) for text in texts)
        assert sum("Related Articles" in text for text in texts) == 3

    def test_one_article_is_in_another_script(self) -> None:
        share = [len(re.findall("[а-яіїєґ]", t.lower())) / sum(map(str.isalpha, t)) for t in map(reading_text, FILES)]
        assert [part > 0.9 for part in share] == [False, False, False, True, False]

    def test_the_page_says_its_metadata_and_holds_what_must_not_be_run_or_fetched(self) -> None:
        page = source("03-kolvaran-courier.html")
        for part in ('property="og:site_name"', 'name="author"', 'property="article:published_time"', "<nav>", "<footer>"):
            assert part in page
        assert re.search(r'<img src="https://example\.org/', page)
        assert "script text is not article text" in page
        assert "script text" not in reading_text("03-kolvaran-courier.html")

    @pytest.mark.parametrize("name", FILES)
    def test_each_article_is_short(self, name: str) -> None:
        assert 250 <= len(re.findall(r"\w[\w’]*", reading_text(name))) <= 450
