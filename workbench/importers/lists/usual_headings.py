"""What columns of articles are usually called, in several languages. Letters and digits in small letters; the first are the likeliest."""

from __future__ import annotations

import re

from workbench.domain.list_columns import ListField

_SIGNS = re.compile(r"[\W_]+")
USUAL = {
    ListField.TITLE: (
        "title headline heading articletitle webtitle titleplain headlinemain hedline titel überschrift schlagzeile titre"
        " título titulo titolo rubrik overskrift otsikko kop tytuł nagłówek заголовок заглавие назва 제목 标题 標題 タイトル 見出し başlık"
        " العنوان"
    ),
    ListField.TEXT: (
        "text body content fulltext bodytext articletext articlebody maintext plaintext textbody contenttext contenthtml"
        " bodyhtml textplain articlecontent maincontent article story inhalt volltext artikeltext haupttext texte contenu"
        " corps texto cuerpo contenido conteúdo testo contenuto corpo tekst brødtext innehåll teksti treść текст тіло"
        " содержание 본문 내용 正文 内容 本文 metin النص"
    ),
    ListField.SUMMARY: (
        "summary description abstract teaser lead lede snippet deck dek standfirst excerpt subtitle subheadline subhead"
        " trailtext vorspann unterzeile untertitel zusammenfassung kurzfassung anriss résumé chapeau chapô resumen entradilla"
        " subtítulo sommario occhiello ingress ingres аннотация лид подзаголовок анотація 요약 摘要 要約 リード özet"
    ),
    ListField.AUTHOR: (
        "author authors byline authorname writer writers creator journalist reporter by autor autoren autorin verfasser"
        " auteur auteurs autores autore autori författare forfatter kirjoittaja автор авторы автори 기자 작성자 作者 記者 著者 yazar"
        " الكاتب"
    ),
    ListField.PUBLISHER: (
        "publisher publishername outlet outletname publication publicationname sourcename newspaper medium mediaoutlet"
        " sitename site source media quelle zeitung zeitschrift herausgeber verlag éditeur média journal fuente medio"
        " periódico veículo testata fonte giornale utgivare kilde bron wydawca źródło издание источник сми видання джерело"
        " 언론사 매체 媒体 来源 媒體 メディア 媒体名 yayıncı المصدر"
    ),
    ListField.DATE: (
        "published publishedat datepublished publishedon publicationdate publisheddate publishdate pubdate"
        " webpublicationdate dateofpublication publishedtime articledate date dateandtime datetime timestamp createdat"
        " datecreated time erscheinungsdatum veröffentlicht veröffentlichtam erschienen datum datedepublication publiéle"
        " fechadepublicación fecha datadipubblicazione data dato päivämäärä дата датапубликации 날짜 작성일 日期 发布日期 日付 公開日 tarih"
        " التاريخ"
    ),
    ListField.ADDRESS: (
        "url link address permalink canonicalurl articleurl weburl pageurl href uri sourceurl adresse weblink lien enlace"
        " dirección indirizzo adres länk ссылка адрес посилання 링크 网址 链接 リンク bağlantı الرابط"
    ),
    ListField.LANGUAGE: (
        "language lang languagecode langcode sprache langue idioma lengua lingua språk taal język язык мова 언어 语言 言語 dil"
    ),
}
_RANKS = {name: (field, rank) for field, names in USUAL.items() for rank, name in enumerate(names.split())}


def usual(heading: str) -> tuple[ListField, int] | None:
    """What a column with this heading usually holds, and how usual that heading is for it (0 is the most); None for another one. Of a
    heading with dots, which lead to a part of a part, the last may speak for all."""
    for name in (heading, heading.rpartition(".")[2]):
        if found := _RANKS.get(_SIGNS.sub("", name.casefold())):
            return found
    return None
