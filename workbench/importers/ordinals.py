"""Languages that write a full stop after an ordinal number ("am 22. Oktober"), and what such a number may stand before."""

from __future__ import annotations

from workbench.importers.wordlist import wordlist

WITH_A_STOP = wordlist("de da no fi et lv cs sk sl hr hu tr")
"""Languages in Latin letters whose ordinal numbers end in a full stop."""

BEFORE_NAMES = wordlist("hu tr")
"""Of these, languages whose sentences hardly ever end in a bare number: one before a capital letter is an ordinal."""

NOUNS: dict[str, frozenset[str]] = {
    "de": wordlist(
        """januar jänner februar märz april mai juni juli august september oktober november dezember jan feb mrz apr jun jul aug sep sept
        okt nov dez jahrhundert jahrtausend jahr jahrestag geburtstag tag woche monat quartal halbjahr hälfte halbzeit minute spielminute
        spieltag runde platz rang stock stockwerk etage obergeschoss untergeschoss bezirk klasse liga bundesliga division weltkrieg auflage
        ausgabe lebensjahr lebensmonat etappe kapitel absatz teil band akt semester mal stelle stufe welle versuch anlauf wahlgang senat
        kammer strafsenat zivilsenat armee bataillon kompanie regiment legislaturperiode wahlperiode sitzung sinfonie fc sc sv tsv vfl"""
    ),
    "da": wordlist("januar februar marts april maj juni juli august september oktober november december verdenskrig division sal"),
    "no": wordlist("januar februar mars april mai juni juli august september oktober november desember verdenskrig divisjon"),
    "fi": wordlist(
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta maailmansota"
    ),
    "et": wordlist("jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember maailmasõda"),
    "lv": wordlist("janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris gads"),
    "cs": wordlist("ledna února března dubna května června července srpna září října listopadu prosince světová světové liga fk fc sk"),
    "sk": wordlist("januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra svetová svetovej liga fk fc"),
    "sl": wordlist("januar januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra svetovna liga"),
    "hr": wordlist(
        "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga studenog prosinca januara liga"
    ),
    "hu": frozenset(),
    "tr": frozenset(),
}
"""What is counted with ordinals and may begin with a capital letter, in small letters: above all months."""

VERBS = wordlist(
    """ist sind war waren hat hatte haben hatten wird wurde wurden sei er var blev bliver ble har on oli ovat ir bija je jsou byl byla
    bylo sú bol bola bolo so bil bila bilo su bio"""
)
"""Small words that are verbs: a number after one of them counts ("Es waren 22."), and is no ordinal."""
