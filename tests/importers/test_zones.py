"""Each rule that proposes zones, on fiction; and what no rule may touch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.vocabulary import ZoneKind
from workbench.importers.zones import LONGEST_CHARACTERS, proposed

LEAD = "The harbour council voted on Tuesday to keep the ferry until spring. Nobody had expected the vote to be so close."
SECOND = "The mayor, Ada Larkspur, said the boat was old. “We cannot wait for ever,” she told the council."
THIRD = "The crew of nine will hear about their contracts next week, according to the port office."
HEADLINE = "Larkspur council keeps the old ferry afloat"


def zones(*lines: str) -> list[tuple[str, str, str]]:
    """(kind, text, basis) of every zone of an article made of `lines`."""
    text = "\n".join(lines)
    found, _ = proposed(text)
    return [(zone.kind.value, text[zone.start : zone.end], zone.basis) for zone in found]


def kind_of(line: str, *lines: str) -> str:
    """The kind of the zone that holds `line` in an article made of `lines`."""
    return next(kind for kind, text, _ in zones(*lines) if line in text)


def test_headline_and_body() -> None:
    assert [(kind, text) for kind, text, _ in zones(HEADLINE, "", LEAD, SECOND)] == [("headline", HEADLINE), ("body", f"{LEAD}\n{SECOND}")]


def test_a_text_that_begins_with_a_paragraph_has_no_headline() -> None:
    assert [kind for kind, _, _ in zones(LEAD, SECOND)] == ["body"]


def test_a_lone_line_is_body() -> None:
    assert [kind for kind, _, _ in zones(HEADLINE)] == ["body"]


def test_a_section_label_above_the_headline() -> None:
    assert zones("World Business", "", HEADLINE, "", LEAD)[:2] == [
        ("boilerplate", "World Business", "a section label above the headline"),
        ("headline", HEADLINE, "the first line of the article that is display copy: short, and no full stop"),
    ]


def test_a_short_headline_is_no_section_label() -> None:
    assert kind_of("Council saves ferry", "Council saves ferry", "A vote at midnight keeps the old boat in service", LEAD) == "headline"


def test_a_deck_has_no_full_stop() -> None:
    deck = "A vote at midnight keeps the old boat in service until spring"
    assert kind_of(deck, HEADLINE, deck, LEAD, SECOND) == "deck"


def test_between_a_headline_and_its_repetition_stand_deck_and_caption() -> None:
    deck = "The port office says the boat is safe, and the crew says that it is not."
    caption = "The ferry at its berth in Larkspur."
    found = zones(HEADLINE, "", deck, caption, HEADLINE, "", LEAD, SECOND)
    assert [kind for kind, _, _ in found] == ["headline", "deck", "caption", "headline", "body"]
    assert found[3][2] == "the headline again"


def test_a_picture_text_and_its_caption_differ_only_in_apostrophes() -> None:
    first, second = "The mayor's office by the old harbour wall.", "The mayor’s office by the old harbour wall."
    assert [kind for kind, _, _ in zones(HEADLINE, first, second, LEAD)] == ["headline", "caption", "caption", "body"]


def test_a_chant_that_stands_three_times_is_body() -> None:
    chant = "Keep the ferry, keep the ferry now."
    assert kind_of(chant, HEADLINE, LEAD, chant, chant, chant, SECOND) == "body"


def test_a_headline_repeated_at_the_start_of_the_text_is_cut_out() -> None:
    found = zones(HEADLINE, "", f"{HEADLINE} {LEAD}")
    assert [(kind, text) for kind, text, _ in found] == [("headline", HEADLINE), ("headline", HEADLINE), ("body", LEAD)]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Bo Finn / Harbour Pictures",
        "The ferry at dawn. (Photo: Bo Finn, Harbour Pictures)",
        "Image caption The ferry at dawn",
        "Crew members on the quay. Bo Finn/Getty Images",
    ],
)
def test_captions(line: str) -> None:
    assert kind_of(line, HEADLINE, LEAD, line, SECOND) == "caption"


def test_bullets_and_a_lone_dash() -> None:
    assert kind_of("• The boat stays", HEADLINE, "• The boat stays", "• The crew waits", LEAD) == "bullet"
    assert kind_of("- The crew waits", HEADLINE, LEAD, "- The boat stays", "- The crew waits", SECOND) == "bullet"
    assert kind_of("- Not a list", HEADLINE, LEAD, "- Not a list", SECOND) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Story Highlights",
        "ADVERTISEMENT",
        "Related Articles",
        "Related:",
        "Read more",
        "READ ALSO: Crew of the ferry hires a lawyer",
        "Copyright © 2031 Larkspur Courier",
        "© 2031 Larkspur Courier. All rights reserved.",
        "Privacy and Cookie Policies.",
        "Terms of Use | Privacy Policy",
        "Written permission must be obtained before any of this is reprinted.",
        "Sign up for our evening newsletter",
        "Subscribe now",
        "Click here to get the app",
        "Follow us on every network",
        "To report a correction, write to us at the desk",
        "Your support keeps the presses running",
        "Thank you for your support. We ask for your donation because our reporters need boats.",
        "We earn little. Please turn off your ad blocker.",
        "Share this story: Facebook Twitter Email",
        "We live by donations from readers: chip in today.",
        "Подпишитесь на наш канал",
        "Читайте также",
        "관련기사",
        "Publicité",
        "Alle Rechte vorbehalten",
    ],
)
def test_furniture_by_its_wording(line: str) -> None:
    assert kind_of(line, HEADLINE, "", LEAD, "", line, "", SECOND) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "“We need your support,” the mayor told the crew.",
        "The mayor asked voters for their support and donations.",
        "The company said subscribers would pay more for its newsletter.",
        "Regulators fined the ferry line over its privacy policy on Monday.",
        "“Subscribe to our cause now,” read one banner on the quay.",
        "The minister said: “Your donation is a bribe.”",
        "She will share this burden with her deputy.",
        "The court ruled on the copyright of the harbour song.",
        "Cookies were handed out to the children on the pier.",
        "It was, as we know, a long winter, and you could not see the quay.",
        "Advertisement for the post of harbour master closed on Friday.",
        "The related charge of fraud was dropped.",
        "He had to leave his comments out.",
        "We would respect the port more if it were as open about the donations to its fund.",
        "Why wait? Let us settle and donate the money to the lifeboat.",
        "US officials said the ship would join US exercises.",
    ],
)
def test_news_is_not_furniture(line: str) -> None:
    assert kind_of(line, HEADLINE, "", LEAD, "", line, "", SECOND, THIRD) == "body"


def test_an_appeal_glued_to_the_lead_is_cut_at_the_sentence() -> None:
    found = zones(HEADLINE, "", f"Your support makes all of it possible.{LEAD}", SECOND)
    assert [(kind, text) for kind, text, _ in found[1:]] == [
        ("boilerplate", "Your support makes all of it possible."),
        ("body", f"{LEAD}\n{SECOND}"),
    ]


def test_an_appeal_glued_to_the_end_is_cut_at_the_sentence() -> None:
    found = zones(HEADLINE, "", LEAD, f"{SECOND} Sign up for our newsletter.")
    assert found[-1][:2] == ("boilerplate", "Sign up for our newsletter.")


def test_between_two_appeals_what_speaks_as_we_is_furniture() -> None:
    filling = "From storms to strikes, the Courier is on the quay, because we know that facts matter."
    found = zones(HEADLINE, "Your support helps us to report", filling, "Your donation helps the desk.", LEAD, SECOND)
    assert next(basis for _, text, basis in found if text == filling) == "it stands between two appeals and speaks as “we” or to “you”"


def test_between_two_appeals_a_paragraph_of_news_stays() -> None:
    found = zones(HEADLINE, "Your support helps us to report", LEAD, "Your donation helps the desk.", SECOND)
    assert ("body", LEAD) in [(kind, text) for kind, text, _ in found]


def test_lines_among_legal_lines_at_the_head_of_the_page() -> None:
    line = "The work of the Larkspur Courier is supported by the Tidewater Fund"
    assert kind_of(line, "Copyright © 2031 Courier.example", line, "Privacy and Cookie Policies.", HEADLINE, LEAD) == "boilerplate"
    assert kind_of(HEADLINE, "Copyright © 2031 Courier.example", line, "Privacy and Cookie Policies.", HEADLINE, LEAD) == "headline"


def test_the_foot_of_the_page_after_the_last_paragraph() -> None:
    found = zones(HEADLINE, "", LEAD, SECOND, "Related:", "Crew hires a lawyer", "    Larkspur Courier", "Your support keeps us afloat.")
    assert [kind for kind, _, _ in found] == ["headline", "body", "boilerplate", "boilerplate", "boilerplate", "boilerplate"]
    assert found[4][:2] == ("boilerplate", "    Larkspur Courier")


def test_a_label_in_the_middle_does_not_open_the_foot() -> None:
    assert kind_of("Bo Finn, mate", HEADLINE, LEAD, "Advertisement", "The crew:", "Ada Finn, master", "Bo Finn, mate") == "body"


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Larkspur",
        "By Editor",
        "Larkspur Press writer Bo Finn contributed to this report",
        "Reporting by Bo Finn; editing by Ada Lark",
        "This article was first published in the Tidewater Gazette",
        "Last updated on April 9, 2031",
    ],
)
def test_credits_are_not_furniture(line: str) -> None:
    assert kind_of(line, HEADLINE, "", LEAD, SECOND, "", line) == "credit"


@pytest.mark.parametrize("line", ["By Monday the ferry will be gone", "By the harbour wall"])
def test_not_every_by_is_a_byline(line: str) -> None:
    assert kind_of(line, HEADLINE, "", LEAD, SECOND, line, THIRD) == "body"


def test_words_of_buttons_are_cut_out_of_running_text() -> None:
    found = zones(HEADLINE, f"{LEAD} Click to share on Gullnet (Opens in new window) {SECOND}")
    assert [(kind, text) for kind, text, _ in found[1:]] == [
        ("body", LEAD),
        ("boilerplate", "Click to share on Gullnet (Opens in new window)"),
        ("body", SECOND),
    ]


def test_a_text_too_long_for_a_page_is_one_body_zone_and_says_so() -> None:
    found, warnings = proposed(" " + "word " * (LONGEST_CHARACTERS // 4))
    assert [(zone.kind, zone.start) for zone in found] == [(ZoneKind.BODY, 1)]
    assert "too long" in warnings[0]


_LINES = st.sampled_from(
    [HEADLINE, LEAD, SECOND, THIRD, "", "   ", "\u00a0", "“", "Related:", "Advertisement", "World News", "• One", "- Two", "By Editor"]
    + [
        "© 2031 X",
        "Photo: Y",
        "Privacy Policy",
        "Invalid Email",
        f"{LEAD} Invalid Email",
        "Your support helps us.",
        f"Your support helps us.{LEAD}",
    ]
)


@given(st.lists(st.one_of(_LINES, st.text(max_size=60)), max_size=14))
def test_zones_are_inside_the_text_ordered_disjoint_and_cover_every_word(lines: list[str]) -> None:
    text = "\n".join(lines)
    found, _ = proposed(text)
    position = 0
    for zone in found:
        assert position <= zone.start < zone.end <= len(text)
        assert not text[position : zone.start].strip()
        assert zone.basis
        position = zone.end
    assert not text[position:].strip()


def test_a_form_in_the_middle_of_a_block_and_headlines_behind_it_are_set_apart() -> None:
    block = (
        "The harbour council voted on Tuesday to keep the ferry. Sign up for our weekly newsletter Enter your email Subscribe By signing up"
        " you agree to our terms. The crew of nine was relieved. MORE STORIES FROM LARKSPUR Nine boats and a tug"
    )
    text = f"{HEADLINE}\n\n{block}"
    found = {text[z.start : z.end]: z.kind for z in proposed(text)[0]}
    assert [words for words, kind in found.items() if kind is ZoneKind.BODY] == [
        "The harbour council voted on Tuesday to keep the ferry.",
        "The crew of nine was relieved.",
    ]
    assert sum(kind is ZoneKind.BOILERPLATE for kind in found.values()) == 2


def test_a_newsletter_that_the_article_reports_on_is_body() -> None:
    said = "The party asked readers to “sign up for our newsletter” and to enter your email, the court was told. Then the judge left."
    text = f"{HEADLINE}\n\n{LEAD}\n{said}"
    assert all(z.kind is not ZoneKind.BOILERPLATE for z in proposed(text)[0])


def test_a_gallery_in_a_block_is_set_apart_and_its_captions_are_captions() -> None:
    pictures = "1/3 The old ferry at the quay Getty 2/3 The crew of nine PA 3/3 The mayor speaks to the council Getty"
    for title, kinds in (("Larkspur ferry", ["boilerplate", "caption"]), ("Coast news in pictures", ["boilerplate"])):
        block = f"The council voted to keep the ferry. {title} 3 show all {title} {pictures} The crew of nine was relieved."
        text = f"{HEADLINE}\n\n{block}"
        found = [(text[z.start : z.end], z.kind.value) for z in proposed(text)[0] if z.kind.value != "headline"]
        assert [words for words, kind in found if kind == "body"] == [
            "The council voted to keep the ferry.",
            "The crew of nine was relieved.",
        ]
        assert [kind for _, kind in found if kind != "body"] == kinds
    odds = "The team won 1/3 of its games, 2/3 of them away, and 3/3 in May. Show all of them who you are."
    assert [z.kind.value for z in proposed(f"{HEADLINE}\n\n{odds}")[0]] == ["headline", "body"]


@pytest.mark.parametrize(
    "offer", ["Get unlimited access for 3 crowns a week.", "Continue reading with a subscription", "Already a subscriber?"]
)
def test_an_offer_behind_a_teaser_is_furniture_and_a_report_on_one_is_not(offer: str) -> None:
    text = f"{HEADLINE}\n\n{LEAD}\n{offer}"
    assert [text[z.start : z.end] for z in proposed(text)[0] if z.kind is ZoneKind.BOILERPLATE] == [offer]
    reported = f"{HEADLINE}\n\n{LEAD}\nSailors will get unlimited access to the quay, the mayor said."
    assert all(z.kind is not ZoneKind.BOILERPLATE for z in proposed(reported)[0])
