"""The memo says what the case says: counts, words, origins and order."""

from __future__ import annotations

import dataclasses
import json
import re
from collections import Counter
from collections.abc import Callable

import pytest

from workbench.domain.entities import Article, Metadatum
from workbench.domain.records import SignedMemo, SignOff
from workbench.domain.snapshot import Snapshot
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import Confidence, Field, Role
from workbench.memo.build import build_memo
from workbench.memo.markdown import MarkdownRenderer
from workbench.memo.model import Memo
from workbench.memo.pdf import PdfRenderer

Change = Callable[..., Snapshot]


def test_the_memo_is_deterministic_and_json_able(snapshot: Snapshot) -> None:
    first, second = build_memo(snapshot), build_memo(snapshot)
    assert first == second
    assert json.loads(json.dumps(first.as_json()))["reference"] == "BRENN-2031-03"


def test_counts_by_printed_word_are_computed(snapshot: Snapshot) -> None:
    memo = build_memo(snapshot)
    assert memo.claims_line == "8: 3 confirmed, 2 unconfirmed, 1 denied, 1 refuted, 1 open"
    assert {count.word: count.claims for count in memo.counts} == Counter(row.word.lower() for row in memo.claims)


def test_articles_are_not_sources(snapshot: Snapshot) -> None:
    row = build_memo(snapshot).claims[1]
    assert (row.articles, row.origins, row.carried) == (4, 1, "4 articles, 1 origin · 1 article without an answer")


def test_chains_lead_to_their_root(snapshot: Snapshot) -> None:
    wire = next(row for row in build_memo(snapshot).origins if row.number == "O3")
    assert wire.root == "Coast guard, briefing of 2 March"
    assert wire.chain == "Coast guard, briefing of 2 March ← Northline report"
    assert wire.claims == ("C2",)


def test_a_circle_of_origins_ends(snapshot: Snapshot) -> None:
    origins = dict(snapshot.origins) | {2: dataclasses.replace(snapshot.origins[2], derives_from=3)}
    memo = build_memo(dataclasses.replace(snapshot, origins=origins))
    assert memo.claims[1].origins == 1


def test_what_counting_articles_would_have_said(snapshot: Snapshot) -> None:
    assert "Two claims are carried by two or more articles. Of these, 1 rests on a single origin." in build_memo(snapshot).independence


def test_where_no_claim_has_a_second_origin_all_of_them_rest_on_one(snapshot: Snapshot) -> None:
    origins = dict(snapshot.origins) | {5: dataclasses.replace(snapshot.origins[5], derives_from=1)}
    said = build_memo(dataclasses.replace(snapshot, origins=origins)).independence[1]
    assert said == "Two claims are carried by two or more articles. Of these, 2 rest on a single origin."


def test_a_link_to_an_article_names_it(snapshot: Snapshot) -> None:
    link = dataclasses.replace(snapshot.evidence[2], article_id=2)
    memo = build_memo(dataclasses.replace(snapshot, evidence=(*snapshot.evidence[:2], link)))
    assert [line.target for line in memo.reasoning[0].evidence] == ["Ex. 2, Northline"]


def test_what_is_confirmed_of_words_is_that_they_were_said(snapshot: Snapshot) -> None:
    scopes = {reason.row.number: reason.scope for reason in build_memo(snapshot).reasoning if reason.scope}
    said = "What is confirmed is that it was said, not that it is true."
    assert scopes == {"C7": f"{said} One origin is enough here: the words are those of the party itself."}


def test_the_only_article_of_a_case_is_called_so(snapshot: Snapshot) -> None:
    alone = dataclasses.replace(
        snapshot,
        articles=snapshot.articles[:1],
        texts={1: snapshot.texts[1]},
        appearances=tuple(a for a in snapshot.appearances if a.article_id == 1),
        passages={number: passage for number, passage in snapshot.passages.items() if passage.article_id == 1},
        evidence=(),
    )
    assert build_memo(alone).reasoning[0].rests_on == "The one article carries it, on one origin: Brenn harbour office."


def test_denied_is_never_refuted_and_refuted_never_denied(snapshot: Snapshot) -> None:
    memo = build_memo(snapshot)
    denied, refuted = memo.reasoning[3], memo.reasoning[4]
    assert (denied.row.word, denied.row.glyph, denied.denial) == ("DENIED", "×", "Denied by the operator on 3 March 2031.")
    assert (refuted.row.word, refuted.row.glyph, refuted.denial) == ("REFUTED", "R", "")
    for point in (*memo.bottom_line, *memo.safe_wording):
        if "C4" in point.claims:
            assert "refuted" not in point.text.lower()
            assert "do not" not in point.text.lower()
        if "C5" in point.claims:
            assert "denied" not in point.text.lower()


@pytest.mark.parametrize(
    ("status", "basis", "word"),
    [
        (Status.OPEN, None, "OPEN"),
        (Status.CONFIRMED, Basis.FIRST_HAND, "CONFIRMED"),
        (Status.UNCONFIRMED, Basis.CONFLICTING, "UNCONFIRMED"),
        (Status.DENIED, Basis.PARTY_DENIAL, "DENIED"),
        (Status.DENIED, Basis.CONTRADICTED, "REFUTED"),
    ],
)
def test_the_printed_word_follows_status_and_basis(with_claim: Change, status: Status, basis: Basis | None, word: str) -> None:
    memo = build_memo(with_claim(4, status=status, basis=basis))
    assert memo.claims[3].word == memo.reasoning[3].row.word == word


def test_likelihood_and_confidence_never_share_a_sentence(snapshot: Snapshot) -> None:
    memo = build_memo(snapshot)
    assert memo.reasoning[1].likelihood == "We judge that it is likely to be true."
    assert memo.reasoning[1].confidence == "Our confidence in that judgement is moderate."
    assert memo.reasoning[2].likelihood == "We judge that there is a roughly even chance that it is true."
    for point in memo.bottom_line:
        for sentence in point.text.split(". "):
            assert not ("We judge" in sentence and "confidence" in sentence)


def test_an_override_prints_its_reason(snapshot: Snapshot) -> None:
    reason = build_memo(snapshot).reasoning[7]
    assert reason.override == "The hospital log was read on the telephone."
    assert "(override)" in reason.row.detail
    assert any("one origin" in caution for caution in reason.cautions)


def test_what_was_looked_for_and_not_found(snapshot: Snapshot) -> None:
    reason = build_memo(snapshot).reasoning[2]
    assert reason.not_mentioned_in == "Ex. 1 and Ex. 5"
    assert reason.review_on == "1 April 2031"


def test_evidence_keeps_relation_origin_and_independence(snapshot: Snapshot) -> None:
    link = build_memo(snapshot).reasoning[4].evidence[0]
    assert (link.relation, link.origin) == ("contradicts", "Harbour register")
    assert link.independence == "independent: kept by the harbour, not by the paper"
    assert link.quote is not None
    assert link.quote.text == "Records show groundings at Brenn in 2011 and 2019."


def test_only_web_addresses_become_links(snapshot: Snapshot) -> None:
    evidence = tuple(dataclasses.replace(link, url="file:///etc/hosts") for link in snapshot.evidence)
    memo = build_memo(dataclasses.replace(snapshot, evidence=evidence))
    assert [link.url for reason in memo.reasoning for link in reason.evidence] == ["", "", ""]


def test_a_path_on_the_analysts_machine_is_not_printed(snapshot: Snapshot) -> None:
    assert "/home/someone" not in json.dumps(build_memo(snapshot).as_json())


def test_the_cut_off_is_in_words_and_now_until_said(snapshot: Snapshot, with_info: Change) -> None:
    assert build_memo(snapshot).cut_off == "6 March 2031, 12:00 UTC"
    assert build_memo(with_info(as_of="")).cut_off == "now (the case as last changed on 6 March 2031, 13:30 UTC)"


def version(number: int, supersedes: int | None = None, sign_offs: tuple[SignOff, ...] = ()) -> SignedMemo:
    return SignedMemo(number, "", "d" * 64, "h" * 64, 41, supersedes, sign_offs)


def test_a_working_copy_says_that_it_is_one_and_what_the_next_version_supersedes(snapshot: Snapshot) -> None:
    memo = build_memo(snapshot)
    assert (memo.version, memo.supersedes) == ("1, working copy", "none")
    assert any("working copy" in line for line in memo.record)
    memo = build_memo(dataclasses.replace(snapshot, memos=(version(1), version(4, supersedes=1))))
    assert (memo.version, memo.supersedes) == ("5, working copy", "v4")
    assert any("changed since v4" in line for line in memo.record)


def test_a_version_that_stands_says_its_number_its_step_and_what_it_supersedes(snapshot: Snapshot) -> None:
    standing = version(4, supersedes=1)
    memo = build_memo(dataclasses.replace(snapshot, memos=(version(1), standing), standing=standing))
    assert (memo.version, memo.supersedes) == ("4", "v1")
    assert any("v4 as put up for signing, at step 41" in line for line in memo.record)
    assert standing.digest not in " ".join(memo.record), "a memo cannot print its own hash"
    assert [(s.role, s.name, s.signed) for s in memo.sign_off] == [("Analyst", "R. Quill", ""), ("Checker", "", "")]


def test_names_days_and_the_digest_as_put_up_are_printed_once_it_is_signed(snapshot: Snapshot) -> None:
    analyst = SignOff(1, 4, Role.ANALYST, "R. Quill", "2031-03-06T14:05:00+00:00")
    checker = SignOff(2, 4, Role.CHECKER, "Ida Holm", "2031-03-07T09:00:00+00:00")
    standing = version(4, sign_offs=(checker, analyst))
    memo = build_memo(dataclasses.replace(snapshot, memos=(standing,), standing=standing))
    assert [(s.role, s.name, s.signed) for s in memo.sign_off] == [
        ("Analyst", "R. Quill", "6 March 2031, 14:05 UTC"), ("Checker", "Ida Holm", "7 March 2031, 09:00 UTC"),
    ]  # fmt: skip
    assert any("Signed by Ida Holm as checker" in line and standing.digest in line for line in memo.record)


def test_reliability_and_credibility_are_two_fields(snapshot: Snapshot) -> None:
    row = build_memo(snapshot).claims[1]
    assert (row.reliability, row.credibility) == ("B", "2")


def test_a_case_without_anything_still_makes_a_memo(snapshot: Snapshot) -> None:
    memo: Memo = build_memo(
        dataclasses.replace(snapshot, claims=(), articles=(), appearances=(), evidence=(), texts={}, passages={}, origins={})
    )
    assert memo.claims_line == "none yet"
    assert memo.bottom_line[0].text == "No claim has been entered yet."
    assert memo.integrity.statement == "0 citations re-read, 0 differ"


def test_what_would_change_a_claim_is_printed(snapshot: Snapshot, read_pages: Callable[[bytes], list[str]]) -> None:
    memo = build_memo(snapshot)
    assert [reason.would_change for reason in memo.reasoning if reason.would_change] == ["The passenger list."]
    assert "**What would change it:** The passenger list." in MarkdownRenderer().render(memo).decode()
    pages = " ".join(read_pages(PdfRenderer().render(memo)))
    assert re.search(r"would change\D{0,20}The passenger list\.", pages)


def test_an_agency_that_is_only_cited_is_no_wire_and_a_pages_own_address_is_said_to_be_that(snapshot: Snapshot) -> None:
    def told(number: int, article: Article) -> Article:
        known = {
            1: {
                Field.WIRE: Metadatum("AP", Confidence.HIGH, "dateline"),
                Field.ADDRESS: Metadatum("https://a.example/x", Confidence.HIGH, ""),
            },
            2: {Field.WIRE: Metadatum("Reuters", Confidence.LOW, "cited")},
            3: {Field.ADDRESS: Metadatum("https://b.example/y", Confidence.MODERATE, "canonical")},
            4: {Field.ADDRESS: Metadatum("javascript:alert(1)", Confidence.MODERATE, "canonical")},
        }.get(number, {})
        return dataclasses.replace(article, metadata={**article.metadata, Field.WIRE: Metadatum(None, None, ""), **known})

    memo = build_memo(dataclasses.replace(snapshot, articles=tuple(told(n, a) for n, a in enumerate(snapshot.articles, 1))))
    assert memo.exhibits_line == "5 articles, 1 wire"
    assert [exhibit.location for exhibit in memo.exhibits[:4]] == [
        "https://a.example/x",
        "",
        "https://b.example/y (as the page gives it)",
        "",
    ]
