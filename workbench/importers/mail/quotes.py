"""Which lines of a mail are none of its writer's own: the mails that it answers, and the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from workbench.domain.vocabulary import ZoneKind
from workbench.importers.page import Mark

_REPLIED = Mark(ZoneKind.QUOTED, "a mail that this one answers")
_MARKED = Mark(ZoneKind.QUOTED, "lines of a mail that this one answers, marked with “>”")
_SIGNATURE = Mark(ZoneKind.NOTE, "the signature of the mail")
_MOST_LINES = 100_000
_LONGEST_SIGNATURE = 20
_LONGEST_INTRODUCTION = 300
_HEAD_LINES = 8
_ESCAPED = re.compile(r">+From ")
_WROTE = re.compile(
    r"(?:\b(?:wrote|writes|schrieb|schreibt|a écrit|écrit|escribió|ha scritto|scrive|escreveu|schreef|skrev|skreiv|kirjoitti|napisała?"
    r"|napsala?|napísala?|пишет|писала?|написала?|пише|написав|написала|a scris|írta|έγραψε|yazdı|đã viết|menulis|rašė|rakstīja)\b"
    r"|写道|寫道|のメッセージ|書きました|작성|님이|كتب|כתב)[^:：]{0,120}[:：]\W{0,3}$",
    re.IGNORECASE,
)
_DASHED = re.compile(
    r"\W{0,3}[-_=]{2,}\s*(?:original message|original-nachricht|ursprüngliche nachricht|message d['’]origine|message original"
    r"|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|originele bericht|original(?:t)? meddelande"
    r"|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość"
    r"|původní zpráva|исходное сообщение|вихідне повідомлення|orijinal mesaj|原始邮件|原始郵件|元のメッセージ|원본 메시지)\s*[-_=]{2,}",
    re.IGNORECASE,
)
FORWARDED = re.compile(
    r"\W*(?:[-_=]{2,}\s*)?(?:begin forwarded message|forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten"
    r"|message transféré|début du message|mensaje reenviado|mensagem (?:en|re)caminhada|messaggio inoltrato|inizio messaggio"
    r"|doorgestuurd bericht|vidarebefordrat|videresendt|välitetty viesti|wiadomość przekazana|przekazana wiadomość|přeposlaná zpráva"
    r"|пересылаемое сообщение|переслане повідомлення|iletilen mesaj|转发的?邮件|轉寄郵件|転送メッセージ|전달된 메시지)",
    re.IGNORECASE,
)
_FORWARD_SUBJECT = re.compile(r"\s*(?:fwd?|wg|tr|rv|enc|i|doorst|vs|vb|pd|fs|ilt|转发|轉寄|전달|转)\s*[:：]", re.IGNORECASE)
_FROM = re.compile(
    r"\W{0,3}(?:from|von|de|da|van|fra|från|lähettäjä|od|от|від|από|gönderen|kimden|feladó|发件人|寄件者|差出人|보낸 사람)\W{0,3}[:：]",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\W{0,3}(?:sent|date|gesendet|datum|envoyé|fecha|enviado(?: el)?|data|inviato|verzonden|sendt|dato|skickat|lähetetty|wysłano|odesláno"
    r"|отправлено|дата|надіслано|gönderildi|gönderme tarihi|tarih|elküldve"
    r"|发送时间|日期|送信日時|날짜|보낸 날짜)(?: \w{1,12})?\W{0,3}[:：]",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\W{0,3}(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|temat|předmět|predmet|тема|θέμα|konu|tárgy|主题|主旨|件名"
    r"|제목|to|an|à|para|a|aan|til|till|komu|кому|收件人|宛先|받는 사람)\W{0,3}[:：]",
    re.IGNORECASE,
)


def lines_aside(text: str, subject: str, quoted: Mapping[int, Mark]) -> dict[int, Mark]:
    """Lines of a body that are not its writer's own, by where their words start. `quoted` are those that its page says are quotations. A
    mail that only hands another one on is what it hands on: nothing of that is set aside."""
    if text.count("\n") > _MOST_LINES:
        return dict(quoted)
    lines = list(_lines(text))
    found = dict(quoted)
    found.update(_marked(lines))
    replied = _reply(lines, bool(_FORWARD_SUBJECT.match(subject)), found)
    found.update((start, found.get(start, _REPLIED)) for start, _ in lines[replied:])
    signed = _signature(lines, replied, found)
    if all(start in found for start, _ in lines[:signed]):
        found = {}
    found.update((start, _SIGNATURE) for start, _ in lines[signed:replied] if start not in found)
    return found


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with where their words start; a dash and a space that part a signature off keep the space."""
    position = 0
    for raw in text.split("\n"):
        core = raw.lstrip()
        if core.strip():
            yield position + len(raw) - len(core), core if core == "-- " else core.rstrip()
        position += len(raw) + 1


def _marked(lines: list[tuple[int, str]]) -> Iterator[tuple[int, Mark]]:
    """Lines behind “>”, and the words over them that say who wrote them. A mailbox puts one before “From”, too: that is no quotation."""
    before = False
    for at, (start, line) in enumerate(lines):
        quoted = line.startswith(">") and not _ESCAPED.match(line)
        if quoted:
            yield start, _MARKED
            if not before:
                yield from ((lines[n][0], _REPLIED) for n in range(_introduced(lines, at), at))
        before = quoted


def _introduced(lines: list[tuple[int, str]], at: int) -> int:
    """Where the words begin that say who wrote what follows at `at`: up to three lines above, for they are wrapped; `at` for none."""
    words = ""
    for first in range(at - 1, max(-1, at - 4), -1):
        words = f"{lines[first][1]} {words}".strip()
        if len(words) > _LONGEST_INTRODUCTION:
            break
        if _WROTE.search(words) and re.search(r"[0-9@]", words):
            return first
    return at


def _reply(lines: list[tuple[int, str]], forwards: bool, found: Mapping[int, Mark]) -> int:
    """The first line of a mail that is answered and stands below the answer to the end, as Outlook has it; the number of lines for none."""
    last = next((at for at in reversed(range(len(lines))) if lines[at][0] in found), -1)
    for at, (start, line) in enumerate(lines):
        if start in found:
            continue
        line = line[: _LONGEST_INTRODUCTION + 1]
        if FORWARDED.match(line) or (forwards and (_DASHED.match(line) or _is_head(lines, at))):
            break
        if _DASHED.match(line) or _is_head(lines, at):
            parted = at and set(lines[at - 1][1]) <= set("_-=* ") and len(lines[at - 1][1]) > 4
            return at - 1 if parted else at
        if at > last and "@" in line and len(line) <= _LONGEST_INTRODUCTION and _WROTE.search(line):
            return _introduced(lines, at + 1)
    return len(lines)


def _is_head(lines: list[tuple[int, str]], at: int) -> bool:
    """Whether the head of another mail begins here: from whom, when, and to whom or about what."""
    if not _FROM.match(lines[at][1][:_LONGEST_INTRODUCTION]):
        return False
    after = [line[:_LONGEST_INTRODUCTION] for _, line in lines[at + 1 : at + _HEAD_LINES]]
    return any(map(_SENT.match, after)) and any(map(_TITLE.match, after))


def _signature(lines: list[tuple[int, str]], end: int, found: Mapping[int, Mark]) -> int:
    """The line that parts the signature off (RFC 3676, 4.3), where one is near the end of what the writer wrote; `end` for none."""
    own = [at for at in range(end) if lines[at][0] not in found]
    for at in own[-_LONGEST_SIGNATURE:]:
        if lines[at][1] in ("-- ", "--") and own[-1] - at < _LONGEST_SIGNATURE:
            return at
    return end
